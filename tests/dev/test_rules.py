"""Our own rules for sources (HACKING.md), each a test that names every offender."""

import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]

# The rooms of src/ and what each may include (specs/architecture.md).
MAY_INCLUDE = {
    "base": "",
    "script": "base",
    "registry": "base",
    "stream": "base",
    "scenario": "base script",
    "runtime": "stream registry scenario script base",
    "golden": "stream base",
    "adapter": "scenario stream base",
    "explore": "adapter golden runtime registry scenario script stream base",
    "report": "golden stream base",
    "cli": "adapter explore report golden runtime registry scenario script stream base",
}

# Third-party headers, and the only files that may include them.
ONLY_USERS = {
    "nlohmann/": ["src/stream/json_reader.cc"],
    "CLI/": ["src/cli/command_line.cc"],
    "yaml-cpp/": [
        "src/scenario/yaml_reader.cc",
        "src/scenario/yaml_syntax_error.cc",
        "src/registry/generator/yaml_reader.h",
        "src/registry/generator/yaml_reader.cc",
        "src/runtime/generate_profiles.cc",
    ],
}

# Files above the limit, each with its reason.
MAX_LINES = 400
LONG_FILES = {
    "src/script/format_spec.cc": "one small language: what it says, and how every kind is laid out",
    "tests/adapter_py/test_steps.py": "a test for each step",
    "src/script/unicode_table.cc": "a table",
}

MAX_COLUMNS = 100
# Rows of tables and command lines, one a line.
WIDE_FILES = re.compile(r"tests/(script|runtime)/.*\.py|src/.*_table\.py")
NO_NAMES = re.compile(r"(^|_)(util|utils|(?<!context_)manager|helper|helpers|misc|common)(_|\.|$)")
# Notes to oneself, and paths that are only right on one machine. In pieces, to allow this file.
NO_TEXTS = re.compile(
    r"\b(TO" r"DO|FIX" r"ME)\b|(?<![\w.~])/(wo" r"rk|tm" r"p|ro" r"ot)/"
)


def tracked(*suffixes):
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split("\0")
    return sorted(n for n in names if n.endswith(suffixes) and (ROOT / n).is_file())


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8", errors="replace")


def includes(name):
    """The (brackets, path) of every include."""
    return re.findall(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', text_of(name), re.MULTILINE)


def outside_raw_strings(text):
    """The text without what stands in C++ raw strings, which no formatter may break."""
    return re.sub(r'R"(\w*)\(.*?\)\1"', 'R""', text, flags=re.DOTALL)


class Rules(unittest.TestCase):
    def none_of(self, offenders):
        offenders = list(offenders)
        self.assertFalse(offenders, "\n" + "\n".join(offenders))

    def test_rooms_include_only_lower_rooms(self):
        offenders = []
        for name in tracked(".h", ".cc"):
            parts = pathlib.PurePath(name).parts
            if parts[0] != "src" or len(parts) < 3:
                continue
            allowed = MAY_INCLUDE[parts[1]].split() + [parts[1]]
            for bracket, path in includes(name):
                if bracket == '"' and path.split("/")[0] not in allowed:
                    offenders.append(f"{name} includes {path}")
        self.none_of(offenders)

    def test_third_party_headers_stay_where_they_belong(self):
        self.none_of(
            f"{name} includes {path}"
            for name in tracked(".h", ".cc") if name.startswith("src/")
            for _, path in includes(name)
            for prefix, users in ONLY_USERS.items()
            if path.startswith(prefix) and name not in users
        )

    def test_headers_have_the_guard_of_their_path(self):
        offenders = []
        for name in tracked(".h"):
            path = name.removeprefix("src/")
            guard = "STREPLAY_" + re.sub(r"\W", "_", path).upper() + "_"
            text = text_of(name)
            opens = f"#ifndef {guard}\n#define {guard}\n" in text
            if not opens or f"#endif  // {guard}" not in text:
                offenders.append(f"{name}: {guard}")
        self.none_of(offenders)

    def test_headers_begin_with_their_contract(self):
        self.none_of(name for name in tracked(".h") if not text_of(name).startswith("// "))

    def test_lines_are_not_too_long(self):
        offenders = []
        for name in tracked(".h", ".cc", ".def", ".py", "CMakeLists.txt", "dev"):
            if WIDE_FILES.fullmatch(name):
                continue
            for number, line in enumerate(outside_raw_strings(text_of(name)).split("\n"), 1):
                if len(line) > MAX_COLUMNS:
                    offenders.append(f"{name}:{number} or below: {len(line)} columns")
        self.none_of(offenders)

    def test_files_are_not_too_long(self):
        lengths = {name: text_of(name).count("\n") for name in tracked(".h", ".cc", ".py")}
        self.none_of(
            f"{name}: {length} lines" for name, length in lengths.items()
            if length > MAX_LINES and name not in LONG_FILES
        )
        self.none_of(f"{name} needs no exception" for name in LONG_FILES
                     if lengths.get(name, 0) <= MAX_LINES)

    def test_names_say_what_is_inside(self):
        self.none_of(
            name for name in tracked(".h", ".cc", ".py")
            if NO_NAMES.search(pathlib.PurePath(name).name)
            or not re.fullmatch(r"[a-z0-9_]+\.\w+", pathlib.PurePath(name).name)
        )

    def test_no_notes_to_oneself_and_no_paths_of_one_machine(self):
        offenders = []
        for name in tracked(".h", ".cc", ".def", ".py", ".md", ".yaml", "CMakeLists.txt", "dev"):
            for number, line in enumerate(text_of(name).split("\n"), 1):
                if NO_TEXTS.search(line):
                    offenders.append(f"{name}:{number}: {line.strip()[:80]}")
        self.none_of(offenders)

    def test_texts_end_with_one_line_break_and_have_no_trailing_blanks(self):
        offenders = []
        for name in tracked(".h", ".cc", ".def", ".py", ".md", "CMakeLists.txt"):
            text = text_of(name)
            if text and (not text.endswith("\n") or text.endswith("\n\n")):
                offenders.append(f"{name}: end of file")
            if re.search(r"[ \t]\n|\r", outside_raw_strings(text)):
                offenders.append(f"{name}: trailing blanks or carriage returns")
        self.none_of(offenders)

    def test_main_is_short(self):
        self.assertLess(text_of("src/main.cc").count("\n"), 30)


if __name__ == "__main__":
    unittest.main()
