#!/usr/bin/env python3
"""Lets CPython 3.11 write down what every snippet prints, and checks the two tables against it.

    record_snippets.py            rewrites the recorded parts of snippets/*.txt
    record_snippets.py --check    changes nothing; shows what would change and exits with 1
"""

import argparse
import ast
import contextlib
import difflib
import io
import os
import random
import re
import sys
import warnings
from pathlib import Path

sys.dont_write_bytecode = True  # no __pycache__ among the tests

import case_file  # noqa: E402
import subset  # noqa: E402
import virtual_clock  # noqa: E402

HERE = Path(__file__).resolve().parent
REFUSAL_ENDING = " not supported in scenario scripts"


def type_name(error: BaseException) -> str:
    cls = type(error)
    plain = cls.__module__ in ("__main__", "builtins")
    return cls.__qualname__ if plain else f"{cls.__module__}.{cls.__qualname__}"


def exception_lines(error: BaseException) -> list[str]:
    """The exception, then what it came from, as a traceback would order the chain from the end."""
    lines, relation, seen = [], "", set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        message = str(error)
        if "\n" in message:
            raise case_file.BadFile(f"the message {message!r} has more than one line")
        lines.append("!" + relation + type_name(error) + (f": {message}" if message else ""))
        if error.__cause__ is not None:
            relation, error = "caused by ", error.__cause__
        elif error.__suppress_context__:
            break
        else:
            relation, error = "during ", error.__context__
    return lines


def printed_lines(text: str) -> list[str]:
    if not text:
        return []
    lines = ["|" + line for line in text.removesuffix("\n").split("\n")]
    return lines if text.endswith("\n") else lines + [case_file.NO_FINAL_NEWLINE]


def run(source: str) -> list[str]:
    """Runs a snippet as the script `__main__`; returns its recorded part."""
    out = io.StringIO()
    ending: list[str] = []
    random.seed(0)
    with contextlib.redirect_stdout(out), virtual_clock.installed():
        try:
            exec(compile(source, "<snippet>", "exec", dont_inherit=True), {"__name__": "__main__"})
        except BaseException as error:  # whatever the script raises is its result
            ending = exception_lines(error)
    return printed_lines(out.getvalue()) + ending


def record(path: Path) -> tuple[str, list[str]]:
    """The file as it should be, and what is wrong with its cases."""
    file = case_file.read(path)
    wrong = []
    for case in file.cases:
        where = f"{path.name}:{case.line}: {case.name}"
        source = "\n".join(case.source) + "\n"
        try:
            wrong += [f"{where}: {c}" for c in subset.complaints(ast.parse(source))]
            case.expected = run(source)
        except (SyntaxError, case_file.BadFile) as error:
            wrong.append(f"{where}: {error}")
            continue
        if re.search(r"0x[0-9a-f]{8}", "\n".join(case.expected)):
            wrong.append(f"{where}: prints an address")
        if not case.expected:
            wrong.append(f"{where}: prints nothing and raises nothing")
    return case_file.render(file), wrong


def templates(file: case_file.CaseFile, ending: str) -> dict[str, re.Pattern]:
    """The `# message:` lines of a table's header: `<word>` stands for any text."""
    found = {}
    for line in file.header:
        if line.startswith("# message: "):
            text = line.removeprefix("# message: ") + ending
            found[text] = re.compile(re.sub(r"<\w+>", ".+?", re.escape(text)))
    return found


def rejected(source: str) -> bool:
    try:
        compile(source, "<case>", "exec", dont_inherit=True)
    except SyntaxError:
        return True
    return False


def outside(source: str, line: int, column: int) -> bool:
    """Whether no character, line end or end of the script stands at the position."""
    lines = source.split("\n")
    return not (1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1)


def check_table(path: Path, must_be_rejected: bool, ending: str) -> list[str]:
    file = case_file.read(path)
    known = templates(file, ending)
    unused = set(known)
    wrong = []
    for case in file.cases:
        where = f"{path.name}:{case.line}: {case.name}"
        if rejected(case.text) != must_be_rejected:
            wrong.append(f"{where}: CPython {'accepts' if must_be_rejected else 'rejects'} it")
        diagnostics = [line for line in case.expected if line != case_file.NO_FINAL_NEWLINE]
        match = re.fullmatch(r"(\d+):(\d+): (.+)", diagnostics[0]) if len(diagnostics) == 1 else None
        if not match:
            wrong.append(f"{where}: wants one `line:column: message`")
            continue
        if outside(case.text, int(match[1]), int(match[2])):
            wrong.append(f"{where}: the position is outside the source")
        used = {text for text, pattern in known.items() if pattern.fullmatch(match[3])}
        if not used:
            wrong.append(f"{where}: the header does not list this message")
        unused -= used
    return wrong + [f"{path.name}: no case for the message: {text}" for text in sorted(unused)]


def check_tables() -> list[str]:
    return check_table(HERE / "refusals.txt", False, REFUSAL_ENDING) + check_table(
        HERE / "syntax_errors.txt", True, ""
    )


def with_fixed_environment(hash_seed: str) -> None:
    """Starts over when the order of sets, or the time zone, could differ."""
    wanted = {"PYTHONHASHSEED": hash_seed, "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    if any(os.environ.get(name) != value for name, value in wanted.items()):
        os.environ.update(wanted)
        os.execv(sys.executable, [sys.executable, *sys.argv])


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="default: snippets/*.txt")
    parser.add_argument("--check", action="store_true", help="write nothing, exit with 1 on a difference")
    parser.add_argument("--any-version", action="store_true", help="run on another Python than 3.11")
    parser.add_argument("--hash-seed", default="0", help="another seed shows what depends on it")
    return parser.parse_args()


def main() -> int:
    options = arguments()
    if sys.version_info[:2] != (3, 11) and not options.any_version:
        print(f"needs Python 3.11, this is {sys.version.split()[0]}", file=sys.stderr)
        return 2
    with_fixed_environment(options.hash_seed)
    warnings.simplefilter("ignore")
    wrong = check_tables()
    changed = 0
    for path in options.files or sorted((HERE / "snippets").glob("*.txt")):
        text, complaints = record(path)
        wrong += complaints
        before = path.read_bytes().decode("utf-8")
        if text == before:
            continue
        changed += 1
        if options.check:
            old, new = before.split("\n"), text.split("\n")
            print("\n".join(difflib.unified_diff(old, new, str(path), "CPython", lineterm="")))
        else:
            path.write_bytes(text.encode("utf-8"))
    print("\n".join(wrong), end="\n" if wrong else "", file=sys.stderr)
    return 1 if wrong or (options.check and changed) else 0


if __name__ == "__main__":
    sys.exit(main())
