"""The real binary in a real folder: exit codes, what is written, what makes no difference.

$STREPLAY names the binary; default: build/release/streplay.
"""

import os
import pathlib
import re
import resource
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
STREPLAY = os.environ.get("STREPLAY", str(ROOT / "build" / "release" / "streplay"))

SCENARIO = """\
title: A ticked checkbox is another input
definitions: |
  import streamlit as st

  @st.experimental_singleton(experimental_allow_widgets=True)
  def double(x):
      if st.checkbox("Negate"):
          return -2 * x
      return 2 * x
script: |
  st.write(double(4))
steps:
  - run
  - interact: {checkbox: Negate, value: true}
  - run
"""


class Folder(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="streplay-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.write("scenarios/a.yaml", SCENARIO)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def run_streplay(self, *arguments, cwd=None, **variables):
        environment = {"PATH": os.environ.get("PATH", ""), **variables}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                environment[name] = os.environ[name]
        return subprocess.run(
            [STREPLAY, *arguments], cwd=cwd or self.folder, env=environment,
            capture_output=True, text=True, timeout=120, check=False,
        )

    def expect_exit(self, code, *arguments, **options):
        run = self.run_streplay(*arguments, **options)
        self.assertEqual(run.returncode, code, run.stdout + run.stderr)
        return run

    def goldens(self):
        found = sorted((self.folder / "golden").rglob("*"))
        return {str(p.relative_to(self.folder)): p.read_bytes() for p in found if p.is_file()}


class ExitCodes(Folder):
    def test_0_when_all_is_good(self):
        self.expect_exit(0, "check", "scenarios", "--update")
        self.expect_exit(0, "scenarios")
        self.expect_exit(0, "show", "scenarios/a.yaml")
        self.expect_exit(0, "explain", "scenarios/a.yaml")
        self.expect_exit(0, "--version")

    def test_0_for_show_whatever_the_script_does(self):
        self.write("scenarios/a.yaml", "title: t\nscript: \"1 / 0\"\nsteps: [run]\n")
        self.expect_exit(0, "show", "scenarios/a.yaml")

    def test_1_for_a_missing_golden_and_for_a_difference(self):
        self.expect_exit(1, "scenarios")
        self.expect_exit(0, "scenarios")
        golden = self.folder / "golden" / "documented" / "a.jsonl"
        golden.write_text(golden.read_text().replace("`8`", "`9`"))
        run = self.expect_exit(1, "scenarios")
        self.assertIn('expected  "`9`"', run.stdout)
        self.assertIn('got       "`8`"', run.stdout)

    def test_1_for_an_expectation_that_does_not_hold(self):
        self.write("scenarios/a.yaml", SCENARIO + "  - expect: {executed: {double: 3}}\n")
        self.expect_exit(1, "scenarios", "--update")
        self.assertEqual(self.goldens(), {})

    def test_2_for_usage_and_for_invalid_scenarios(self):
        self.expect_exit(2, "scenarios", "--nonsense")
        self.expect_exit(2, "nowhere.yaml")
        self.write("scenarios/b.yaml", "title: 1\nsteps: run\n")
        self.expect_exit(2, "scenarios", "--update")
        self.expect_exit(2, "show", "scenarios/b.yaml")

    def test_2_for_a_widget_that_is_not_there(self):
        self.write("scenarios/a.yaml",
                   SCENARIO + "  - interact: {checkbox: Nothing, value: true}\n")
        run = self.expect_exit(2, "scenarios", "--update")
        self.assertIn("scenarios/a.yaml:16:", run.stdout)
        self.assertEqual(self.goldens(), {})

    def test_4_when_nothing_ran(self):
        (self.folder / "empty").mkdir()
        self.expect_exit(4, "empty")


class Surroundings(Folder):
    def setUp(self):
        super().setUp()
        for number in range(12):
            self.write(f"scenarios/many/{number}.yaml", SCENARIO.replace("4", str(number + 10)))
        self.write("scenarios/bad.yaml", "title: 1\n")

    def test_the_number_of_threads_changes_no_byte(self):
        one = self.run_streplay("scenarios", "-j1", "-v", CI="1")
        for jobs in ("-j2", "-j8"):
            other = self.run_streplay("scenarios", jobs, "-v", CI="1")
            self.assertEqual((other.returncode, other.stdout, other.stderr),
                             (one.returncode, one.stdout, one.stderr))

    def test_locale_time_zone_and_folder_change_no_golden(self):
        self.run_streplay("scenarios", "-u")
        first = self.goldens()
        self.assertEqual(len(first), 26)
        shutil.rmtree(self.folder / "golden")
        self.run_streplay("a.yaml", "many", "-u", cwd=self.folder / "scenarios",
                          LANG="de_DE.UTF-8", LC_ALL="tr_TR.UTF-8", TZ="Pacific/Auckland")
        self.assertEqual(self.goldens(), first)

    # Memory for small objects comes from a range of 32 GiB of addresses, or else from malloc.
    @unittest.skipIf("asan" in STREPLAY, "AddressSanitizer needs more addresses")
    def test_a_limit_on_addresses_changes_no_byte(self):
        gibibyte = 1 << 30
        run = subprocess.run(
            [STREPLAY, "check", "scenarios", "-u", "-j4"], cwd=self.folder, capture_output=True,
            text=True, timeout=120, check=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (gibibyte, gibibyte)))
        self.assertEqual(run.returncode, 2, run.stdout + run.stderr)  # for bad.yaml
        first = self.goldens()
        self.assertEqual(len(first), 26)
        shutil.rmtree(self.folder / "golden")
        self.run_streplay("scenarios", "-u", "-j4")
        self.assertEqual(self.goldens(), first)

    def test_in_ci_nothing_is_written(self):
        self.run_streplay("scenarios", CI="true")
        self.assertEqual(self.goldens(), {})

    def test_unchanged_goldens_keep_their_times(self):
        self.run_streplay("scenarios", "-u")
        times = {p: p.stat().st_mtime_ns for p in (self.folder / "golden").rglob("*.jsonl")}
        self.run_streplay("scenarios", "-u")
        self.assertEqual(times, {p: p.stat().st_mtime_ns for p in times})


class Readme(unittest.TestCase):
    def test_what_the_readme_shows_is_what_is_printed(self):
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        blocks = re.findall(r"```console\n\$ \./dev (.*)\n((?:.*\n)*?)```", text)
        self.assertGreaterEqual(len(blocks), 2)
        for arguments, output in blocks:
            run = subprocess.run([STREPLAY, *arguments.split()], cwd=ROOT, capture_output=True,
                                 text=True, timeout=120, check=False)
            self.assertEqual(run.stdout, output)


if __name__ == "__main__":
    unittest.main()
