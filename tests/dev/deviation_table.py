"""Holds the README's table of deviations to what the program says.

    tests/dev/deviation_table.py            exit code 1 when they differ
    tests/dev/deviation_table.py --write    puts what the program says into the README

$STREPLAY names the binary; default: build/release/streplay.
"""

import difflib
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
STREPLAY = os.environ.get("STREPLAY", str(ROOT / "build" / "release" / "streplay"))
PLACE = re.compile(r"(?<=<!-- deviations: begin -->\n).*?(?=<!-- deviations: end -->\n)", re.DOTALL)


def table():
    command = [STREPLAY, "compare", "--format", "markdown", "scenarios"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def main():
    text = README.read_text(encoding="utf-8")
    places = PLACE.findall(text)
    if len(places) != 1:
        sys.exit("README.md: one place between `deviations: begin` and `deviations: end` is needed")
    new = PLACE.sub(lambda _: "\n" + table() + "\n", text)
    if "--write" in sys.argv[1:]:
        README.write_text(new, encoding="utf-8")
    elif new != text:
        sys.stdout.writelines(difflib.unified_diff(
            text.splitlines(True), new.splitlines(True), "README.md", "what the program says"))
        sys.exit("README.md is not what the program says: tests/dev/deviation_table.py --write")


if __name__ == "__main__":
    main()
