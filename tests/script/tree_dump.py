"""CPython's syntax tree in the text form of ast_dump.h, with the place that its symbol tables give each name."""

import ast
import symtable

from symbol_tables import DEF_FREE_CLASS, DEF_NONLOCAL, Association, flags_of, scope_of

OPERATORS = {
    ast.BitOr: "|", ast.BitXor: "^", ast.BitAnd: "&", ast.LShift: "<<", ast.RShift: ">>", ast.Add: "+",
    ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.UAdd: "+", ast.USub: "-", ast.Invert: "~", ast.Not: "not", ast.Eq: "==", ast.NotEq: "!=",
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Is: "is", ast.IsNot: "is not",
    ast.In: "in", ast.NotIn: "not in",
}
SMALLEST = -(2**63)


def form(*parts: str) -> str:
    return "(" + " ".join(parts) + ")"


def folded_number(node):
    """The value of a number with any number of minus signs, as the parser folds it; else None."""
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return node.value
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        value = folded_number(node.operand)
        return None if value is None or value == SMALLEST else -value
    return None


class TreeDump:
    """`shown` holds the expression statements that magic shows, by their node."""

    def __init__(self, source: str, tree: ast.Module, shown: set[ast.Expr]):
        self.lines = source.encode().split(b"\n")
        self.shown = shown
        top = symtable.symtable(source, "case", "exec")
        self.association = Association(tree, top).tables
        self.scopes = [top]
        self.qualnames = [("module", "")]
        self.classes: list[str] = []
        self.text = self.block(tree.body)

    # Names

    def mangle(self, name: str) -> str:
        private = name.startswith("__") and not name.endswith("__") and "." not in name
        owner = self.classes[-1].lstrip("_") if self.classes else ""
        return f"_{owner}{name}" if private and owner else name

    def name(self, name: str) -> str:
        return f"{self.mangle(name)}.{self.place(self.mangle(name))}"

    def place(self, name: str) -> str:
        table = self.scopes[-1]
        if table.get_type() == "module":
            return "G"
        symbol = table.lookup(name)
        scope = scope_of(symbol)
        if scope.startswith("GLOBAL"):
            return "G"
        if table.get_type() == "class":
            return "N" if scope == "LOCAL" else "F" if flags_of(symbol) & DEF_NONLOCAL else "K"
        return scope[0]

    def frees(self, table: symtable.SymbolTable) -> str:
        passes = DEF_FREE_CLASS if table.get_type() == "class" else 0
        names = [s.get_name() for s in table.get_symbols()
                 if scope_of(s) == "FREE" or flags_of(s) & passes]
        return "{" + " ".join(sorted(names)) + "}"

    def qualname(self, name: str, bound: str = "") -> str:
        kind, outer = self.qualnames[-1]
        table = self.scopes[-1]
        is_global = bound and scope_of(table.lookup(self.mangle(bound))) == "GLOBAL_EXPLICIT"
        if kind == "module" or (table.get_type() != "module" and is_global):
            return name
        return outer + (".<locals>." if kind == "function" else ".") + name

    def inside(self, node, kind: str, qualname: str, dump):
        self.scopes.append(self.association[node])
        self.qualnames.append((kind, qualname))
        text = dump()
        self.scopes.pop()
        self.qualnames.pop()
        return text

    # Statements

    def block(self, statements) -> str:
        return "[" + " ".join(getattr(self, "dump_" + type(s).__name__)(s) for s in statements) + "]"

    def dump_Expr(self, node):
        kind = "show-items" if isinstance(node.value, ast.Tuple) else "show"
        return form(kind if node in self.shown else "expr", self.expr(node.value))

    def dump_Assign(self, node):
        return form("=", self.items(node.targets), self.expr(node.value))

    def dump_AugAssign(self, node):
        return form(OPERATORS[type(node.op)] + "=", self.expr(node.target), self.expr(node.value))

    def dump_AnnAssign(self, node):
        kind = "annotate" if node.simple else "annotate-other"
        if self.scopes[-1].get_type() == "function":
            kind += "-unevaluated"
        return form(kind, self.expr(node.target), self.expr(node.annotation), self.expr(node.value))

    def dump_If(self, node):
        parts = ["if", self.expr(node.test), self.block(node.body)]
        while len(node.orelse) == 1 and self.is_elif(node.orelse[0]):
            node = node.orelse[0]
            parts += [self.expr(node.test), self.block(node.body)]
        return form(*parts, self.block(node.orelse))

    def is_elif(self, node) -> bool:
        return self.lines[node.lineno - 1][node.col_offset:].startswith(b"elif")

    def dump_While(self, node):
        return form("while", self.expr(node.test), self.block(node.body), self.block(node.orelse))

    def dump_For(self, node):
        return form("for", self.expr(node.target), self.expr(node.iter), self.block(node.body),
                    self.block(node.orelse))

    def dump_With(self, node):
        items = [form(self.expr(i.context_expr), self.expr(i.optional_vars)) for i in node.items]
        return form("with", *items, self.block(node.body))

    def dump_Try(self, node):
        handlers = [form("except", self.expr(h.type), self.name(h.name) if h.name else "-",
                         self.block(h.body)) for h in node.handlers]
        return form("try", self.block(node.body), *handlers, self.block(node.orelse),
                    self.block(node.finalbody))

    def dump_FunctionDef(self, node):
        return form("def", self.name(node.name), self.items(node.decorator_list),
                    self.function(node, node.name, node.name, node.returns))

    def dump_ClassDef(self, node):
        base = self.expr(node.bases[0] if node.bases else None)
        head = [self.name(node.name), self.items(node.decorator_list), base]
        qualname = self.qualname(node.name, node.name)
        self.classes.append(node.name)
        body = self.inside(node, "class", qualname, lambda: self.block(node.body))
        self.classes.pop()
        return form("class", *head, qualname + self.frees(self.association[node]), body)

    def dump_Return(self, node):
        return form("return", self.expr(node.value))

    def dump_Raise(self, node):
        return form("raise", self.expr(node.exc), self.expr(node.cause))

    def dump_Assert(self, node):
        return form("assert", self.expr(node.test), self.expr(node.msg))

    def dump_Delete(self, node):
        if len(node.targets) == 1:
            return form("del", self.expr(node.targets[0]))
        return form("del", form("tuple", self.items(node.targets)))

    def dump_Import(self, node):
        return form("import", *[f"{a.name}>{self.name(a.asname)}" if a.asname else
                                f"{a.name}:{self.name(a.name.split('.')[0])}" for a in node.names])

    def dump_ImportFrom(self, node):
        names = [f"{self.mangle(a.name)}>{self.name(a.asname or a.name)}" for a in node.names]
        return form("from", node.module, *names)

    def plain(self, node):
        return form(type(node).__name__.lower())

    dump_Global = dump_Nonlocal = dump_Pass = dump_Break = dump_Continue = plain

    # Functions

    def function(self, node, name: str, bound: str, returns) -> str:
        arguments = node.args
        positional = arguments.posonlyargs + arguments.args
        defaults = [None] * (len(positional) - len(arguments.defaults)) + arguments.defaults
        marks = ["/"] * len(arguments.posonlyargs) + [""] * len(arguments.args)
        parameters = [self.parameter(*p) for p in zip(marks, positional, defaults)]
        parameters += [self.parameter("k:", *p)
                       for p in zip(arguments.kwonlyargs, arguments.kw_defaults)]
        parameters += [self.parameter("*", arguments.vararg)] if arguments.vararg else []
        parameters += [self.parameter("**", arguments.kwarg)] if arguments.kwarg else []
        annotated = [*arguments.args, *arguments.posonlyargs, arguments.vararg,
                     *arguments.kwonlyargs, arguments.kwarg]
        parts = [f"{self.mangle(a.arg)}:{self.expr(a.annotation)}"
                 for a in annotated if a and a.annotation]
        parts += [f"return:{self.expr(returns)}"] if returns else []
        qualname = self.qualname(name, bound)
        if isinstance(node, ast.Lambda):
            parts.append(self.inside(node, "function", qualname, lambda: self.expr(node.body)))
        else:
            parts += ["doc"] if ast.get_docstring(node) is not None else []
            parts.append(self.inside(node, "function", qualname, lambda: self.block(node.body)))
        return " ".join([qualname + self.frees(self.association[node]), form(*parameters), *parts])

    def parameter(self, mark: str, parameter: ast.arg, default=None) -> str:
        return mark + self.mangle(parameter.arg) + (f"={self.expr(default)}" if default else "")

    # Expressions

    def expr(self, node) -> str:
        return "-" if node is None else getattr(self, "dump_" + type(node).__name__)(node)

    def items(self, nodes) -> str:
        return "{" + " ".join(self.expr(n) for n in nodes) + "}"

    def dump_Constant(self, node):
        if isinstance(node.value, bytes):
            return f"b<{node.value.hex()}>"
        return "..." if node.value is ... else repr(node.value)

    def dump_JoinedStr(self, node):
        return form("f", *[self.field(v) if isinstance(v, ast.FormattedValue) else repr(v.value)
                           for v in node.values])

    def field(self, node):
        text = self.expr(node.value)
        if node.conversion != -1:
            text += "!" + chr(node.conversion)
        if node.format_spec is not None:
            text += ":" + self.dump_JoinedStr(node.format_spec)
        return f"<{text}>"

    def dump_Name(self, node):
        return self.name(node.id)

    def dump_Attribute(self, node):
        return form("attr", self.expr(node.value), self.mangle(node.attr))

    def dump_Subscript(self, node):
        return form("index", self.expr(node.value), self.expr(node.slice))

    def dump_Slice(self, node):
        return form("slice", self.expr(node.lower), self.expr(node.upper), self.expr(node.step))

    def dump_Call(self, node):
        keywords = [f"{k.arg or '**'}={self.expr(k.value)}" for k in node.keywords]
        return form("call", self.expr(node.func), self.items(node.args), *keywords)

    def dump_UnaryOp(self, node):
        number = folded_number(node)
        return form(OPERATORS[type(node.op)], self.expr(node.operand)) if number is None else repr(number)

    def dump_BinOp(self, node):
        return form(OPERATORS[type(node.op)], self.expr(node.left), self.expr(node.right))

    def dump_BoolOp(self, node):
        return form("and" if isinstance(node.op, ast.And) else "or", self.items(node.values))

    def dump_Compare(self, node):
        pairs = [part for op, right in zip(node.ops, node.comparators)
                 for part in (OPERATORS[type(op)], self.expr(right))]
        return form("compare", self.expr(node.left), *pairs)

    def dump_IfExp(self, node):
        return form("if-else", self.expr(node.body), self.expr(node.test), self.expr(node.orelse))

    def dump_Lambda(self, node):
        return form("lambda", self.function(node, "<lambda>", "", None))

    def dump_List(self, node):
        return form("list", self.items(node.elts))

    def dump_Tuple(self, node):
        return form("tuple", self.items(node.elts))

    def dump_Set(self, node):
        return form("set", self.items(node.elts))

    def dump_Dict(self, node):
        return form("dict", *[f"{self.expr(k)}:{self.expr(v)}" for k, v in zip(node.keys, node.values)])

    def comprehension(self, kind: str, node, *elements):
        iterables = [self.expr(node.generators[0].iter)]

        def dump():
            parts = [":".join(self.expr(e) for e in elements)]
            iterables.extend(self.expr(c.iter) for c in node.generators[1:])
            for clause, iterable in zip(node.generators, iterables):
                parts.append(form("for", self.expr(clause.target), iterable, self.items(clause.ifs)))
            return " ".join(parts)

        text = self.inside(node, "comprehension", self.qualname(f"<{kind}>"), dump)
        return form(kind + self.frees(self.association[node]), text)

    def dump_ListComp(self, node):
        return self.comprehension("listcomp", node, node.elt)

    def dump_SetComp(self, node):
        return self.comprehension("setcomp", node, node.elt)

    def dump_DictComp(self, node):
        return self.comprehension("dictcomp", node, node.key, node.value)

    def dump_Starred(self, node):
        return form("*", self.expr(node.value))

    def dump_NamedExpr(self, node):
        return form(":=", self.expr(node.target), self.expr(node.value))
