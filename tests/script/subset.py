"""Whether a snippet stays inside the scenario language, judged on CPython's own syntax tree.

The corpus must not hold what the interpreter refuses, so every snippet passes through `complaints`.
It is coarser than the parser: it names a line, and knows nothing of tokens.
"""

import ast
import builtins

BUILTINS = set(
    """abs all any bool callable chr dict divmod enumerate filter float format getattr hasattr hash id
    int isinstance issubclass iter len list map max min next object ord pow print range repr reversed
    round set setattr sorted str sum super tuple type zip property staticmethod classmethod
    frozenset""".split()
) | {
    name
    for name, value in vars(builtins).items()
    if isinstance(value, type) and issubclass(value, BaseException) and "Group" not in name
}
MODULES = {"time", "datetime", "math", "random", "json", "functools", "collections"}
METHODS = set("__init__ __eq__ __str__ __repr__ __call__ __enter__ __exit__".split())
READABLE = METHODS | set(
    """__name__ __qualname__ __module__ __class__ __dict__ __doc__ __wrapped__ __cause__ __context__
    __suppress_context__""".split()
)
REFUSED = {
    ast.Yield: "yield",
    ast.YieldFrom: "yield from",
    ast.GeneratorExp: "a generator expression",
    ast.AsyncFunctionDef: "async def",
    ast.Match: "match",
    ast.TryStar: "except*",
    ast.MatMult: "matrix multiplication",
}


def is_dunder(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")


def bound_names(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            names.add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.alias):
            names.add((node.asname or node.name).split(".")[0])
        elif isinstance(node, ast.ExceptHandler) and node.name:
            names.add(node.name)
    return names


def docstrings(tree: ast.AST) -> set[ast.AST]:
    bodies = [n.body for n in ast.walk(tree) if isinstance(n, (ast.Module, ast.FunctionDef, ast.ClassDef))]
    return {body[0] for body in bodies if body}


def complaints(tree: ast.Module) -> list[str]:
    known = bound_names(tree)
    first_statements = docstrings(tree)
    found = []
    for node in ast.walk(tree):
        what = complaint(node, known, first_statements)
        if what:
            found.append(f"line {getattr(node, 'lineno', '?')}: {what}")
    return found


def complaint(node: ast.AST, known: set[str], first_statements: set[ast.AST]) -> str | None:
    if type(node) in REFUSED:
        return REFUSED[type(node)]
    if isinstance(node, ast.Expr):
        return expression_statement(node, first_statements)
    if isinstance(node, ast.Name):
        return name(node, known)
    if isinstance(node, ast.Attribute) and is_dunder(node.attr) and node.attr not in READABLE:
        return f"the attribute {node.attr}"
    if isinstance(node, ast.ClassDef):
        return class_statement(node)
    if isinstance(node, ast.Constant) and isinstance(node.value, complex):
        return "a complex number"
    if isinstance(node, ast.Constant) and isinstance(node.value, int) and node.value >= 2**63:
        return "an integer beyond 64 bits"
    if isinstance(node, ast.Import):
        outside = [alias.name for alias in node.names if alias.name not in MODULES]
        return f"import of {outside[0]}" if outside else None
    if isinstance(node, ast.ImportFrom):
        return None if node.module in MODULES and node.level == 0 else f"import from {node.module}"
    return None


def expression_statement(node: ast.Expr, first_statements: set[ast.AST]) -> str | None:
    """A bare expression is written to the page by magic, so a snippet may only call."""
    if isinstance(node.value, ast.Call):
        return None
    if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return None if node in first_statements else "a string statement that is no docstring"
    return "an expression statement that is no call"


def name(node: ast.Name, known: set[str]) -> str | None:
    if not isinstance(node.ctx, ast.Load) or node.id in known or node.id in BUILTINS:
        return None
    if node.id == "__name__":
        return None
    if is_dunder(node.id) or hasattr(builtins, node.id):
        return f"the name {node.id}"
    return None


def class_statement(node: ast.ClassDef) -> str | None:
    if node.keywords or len(node.bases) > 1:
        return "class arguments beyond one base"
    for item in ast.walk(node):
        if isinstance(item, ast.FunctionDef) and is_dunder(item.name) and item.name not in METHODS:
            return f"the method {item.name}"
    return None
