"""What the corpus must hold, by the names and texts of its scenarios: every listed command its own
miss and hit, every widget all of its uses, and no rule that would stay covered without a scenario
for it. What else it must hold, specs/rules.yaml says."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCENARIOS = ROOT / "scenarios"
STREPLAY = os.environ.get("STREPLAY", str(ROOT / "build" / "release" / "streplay"))

WIDGETS = """button camera_input checkbox color_picker date_input download_button file_uploader
    multiselect number_input radio select_slider selectbox slider text_area text_input
    time_input""".split()
BUTTONS = ("button", "download_button")  # a form refuses them

# For each use of a widget: what the scenario of that name must contain, beside the widget's call.
USES = {
    "works": [r"executed: \{\w+: 1\}", r"hits: \{\w+: 1\}", r"- interact:",
              r"experimental_allow_widgets=True"],
    "not-allowed": [r"CachedStFunctionWarning", r"profile: documented",
                    r"profile: streamlit-1\.18"],
    "duplicate": [r"exception: \{DuplicateWidgetID:"],
    "in-form": [r"with st\.form\("],
    "in-sidebar": [r"with st\.sidebar:", r"path: \[1, ", r"hits: \{\w+: 1\}"],
    "with-key": [r"key=\"", r"st\.session_state\b", r"hits: \{\w+: 1\}", r"- interact: \{key: "],
    "callback": [r"on_(change|click)=", r"hits: \{\w+: 1\}", r"- interact:"],
}


def rules():
    return re.findall(r"^  - id: (\S+)$", (ROOT / "specs/rules.yaml").read_text(encoding="utf-8"),
                      re.MULTILINE)


def covers(text):
    """The rule ids of a scenario's `covers`, a list in brackets or one a line."""
    found = re.search(r"^covers:\s*(\[[^\]]*\]|(?:\n\s*- \S+)+)", text, re.MULTILINE)
    return re.findall(r"[\w.-]*\w", found.group(1)) if found else []


def texts():
    return {path: path.read_text(encoding="utf-8") for path in sorted(SCENARIOS.rglob("*.yaml"))}


class Corpus(unittest.TestCase):
    def test_every_widget_has_a_scenario_of_each_use(self):
        gaps = []
        for widget in WIDGETS:
            for use, patterns in USES.items():
                path = SCENARIOS / "widgets" / widget / f"{use}.yaml"
                text = path.read_text(encoding="utf-8") if path.exists() else ""
                wanted = [rf"st\.{widget}\(", *patterns]
                if use == "in-form":
                    wanted.append("exception: StreamlitAPIException" if widget in BUTTONS
                                  else r"form_submit_button: ")
                name = path.relative_to(ROOT).as_posix()
                gaps += [f"{name}: {each}" for each in wanted if not re.search(each, text)]
            if f"widgets.command.{widget}" not in covers(
                    (SCENARIOS / f"widgets/{widget}/works.yaml").read_text(encoding="utf-8")):
                gaps.append(f"{widget}: works.yaml does not cover its rule")
        self.assertEqual(gaps, [])

    def test_every_static_command_has_a_miss_and_a_hit(self):
        commands = [rule.removeprefix("replay.command.") for rule in rules()
                    if rule.startswith("replay.command.")]
        self.assertEqual(len(commands), 42)
        gaps = []
        for command in commands:
            path = SCENARIOS / "commands" / (command.replace(".", "_") + ".yaml")
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            wanted = [r"executed: \{\w+: 1\}", r"hits: \{\w+: 1\}", r"warnings: \[\]",
                      r"contains: \[|elements: \[|printed: \["]
            if command != "alert":  # any of four commands
                wanted.append(rf"\b{command.rpartition('.')[2]}\(")
            gaps += [f"{path.name}: {each}" for each in wanted if not re.search(each, text)]
            if f"replay.command.{command}" not in covers(text):
                gaps.append(f"{path.name} does not cover its rule")
        self.assertEqual(gaps, [])

    def test_two_families_nest_in_every_combination(self):
        uses = ["both-allow", "neither-allows", "only-inner-allows", "only-outer-allows"]
        missing = [f"{outer}-around-{inner}/{use}"
                   for outer in ("data", "resource") for inner in ("data", "resource")
                   for use in uses
                   if not (SCENARIOS / f"nested/{outer}-around-{inner}/{use}.yaml").exists()]
        self.assertEqual(missing, [])

    def test_titles_are_sentences_and_each_stands_once(self):
        titles = [re.search(r"^title: (.*)$", text, re.MULTILINE).group(1)
                  for text in texts().values()]
        self.assertEqual(sorted({title for title in titles if titles.count(title) > 1}), [])
        self.assertEqual([title for title in titles
                          if len(title.split()) < 2 or not title.strip("'\"")[0].isupper()
                          and not title.startswith("st.") or title.endswith(".")], [])


@unittest.skipUnless(pathlib.Path(STREPLAY).exists(), "no program: ./dev build")
class Coverage(unittest.TestCase):
    def test_removing_the_only_scenario_of_a_rule_makes_coverage_fail(self):
        of_rule = {}
        for path, text in texts().items():
            for rule in covers(text):
                of_rule.setdefault(rule, []).append(path)
        only = {rule: paths[0] for rule, paths in of_rule.items() if len(paths) == 1}
        self.assertTrue(only)
        with tempfile.TemporaryDirectory() as folder:
            corpus = pathlib.Path(folder)
            shutil.copytree(SCENARIOS, corpus / "scenarios")
            (corpus / "specs").mkdir()
            shutil.copy(ROOT / "specs/rules.yaml", corpus / "specs")
            self.assertEqual(self.coverage(corpus)[0], 0)
            for rule, path in sorted(only.items()):
                copy = corpus / path.relative_to(ROOT)
                text = copy.read_bytes()
                copy.unlink()
                code, out = self.coverage(corpus)
                copy.write_bytes(text)
                self.assertEqual(code, 1, f"{rule} without {path.name}:\n{out}")
                self.assertIn(rule, out)

    @staticmethod
    def coverage(corpus):
        done = subprocess.run([STREPLAY, "coverage", "scenarios"], cwd=corpus, text=True,
                              capture_output=True, check=False)
        return done.returncode, done.stdout


if __name__ == "__main__":
    unittest.main()
