"""specs/conformance.md is made by minutes of work on real Streamlits, which no test repeats. What
can be held against the sources is: its rows are the rules, and its scenarios exist."""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = (ROOT / "specs" / "conformance.md").read_text(encoding="utf-8")
AGAIN = "; ./dev matrix makes the page anew"


class Conformance(unittest.TestCase):
    def test_its_rows_are_the_rules(self):
        rules = re.findall(r"^  - id: (\S+)$", (ROOT / "specs/rules.yaml").read_text("utf-8"),
                           re.MULTILINE)
        rows = re.findall(r"^\| `([^`]+)` \|", PAGE, re.MULTILINE)
        self.assertEqual(rows, rules, AGAIN)

    def test_every_row_has_a_cell_for_each_release(self):
        heading = re.search(r"^\| rule \| what it says \|(.*)\|$", PAGE, re.MULTILINE).group(1)
        releases = [each.strip() for each in heading.split("|")]
        self.assertIn("1.18.1", releases)
        for row in re.findall(r"^\| `.*\|$", PAGE, re.MULTILINE):
            cells = re.split(r"(?<!\\)\|", row)[3:-1]
            self.assertEqual(len(cells), len(releases), row)
            for cell in cells:
                self.assertRegex(cell, r"^ (✓( \d+/\d+)?|✗( \d+/\d+)?|–) $", row)

    def test_its_scenarios_exist(self):
        named = set(re.findall(r"^- `(scenarios/[^`]+)`$", PAGE, re.MULTILINE))
        self.assertTrue(named)
        self.assertEqual([each for each in sorted(named) if not (ROOT / each).is_file()], [], AGAIN)


if __name__ == "__main__":
    unittest.main()
