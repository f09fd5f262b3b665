"""Reports of the real binary, read by independent readers: XML, HTML, JSON with its schema, YAML.

$STREPLAY names the binary; default: build/release/streplay. What needs python3-jsonschema or
python3-yaml is skipped without it.
"""

import html.parser
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
STREPLAY = os.environ.get("STREPLAY", str(ROOT / "build" / "release" / "streplay"))

# As escapes of YAML's double-quoted strings, with what the reports show for them.
NASTY = [
    (r"\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
    (r"nul\x00 del\x7f bell\x07", r"nul\x00 del\x7f bell\x07"),
    (r"bidi \u202e and \u2066", r"bidi \u202e and \u2066"),
    (r"no character \uFFFE \uFFFF", r"no character \ufffe \uffff"),
    (r"<b>&amp; ]]> <!-- \" '", "<b>&amp; ]]> <!-- \" '"),
    (r"# SKIP | `code` ::error::%0A", "# SKIP | `code` ::error::%0A"),
    (r"日本語 é 🎈", "日本語 é 🎈"),
]


class Tags(html.parser.HTMLParser):
    """The open tags must close in order; what is written between them is kept."""

    VOID = {"meta", "br"}

    def __init__(self):
        super().__init__()
        self.open = []
        self.seen = set()
        self.text = []

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        self.text.append(data)


class Reports(unittest.TestCase):
    """A corpus in which each title is nasty, and each golden but the first one says otherwise."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="streplay-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        for number, (title, _) in enumerate(NASTY):
            script = f'"import streamlit as st\\nst.write(\\"{number}\\")"'
            cls.write(f"scenarios/nasty/{number}.yaml",
                      f'title: "{title}"\nprofiles: [documented]\ncovers: [a.b]\n'
                      f"script: {script}\nsteps: [run]\n")
        cls.streplay("scenarios", "-u")
        for golden in sorted((cls.folder / "golden").rglob("*.jsonl"))[1:]:
            touched = golden.read_text("utf-8").replace('"body":"', '"body":"not ')
            golden.write_text(touched, "utf-8")
        cls.write("scenarios/broken.yaml", "title: [1]\nstep: run\n")
        cls.write("scenarios/unexpected.yaml",
                  "title: T\nprofiles: [documented]\nscript: x = 1\n"
                  "steps: [run, expect: {status: stop}]\n")
        cls.write("scenarios/new.yaml",
                  "title: T\nprofiles: [streamlit-1.18]\nscript: x = 1\nsteps: [run]\n")
        formats = ["json", "junit", "tap", "github", "markdown", "html"]
        cls.check = cls.streplay(
            "scenarios", *(f"--report={name}:out/{name}" for name in formats))
        cls.reports = {name: (cls.folder / "out" / name).read_bytes() for name in formats}

    @classmethod
    def write(cls, name, text):
        path = cls.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    @classmethod
    def streplay(cls, *arguments):
        return subprocess.run(
            [STREPLAY, *arguments], cwd=cls.folder, capture_output=True, timeout=120, check=False,
            env={"PATH": os.environ.get("PATH", ""), "CI": "1",
                 **{name: value for name, value in os.environ.items() if "SAN_OPTIONS" in name}})

    def test_the_check_is_what_these_tests_take_it_for(self):
        self.assertEqual(self.check.returncode, 2, self.check.stderr)
        totals = "1 passed, 7 failed, 1 without golden, 1 invalid  ("
        self.assertIn(totals, self.check.stdout.decode("utf-8"))

    def test_junit_is_xml_whatever_the_titles_hold(self):
        suites = xml.etree.ElementTree.fromstring(self.reports["junit"])
        self.assertEqual(
            {name: suites.get(name) for name in ("tests", "failures", "errors", "skipped")},
            {"tests": "10", "failures": "8", "errors": "1", "skipped": "0"})
        cases = suites.findall("testsuite/testcase")
        titles = [found.get("value") for found in
                  suites.findall("testsuite/testcase/properties/property[@name='title']")]
        self.assertEqual(titles, [shown for _, shown in NASTY] + ["T", "T"])
        self.assertEqual([case.get("classname") for case in cases].count("scenarios/nasty"), 7)
        self.assertEqual(len(suites.findall("testsuite/testcase/failure")), 8)
        self.assertEqual(len(suites.findall("testsuite/testcase/error")), 1)

    def test_junit_says_why_a_scenario_was_skipped(self):
        run = self.streplay("scenarios/new.yaml", "--profile=documented", "--report=junit")
        self.assertEqual(run.returncode, 4)
        skipped = xml.etree.ElementTree.fromstring(run.stdout).find("testsuite/testcase/skipped")
        self.assertEqual(skipped.get("message"), "the scenario has no profile `documented`")

    def test_json_fits_its_schema(self):
        try:
            import jsonschema
        except ImportError as missing:
            self.skipTest(str(missing))
        schema = json.loads((ROOT / "specs" / "report.schema.json").read_text("utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        report = json.loads(self.reports["json"])
        self.assertEqual([error.message for error in validator.iter_errors(report)], [])
        self.assertEqual(list(report)[-1], "footer")
        for key in report:
            part = {name: value for name, value in report.items() if name != key}
            self.assertFalse(validator.is_valid(part), key)
        whole = json.loads((ROOT / "tests/report/expected/every.json").read_text("utf-8"))
        self.assertEqual([error.message for error in validator.iter_errors(whole)], [])

    def test_json_holds_what_would_become_the_golden(self):
        results = json.loads(self.reports["json"])["results"]
        offered = [result for result in results if "golden" in result]
        self.assertEqual(len(offered), 7)
        for result in offered:
            golden = result["golden"]
            path = self.folder / golden["path"]
            digest = 0xCBF29CE484222325
            for byte in path.read_bytes() if path.exists() else b"":
                digest = (digest ^ byte) * 0x100000001B3 % 2**64
            self.assertEqual(golden["expected_digest"], f"{digest:016x}" if path.exists() else None)
            self.assertTrue(golden["got"].startswith('{"streplay":1,'))

    def test_html_is_closed_and_holds_no_tag_of_a_title(self):
        tags = Tags()
        tags.feed(self.reports["html"].decode("utf-8"))
        tags.close()
        self.assertEqual(tags.open, [])
        self.assertFalse(tags.seen & {"script", "img", "a", "link", "iframe"}, tags.seen)
        text = "".join(tags.text)
        for _, shown in NASTY:
            self.assertIn(shown, text)

    def test_tap_counts_and_its_blocks_are_yaml(self):
        try:
            import yaml
        except ImportError as missing:
            self.skipTest(str(missing))
        text = self.reports["tap"].decode("utf-8")
        self.assertTrue(text.startswith("TAP version 14\n"))
        self.assertIn("\n1..10\n", text)
        blocks = [yaml.safe_load(block.split("\n  ...\n")[0])
                  for block in text.split("\n  ---\n")[1:]]
        self.assertEqual(len(blocks), 9)
        self.assertEqual(sorted(block["outcome"] for block in blocks),
                         ["failed"] * 7 + ["invalid", "missing"])
        self.assertTrue(all(block["output"].strip() for block in blocks))

    def test_no_control_character_is_in_any_report(self):
        texts = dict(self.reports, terminal=self.check.stdout)
        for name, raw in texts.items():
            text = raw.decode("utf-8")
            for letter in "\x00\x07\x1b\x7f\u202e\u2066\ufffe\uffff":
                self.assertNotIn(letter, text, name)

    def test_an_earlier_report_gives_the_same_again(self):
        for name, raw in self.reports.items():
            again = self.streplay("report", "show", "out/json", "--report", name)
            self.assertEqual(again.stdout, raw, name)
            self.assertEqual(again.returncode, 2)
        self.assertEqual(self.streplay("report", "out/json").stdout, self.check.stdout)

    def test_the_reports_of_all_shards_give_the_whole_one(self):
        for kind in ("", "hash:"):
            names = []
            for number in range(1, 25):
                name = f"shards/{kind}{number}"
                self.streplay("scenarios", f"--shard={kind}{number}/24", f"--report=json:{name}")
                names.append(name)
            merged = self.streplay("report", "merge", *reversed(names), "--report=json")
            self.assertEqual(merged.stdout, self.streplay("scenarios", "--report=json").stdout)
            self.assertEqual(merged.returncode, 2)
            missing = self.streplay("report", "merge", *names[1:])
            self.assertEqual(missing.returncode, 2)
            self.assertIn("shard 1 of 24 is missing", missing.stderr.decode("utf-8"))

    def test_a_report_that_is_cut_off_is_refused(self):
        (self.folder / "cut").write_bytes(self.reports["json"][:-100])
        run = self.streplay("report", "show", "cut")
        self.assertEqual(run.returncode, 2)
        self.assertEqual(run.stderr.decode("utf-8"),
                         "cut: error: the report is cut off: it ends before its footer\n"
                         "    = run the check again\n")


if __name__ == "__main__":
    unittest.main()
