"""One thing is touched, `check` fails, and its output alone lets a newcomer find it.

The whole outputs are kept in touched/NAME.txt. STREPLAY_RECORD=1 writes them again: read them as
somebody would who has never seen the scenario.

$STREPLAY names the binary; default: build/release/streplay.
"""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
STREPLAY = os.environ.get("STREPLAY", str(ROOT / "build" / "release" / "streplay"))
OUTPUTS = pathlib.Path(__file__).resolve().parent / "touched"

SCENARIO = """\
title: A ticked checkbox is one more input of the function
covers: [widgets.on.combination-entry, replay.static]
profiles: [documented]
definitions: |
  import streamlit as st

  @st.experimental_singleton(experimental_allow_widgets=True)
  def double(x):
      st.write("Doubling")
      if st.checkbox("Negate"):
          return -2 * x
      return 2 * x
script: |
  with st.expander("Result"):
      st.write(double(4))
steps:
  - run
  - expect: {executed: {double: 1}}
  - interact: {checkbox: Negate, value: true}
  - expect: {executed: {double: 1}, contains: [{markdown: {body: "`-8`"}}]}
  - interact: {checkbox: Negate, value: false}
  - expect: {executed: {}, hits: {double: 1}, contains: [{markdown: {body: "`8`"}}]}
"""

RULES = """\
rules:
  - {id: replay.static, level: must, source: s, text: t}
  - {id: widgets.on.combination-entry, level: must, source: s, text: t}
  - {id: widgets.on.replayed, level: must, source: s, text: t}
"""

SCENARIO_PATH = "scenarios/widgets/negate.yaml"
GOLDEN_PATH = "golden/documented/widgets/negate.jsonl"


class Touched(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="streplay-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.write(SCENARIO_PATH, SCENARIO)
        self.write("specs/rules.yaml", RULES)
        self.assertEqual(self.check("-u").returncode, 0)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def check(self, *options, **variables):
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                variables[name] = os.environ[name]
        return subprocess.run([STREPLAY, "check", "scenarios", *options], cwd=self.folder,
                              env=variables, capture_output=True, text=True, timeout=60,
                              check=False)

    def touch(self, name, old, new, occurrence=1):
        text = (self.folder / name).read_text(encoding="utf-8")
        at = -1
        for _ in range(occurrence):
            at = text.find(old, at + 1)
            self.assertGreaterEqual(at, 0, f"{old} does not stand in {name} so often")
        self.write(name, text[:at] + new + text[at + len(old):])

    def expect(self, name, exit_code, *options, **variables):
        run = self.check(*options, **variables)
        self.assertEqual(run.stderr, "")
        shown = f"{run.stdout}exit code {run.returncode}\n"
        kept = OUTPUTS / f"{name}.txt"
        if os.environ.get("STREPLAY_RECORD"):
            kept.write_text(shown, encoding="utf-8")
        self.assertEqual(shown, kept.read_text(encoding="utf-8"))
        self.assertEqual(run.returncode, exit_code)

    def test_a_byte_of_a_golden(self):
        self.touch(GOLDEN_PATH, "`8`", "`9`", occurrence=2)
        self.expect("golden_byte", 1)

    def test_the_same_byte_in_ci(self):
        self.touch(GOLDEN_PATH, "`8`", "`9`", occurrence=2)
        self.expect("golden_byte_in_ci", 1, CI="1")

    def test_a_byte_that_makes_a_line_no_json(self):
        self.touch(GOLDEN_PATH, '"fields":{"label"', '"fields"{"label"')
        self.expect("golden_syntax", 2)

    def test_a_byte_of_an_op(self):
        self.touch(GOLDEN_PATH, '"op":"block"', '"op":"black"')
        self.expect("golden_op", 2)

    def test_a_line_of_a_golden(self):
        text = (self.folder / GOLDEN_PATH).read_text(encoding="utf-8")
        lines = [line for line in text.splitlines(True) if "expandable" not in line]
        self.write(GOLDEN_PATH, "".join(lines))
        self.expect("golden_line", 1)

    def test_a_path_index_of_a_golden(self):
        self.touch(GOLDEN_PATH, '"path":[0,0,2]', '"path":[0,0,7]')
        self.expect("path_index", 1)

    def test_a_blank_in_a_golden(self):
        self.touch(GOLDEN_PATH, '"op":"end","run":2', '"op":"end", "run":2')
        self.expect("golden_blank", 1)

    def test_a_merge_of_goldens(self):
        self.touch(GOLDEN_PATH, '{"op":"run","run":2',
                   '<<<<<<< HEAD\n{"op":"run","run":2')
        self.expect("golden_merge", 2)

    def test_no_golden(self):
        (self.folder / GOLDEN_PATH).unlink()
        self.expect("golden_missing", 1)

    def test_no_scenario(self):
        (self.folder / GOLDEN_PATH).rename(self.folder / "golden/documented/widgets/old.jsonl")
        self.expect("golden_obsolete", 1, "--update=missing")

    def test_an_expectation(self):
        self.touch(SCENARIO_PATH, "double: 1}, contains", "double: 2}, contains")
        self.expect("expectation", 1)

    def test_an_expected_element(self):
        self.touch(SCENARIO_PATH, 'body: "`-8`"', 'body: "`-9`"')
        self.expect("expected_element", 1)

    def test_a_rule_id(self):
        self.touch(SCENARIO_PATH, "widgets.on.combination-entry", "widgets.on.combination-entri")
        self.expect("rule_id", 2)

    def test_a_script(self):
        self.touch(SCENARIO_PATH, "return -2 * x", "return -3 * x")
        self.touch(SCENARIO_PATH, "`-8`", "`-12`")
        self.expect("script", 1)


if __name__ == "__main__":
    unittest.main()
