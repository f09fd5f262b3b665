#!/usr/bin/env python3
"""Lets CPython 3.11 write down its syntax trees and sources, and Streamlit 1.18.1 what its magic shows.

    record_trees.py [--streamlit DIR]            rewrites the recorded parts of trees/*.txt
    record_trees.py [--streamlit DIR] --check    changes nothing; exits with 1 when something differs

DIR is where Streamlit 1.18.1 is installed; without it trees/magic.txt stays as it is.
"""

import argparse
import ast
import importlib.util
import inspect
import linecache
import sys
import warnings
from pathlib import Path

sys.dont_write_bytecode = True  # no __pycache__ among the tests

import case_file  # noqa: E402
import tree_dump  # noqa: E402

HERE = Path(__file__).resolve().parent
MAGIC_FILE = "streamlit/runtime/scriptrunner/magic.py"


def load_magic(streamlit: Path):
    spec = importlib.util.spec_from_file_location("magic", streamlit / MAGIC_FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def shown_statements(source: str, tree: ast.Module, magic) -> set[ast.Expr]:
    """The statements of `tree` whose value magic replaces in a second tree of the same source."""
    if magic is None:
        return set()
    other = ast.parse(source)
    statements = [n for n in ast.walk(other) if isinstance(n, ast.Expr)]
    values = [n.value for n in statements]
    magic._modify_ast_subtree(other, is_root=False)
    ours = [n for n in ast.walk(tree) if isinstance(n, ast.Expr)]
    return {n for n, statement, value in zip(ours, statements, values, strict=True)
            if statement.value is not value}


def tree_lines(source: str, magic) -> list[str]:
    tree = ast.parse(source)
    return [tree_dump.TreeDump(source, tree, shown_statements(source, tree, magic)).text]


def function_codes(code):
    """The code objects of functions and lambdas; those of comprehensions and classes are passed through."""
    for constant in filter(inspect.iscode, code.co_consts):
        is_comprehension = constant.co_name in ("<listcomp>", "<setcomp>", "<dictcomp>")
        if constant.co_flags & inspect.CO_OPTIMIZED and not is_comprehension:
            yield constant
        yield from function_codes(constant)


def source_lines(source: str) -> list[str]:
    """`line name: first-last` for every function: the lines that inspect.getsource returns."""
    file = "<case>"
    lines = source.splitlines(keepends=True)
    linecache.cache[file] = (len(source), None, lines, file)
    found = set()
    for code in function_codes(compile(source, file, "exec")):
        _, first = inspect.findsource(code)
        count = len(inspect.getblock(lines[first:]))
        found.add((code.co_firstlineno, code.co_name, first + 1, first + count))
    return [f"{line} {name}: {first}-{last}" for line, name, first, last in sorted(found)]


def record(path: Path, magic) -> str:
    file = case_file.read(path)
    for case in file.cases:
        is_source = path.name == "sources.txt"
        case.expected = source_lines(case.text) if is_source else tree_lines(case.text, magic)
    return case_file.render(file)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--streamlit", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if sys.version_info[:2] != (3, 11):
        sys.exit("record_trees.py needs Python 3.11")
    warnings.simplefilter("ignore")
    magic = load_magic(options.streamlit) if options.streamlit else None
    differs = False
    for path in sorted((HERE / "trees").glob("*.txt")):
        if path.name == "magic.txt" and magic is None:
            continue
        text = record(path, magic if path.name == "magic.txt" else None)
        if text == path.read_text(encoding="utf-8"):
            continue
        print(f"{path.relative_to(HERE)} differs")
        differs = True
        if not options.check:
            path.write_text(text, encoding="utf-8")
    return 1 if options.check and differs else 0


if __name__ == "__main__":
    sys.exit(main())
