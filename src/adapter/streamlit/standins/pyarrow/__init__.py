"""What a headless Streamlit touches of pyarrow, where pyarrow cannot be installed.

A table keeps its pandas data frame and "serialises" to JSON: the payload of a data element is not
comparable with a real one, its type and position are. The version is below what pandas accepts, so
that pandas behaves as if there were no pyarrow.
"""

import io

__version__ = "0.0.1"


class ArrowInvalid(ValueError):
    pass


class ArrowTypeError(TypeError):
    pass


class ArrowNotImplementedError(NotImplementedError):
    pass


class Array:
    pass


class ChunkedArray:
    pass


class Table:
    schema = None

    def __init__(self, frame):
        self._frame = frame

    @classmethod
    def from_pandas(cls, frame, *_args, **_kwargs):
        return cls(frame)

    def to_pandas(self):
        return self._frame


class BufferOutputStream:
    def __init__(self):
        self.stream = io.BytesIO()

    def getvalue(self):
        return self

    def to_pybytes(self):
        return self.stream.getvalue()


class RecordBatchStreamWriter:
    def __init__(self, sink, _schema):
        self._sink = sink

    def write_table(self, table):
        text = table.to_pandas().to_json(default_handler=str)
        self._sink.stream.write(text.encode("utf-8"))

    def close(self):
        pass
