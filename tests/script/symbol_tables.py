"""Which of CPython's symbol tables belongs to which node of a syntax tree."""

import ast
import symtable

SCOPES = ("LOCAL", "GLOBAL_EXPLICIT", "GLOBAL_IMPLICIT", "FREE", "CELL")  # numbered from 1
DEF_NONLOCAL = 8
DEF_FREE_CLASS = 0x40


def scope_of(symbol: symtable.Symbol) -> str:
    return SCOPES[symbol._Symbol__scope - 1]


def flags_of(symbol: symtable.Symbol) -> int:
    return symbol._Symbol__flags


class Association(ast.NodeVisitor):
    """Walks a tree in the order in which CPython makes its tables, and takes them one by one."""

    def __init__(self, tree: ast.AST, top: symtable.SymbolTable):
        self.tables: dict[ast.AST, symtable.SymbolTable] = {}
        self.open = [iter(top.get_children())]
        self.visit(tree)
        assert next(self.open[0], None) is None, "a table is left over"

    def scope(self, node: ast.AST, *children) -> None:
        table = next(self.open[-1])
        self.tables[node] = table
        self.open.append(iter(table.get_children()))
        self.all(*children)
        assert next(self.open.pop(), None) is None, "a table is left over"

    def all(self, *children) -> None:
        for child in children:
            if isinstance(child, list):
                self.all(*child)
            elif child is not None:
                self.visit(child)

    def annotations(self, arguments: ast.arguments, returns) -> None:
        normal = arguments.posonlyargs + arguments.args
        rest = [arguments.vararg, arguments.kwarg, *arguments.kwonlyargs]
        self.all([a.annotation for a in normal + rest if a], returns)

    def visit_FunctionDef(self, node):
        self.all(node.args.defaults, node.args.kw_defaults)
        self.annotations(node.args, node.returns)
        self.all(node.decorator_list)
        self.scope(node, node.body)

    def visit_Lambda(self, node):
        self.all(node.args.defaults, node.args.kw_defaults)
        self.scope(node, node.body)

    def visit_ClassDef(self, node):
        self.all(node.bases, node.keywords, node.decorator_list)
        self.scope(node, node.body)

    def comprehension(self, node, *elements):
        first, *others = node.generators
        self.all(first.iter)
        clauses = [[c.target, c.iter, c.ifs] for c in others]
        self.scope(node, first.target, first.ifs, *clauses, *elements)

    def visit_ListComp(self, node):
        self.comprehension(node, node.elt)

    visit_SetComp = visit_ListComp

    def visit_DictComp(self, node):
        self.comprehension(node, node.value, node.key)

    def visit_IfExp(self, node):
        self.all(node.test, node.body, node.orelse)

    def visit_NamedExpr(self, node):
        self.all(node.value, node.target)

    def visit_Try(self, node):
        self.all(node.body, node.orelse, node.handlers, node.finalbody)
