"""Opaque modules: what a script gets for every module that is not modelled.

Anything taken from such a module, and anything called of it, is an opaque value whose text is the
expression that made it. A scenario's `stubs` say more about single names. Only the script's own
imports are diverted: Streamlit keeps its real pandas.
"""

import builtins
import copy
import importlib
import types

import clock

# Modules that a script sees as they are, beside streamlit.
_REAL_MODULES = {"__future__", "collections", "datetime", "functools", "json", "math", "random"}

_stubs = {}  # dotted name -> what the scenario says about it
_modules = {}  # dotted name -> OpaqueModule


def _text_of(value):
    """The text of an argument: repr, but without addresses for functions."""
    if isinstance(value, (types.FunctionType, types.MethodType)):
        return value.__qualname__
    return repr(value)


def _call_text(callee, args, kwargs):
    parts = [_text_of(arg) for arg in args]
    parts += [f"{name}={_text_of(value)}" for name, value in kwargs.items()]
    return f"{callee}({', '.join(parts)})"


def _raise(name):
    kind = getattr(builtins, name.rpartition(".")[2], None)
    if not (isinstance(kind, type) and issubclass(kind, BaseException)):
        kind = type(name.rpartition(".")[2], (Exception,), {"__module__": "__main__"})
    raise kind()


def _call(callee, args, kwargs):
    stub = _stubs.get(callee, {})
    if stub.get("raises"):
        _raise(stub["raises"])
    if "returns" in stub:
        return copy.deepcopy(stub["returns"])
    return Opaque(
        _call_text(callee, args, kwargs), stub.get("hashable", True), stub.get("picklable", True)
    )


class Opaque:
    """A value of which only the text is known. Equal texts are equal values."""

    def __init__(self, text, hashable=True, picklable=True):
        self._text = text
        self._hashable = hashable
        self._picklable = picklable

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        return Opaque(f"{self._text}.{name}")

    def __call__(self, *args, **kwargs):
        return _call(self._text, args, kwargs)

    def __getitem__(self, key):
        return Opaque(f"{self._text}[{_text_of(key)}]")

    __iter__ = None
    __contains__ = None

    def __repr__(self):
        return self._text

    def __eq__(self, other):
        return isinstance(other, Opaque) and self._text == other._text

    def __hash__(self):
        return hash(self._text)

    def __reduce__(self):
        # What Streamlit hashes. Items are hashed one by one, and a text's are its characters.
        if not self._hashable:
            raise TypeError(f"cannot hash {self._text}")
        return self._text

    def __reduce_ex__(self, _protocol):
        # What pickle takes, before __reduce__.
        if not self._picklable:
            raise TypeError(f"cannot pickle {self._text}")
        return Opaque, (self._text, self._hashable, self._picklable)

    def __deepcopy__(self, _memo):
        return self


class OpaqueModule(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(f"module '{self.__name__}' has no attribute '{name}'")
        return Opaque(f"{self.__name__}.{name}")


def opaque_text(value):
    return value._text if isinstance(value, Opaque) else None


def _opaque_module(name):
    module = _modules.get(name)
    if module is None:
        module = _modules[name] = OpaqueModule(name)
        parent, _, leaf = name.rpartition(".")
        if parent:
            setattr(_opaque_module(parent), leaf, module)
    return module


def _import_for_script(name, from_list):
    root = name.partition(".")[0]
    if root == "time":
        return clock.script_time_module()
    leaf = _opaque_module(name)
    return leaf if from_list else _opaque_module(root)


def install(script_path, stubs):
    """From now on the script at `script_path` imports opaque modules; `stubs` is the scenario's."""
    _stubs.clear()
    _stubs.update(stubs)
    _modules.clear()
    real_import = _real_import

    def script_import(name, globals=None, locals=None, fromlist=(), level=0):
        of_script = globals is not None and globals.get("__file__") == script_path
        root = name.partition(".")[0]
        if not of_script or root == "streamlit" or root in _REAL_MODULES:
            return real_import(name, globals, locals, fromlist, level)
        return _import_for_script(name, fromlist)

    builtins.__import__ = script_import


_real_import = builtins.__import__
importlib.import_module("streamlit")  # whole, before any import is diverted
