"""What Streamlit's own sentences say, as facts: stream-format.md reduces them to these.

Streamlit words its exceptions and alerts anew in every release. So the facts are noted where a
message is made (the exception's arguments, the caller of an alert) and looked up again where the
element arrives, possibly after a replay, by the message's exact content.
"""

import dis
import functools
import importlib
import inspect
import re
import sys

import streamlit
import streamlit.elements.exception as exception_element

_RAISE = dis.opmap["RAISE_VARARGS"]

_exceptions = {}  # a serialised exception element -> its facts
_notices = {}  # the body of one of Streamlit's own alerts -> its facts
_documented = {}  # a serialised doc_string element that does not say its module -> the module
_duplicates = {}  # the message of a DuplicateWidgetID -> its facts

# Which alert is which, by the module that shows it.
_NOTICE_BY_CALLER = {
    "streamlit.deprecation_util": "deprecated",
    "streamlit.elements.utils": "default-and-state",
    "streamlit.runtime.state.session_state": "rerun-in-callback",
}


def exception_fields(proto):
    """The facts of an exception element."""
    facts = _exceptions.get(proto.SerializeToString(deterministic=True))
    return dict(facts) if facts else {"exception": proto.type, "message": proto.message}


def notice_fields(body):
    """The facts of an alert that Streamlit shows of its own accord; None for a script's."""
    return _notices.get(body)


def documented_module(proto):
    """The module of the value that a doc_string element is about."""
    if hasattr(proto, "module"):  # until 1.19
        return proto.module
    return _documented.get(proto.SerializeToString(deterministic=True), "")


def _is_streamlits(kind):
    return kind.__module__.partition(".")[0] == "streamlit"


def _worded_by_streamlit(exception):
    """Whether the innermost frame is a `raise` of Streamlit's: then the sentence is Streamlit's."""
    trace = getattr(exception, "__traceback__", None)  # st.exception takes anything
    if trace is None:
        return False
    while trace.tb_next is not None:
        trace = trace.tb_next
    # Not by the file: what is installed as byte code tells where it was compiled.
    module = trace.tb_frame.f_globals.get("__name__", "")
    in_streamlit = module.partition(".")[0] == "streamlit"
    return in_streamlit and trace.tb_frame.f_code.co_code[trace.tb_lasti] == _RAISE


def _facts_of(exception, proto):
    facts = {"exception": proto.type}
    if _is_streamlits(type(exception)):
        facts.update(getattr(exception, "_streplay_facts", None) or {})
        facts.update(_duplicates.get(str(exception), {}))
    elif not (proto.message and _worded_by_streamlit(exception)):
        facts["message"] = proto.message
    return facts


def _watch_marshall(module, name, noted, fact_of):
    """Notes what `fact_of(value, proto)` says of each element that the module's function fills."""
    marshall = getattr(module, name)

    @functools.wraps(marshall)
    def noting(proto, value, *args, **kwargs):
        marshall(proto, value, *args, **kwargs)
        noted[proto.SerializeToString(deterministic=True)] = fact_of(value, proto)

    setattr(module, name, noting)


def _watch_exception_elements():
    _watch_marshall(exception_element, "marshall", _exceptions, _facts_of)


def _function_name(function):
    return getattr(function, "__name__", type(function).__name__)


# Exception class -> (its argument -> fact, how the argument becomes the fact)
_ARGUMENT_FACTS = {
    "CachedStFunctionWarning": {
        "st_func_name": ("command", str),
        "cached_func": ("function", _function_name),
    },
    "CacheReplayClosureError": {"cached_func": ("function", _function_name)},
    "UnhashableParamError": {
        "func": ("function", _function_name),
        "arg_name": ("argument", lambda name: name),
    },
}


def _watch_constructor(kind, argument_facts):
    construct = kind.__init__
    signature = inspect.signature(construct)

    @functools.wraps(construct)
    def noting(self, *args, **kwargs):
        construct(self, *args, **kwargs)
        given = signature.bind(self, *args, **kwargs).arguments
        self._streplay_facts = {
            fact: convert(given[argument])
            for argument, (fact, convert) in argument_facts.items()
            if argument in given
        }

    kind.__init__ = noting


def _watch_cache_errors():
    for name in ("caching.cache_errors", "legacy_caching.caching"):
        try:
            module = importlib.import_module("streamlit.runtime." + name)
        except ImportError:  # the second one is gone from later releases
            continue
        for class_name, argument_facts in _ARGUMENT_FACTS.items():
            kind = getattr(module, class_name, None)
            if kind is not None and kind.__module__ == module.__name__:
                _watch_constructor(kind, argument_facts)


def _watch_duplicate_widgets():
    import streamlit.runtime.state.widgets as widgets

    build = widgets._build_duplicate_widget_message

    @functools.wraps(build)
    def noting(widget_func_name, user_key=None):
        message = build(widget_func_name, user_key)
        command = widget_func_name if user_key is None else None
        _duplicates[message] = {"command": command, "key": user_key}
        return message

    widgets._build_duplicate_widget_message = noting


def _deprecated_name(body):
    names = re.findall(r"`st\.(\w+)", body)
    return names[0] if names else None


def _watch_alerts():
    from streamlit.string_util import clean_text

    show = streamlit.warning

    @functools.wraps(show)
    def noting(body, *args, **kwargs):
        caller = sys._getframe(1).f_globals.get("__name__", "")
        if caller.partition(".")[0] == "streamlit":
            text = clean_text(body)
            notice = _NOTICE_BY_CALLER.get(caller, caller.rpartition(".")[2])
            _notices[text] = {"format": "WARNING", "notice": notice}
            if notice == "deprecated":
                _notices[text]["name"] = _deprecated_name(text)
        return show(body, *args, **kwargs)

    streamlit.warning = noting


def _watch_documentation():
    import streamlit.elements.doc_string as doc_string

    _watch_marshall(doc_string, "_marshall", _documented,
                    lambda value, _: getattr(value, "__module__", None) or "")


def watch():
    """Starts noting; once a process."""
    _watch_exception_elements()
    _watch_cache_errors()
    _watch_duplicate_widgets()
    _watch_documentation()
    _watch_alerts()
