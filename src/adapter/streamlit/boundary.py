"""Hands real data to Streamlit's commands where a script hands opaque data.

A chart or a data frame of opaque data must lead to the element that real data would lead to. So an
opaque value that reaches a command which takes data is replaced by a small real object of the kind
that the command shows. What the data would have looked like is not comparable and is not compared.
"""

import functools
import inspect
import struct
import types
import zlib

import streamlit
from streamlit.delta_generator import DeltaGenerator

from stubs import Opaque

_NUMBERS = [1.0, 2.0, 3.0]


def _data_frame(columns=("a",)):
    import pandas

    return pandas.DataFrame({column: _NUMBERS for column in columns})


def _plotted_frame(arguments):
    """A frame that has the columns the call names."""
    named = []
    for axis in ("x", "y"):
        value = arguments.get(axis)
        named += value if isinstance(value, (list, tuple)) else [value] if value else []
    return _data_frame([name for name in named if isinstance(name, str)] or ["a"])


def _places(_arguments):
    return _data_frame(("lat", "lon"))


def _altair_chart(_arguments):
    import altair

    return altair.Chart(_data_frame()).mark_point().encode(x="a")


def _matplotlib_figure(_arguments):
    import matplotlib

    matplotlib.use("agg")
    import matplotlib.figure

    return matplotlib.figure.Figure(figsize=(1, 1))


class _Deck:
    """What st.pydeck_chart asks of a pydeck.Deck."""

    def to_json(self):
        return '{"layers": []}'


def _png(_arguments):
    """One black pixel."""

    def chunk(kind, data):
        checksum = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixel = zlib.compress(b"\0\0")
    body = chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


# command -> parameter -> what stands for an opaque argument, given all arguments.
_REPLACEMENTS = {
    "dataframe": {"data": lambda _: _data_frame()},
    "table": {"data": lambda _: _data_frame()},
    "experimental_data_editor": {"data": lambda _: _data_frame()},
    "line_chart": {"data": _plotted_frame},
    "area_chart": {"data": _plotted_frame},
    "bar_chart": {"data": _plotted_frame},
    "add_rows": {"data": lambda _: _data_frame()},
    "map": {"data": _places},
    "altair_chart": {"altair_chart": _altair_chart},
    "vega_lite_chart": {
        "data": lambda _: _data_frame(),
        "spec": lambda _: {"mark": "point", "encoding": {"x": {"field": "a"}}},
    },
    "bokeh_chart": {"figure": lambda _: types.SimpleNamespace()},
    "graphviz_chart": {"figure_or_dot": lambda _: "digraph { a -> b }"},
    "plotly_chart": {"figure_or_data": lambda _: {"data": [{"y": _NUMBERS}]}},
    "pydeck_chart": {"pydeck_obj": lambda _: _Deck()},
    "pyplot": {"fig": _matplotlib_figure},
    "image": {"image": _png},
    "audio": {"data": lambda _: b"\0"},
    "video": {"data": lambda _: b"\0"},
    "download_button": {"data": lambda _: b""},
}

def _within(value):
    """Opaque values inside real containers become numbers, pictures in a list of pictures aside."""
    if isinstance(value, Opaque):
        return list(_NUMBERS)
    if isinstance(value, dict):
        return {key: _within(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_within(each) for each in value]
    return value


def _replaced(command, parameter, value, arguments):
    replacement = _REPLACEMENTS[command][parameter]
    if isinstance(value, Opaque):
        return replacement(arguments)
    if command == "image" and isinstance(value, list):
        return [_replaced(command, parameter, each, arguments) for each in value]
    return _within(value)


def _accept_opaque(command, method):
    signature = inspect.signature(method)

    @functools.wraps(method)
    def accepting(*args, **kwargs):
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError:
            return method(*args, **kwargs)  # which says what is wrong
        for parameter in _REPLACEMENTS[command]:
            if parameter in bound.arguments:
                value = bound.arguments[parameter]
                bound.arguments[parameter] = _replaced(command, parameter, value, bound.arguments)
        return method(*bound.args, **bound.kwargs)

    return accepting


def _named_like(module, name, base):
    """A class that st.write, which goes by names, takes for `module.name`."""
    return type(name, (base,), {"__module__": module})


def _plotly_figure(_arguments):
    import plotly.graph_objs

    return plotly.graph_objs.Figure()


class _Digraph:
    source = "digraph { a -> b }"
    engine = "dot"


# st.write shows an opaque value by the package it comes from; any other is shown as its text.
_WRITTEN = {
    "altair": _altair_chart,
    "bokeh": lambda _: _named_like("bokeh.plotting.figure", "Figure", types.SimpleNamespace)(),
    "graphviz": lambda _: _named_like("graphviz.dot", "Digraph", _Digraph)(),
    "matplotlib": _matplotlib_figure,
    "numpy": lambda _: _data_frame(),
    "pandas": lambda _: _data_frame(),
    "plotly": _plotly_figure,
    "pydeck": lambda _: _named_like("pydeck.bindings.deck", "Deck", _Deck)(),
}


def _written(value):
    """What st.write is given for `value`."""
    if not isinstance(value, Opaque):
        return value
    make = _WRITTEN.get(str(value).partition(".")[0])
    return value if make is None else make({})


def _accept_opaque_writes(method):
    @functools.wraps(method)
    def accepting(self, *args, **kwargs):
        return method(self, *map(_written, args), **kwargs)

    return accepting


def _replace_method(name, wrap):
    owner = next((base for base in DeltaGenerator.__mro__ if name in base.__dict__), None)
    if owner is None:
        return  # not a command of this release
    setattr(owner, name, wrap(owner.__dict__[name]))
    if hasattr(streamlit, name):
        setattr(streamlit, name, getattr(streamlit._main, name))


def open_to_opaque():
    """From now on the commands take opaque data; once a process."""
    for command in _REPLACEMENTS:
        _replace_method(command, functools.partial(_accept_opaque, command))
    _replace_method("write", _accept_opaque_writes)
