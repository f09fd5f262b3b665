"""Calls the commands of an installed Streamlit and compares what happens with specs/commands.yaml.

Nothing is served: Streamlit's functions run without a session, and three of its functions are
replaced to see what passes through them: what a command enqueues, what a widget's protobuf message
holds when its id is computed, and what is asked of session_state.
"""
import datetime
import sys

import streamlit as st
import streamlit.runtime as runtime
from streamlit.delta_generator import DeltaGenerator
from streamlit.elements.form import FormData
from streamlit.errors import StreamlitAPIException
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.media_file_manager import MediaFileManager

DAY = datetime.date(2023, 2, 9)


def later(days):
    return DAY + datetime.timedelta(days=days)


def shout(option):
    return str(option) + "!"


# Arguments with which a command can be called.
ARGUMENTS = {
    "exception": {"exception": ValueError("x")},
    "write": {},
    "progress": {"value": 1},
    "vega_lite_chart": {"data": {"a": [1]}, "spec": {"mark": "bar"}},
    "graphviz_chart": {"figure_or_dot": "digraph {}"},
    "image": {"image": "https://example.org/a.png"},
    "audio": {"data": "https://example.org/a.wav"},
    "video": {"data": "https://example.org/a.mp4"},
    "metric": {"label": "l", "value": 1},
    "columns": {"spec": 2},
    "tabs": {"tabs": ["a", "b"]},
    "form": {"key": "f"},
    "download_button": {"label": "l", "data": "text"},
    "radio": {"label": "l", "options": ["a", "b"]},
    "selectbox": {"label": "l", "options": ["a", "b"]},
    "multiselect": {"label": "l", "options": ["a", "b"]},
    "select_slider": {"label": "l", "options": ["a", "b"]},
    "slider": {"label": "l"},
    "number_input": {"label": "l", "value": 3},
    "date_input": {"label": "l", "value": DAY},
    "time_input": {"label": "l", "value": datetime.time(8, 45)},
    "json": {"body": {"a": 1}},
    "help": {"obj": int},
    "line_chart": {"data": {"a": [1, 2]}},
    "area_chart": {"data": {"a": [1, 2]}},
    "bar_chart": {"data": {"a": [1, 2]}},
    "dataframe": {"data": {"a": [1]}},
    "table": {"data": {"a": [1]}},
}
# Another value for each parameter of a widget, by command and else by parameter.
OTHERS = {
    "label": "other", "key": "k", "help": "h", "on_change": print, "on_click": print, "args": (1,),
    "kwargs": {"a": 1}, "disabled": True, "label_visibility": "hidden", "type": "primary",
    "use_container_width": True, "format_func": shout, "index": 1, "options": ["a", "c"],
    "max_chars": 9, "placeholder": "p",
}
OTHERS_BY_COMMAND = {
    "download_button": {"data": "other", "file_name": "f.txt", "mime": "text/csv"},
    "checkbox": {"value": True},
    "radio": {"horizontal": True},
    "multiselect": {"default": ["b"], "max_selections": 3},
    "slider": {"min_value": -5, "max_value": 50, "value": 7, "step": 2, "format": "%i"},
    "select_slider": {"value": "b"},
    "number_input": {"min_value": -5, "max_value": 50, "value": 4, "step": 2, "format": "%i"},
    "text_input": {"value": "v", "type": "password", "autocomplete": "on"},
    "text_area": {"value": "v", "height": 99},
    "date_input": {"value": later(1), "min_value": later(-1), "max_value": later(99999)},
    "time_input": {"value": datetime.time(9, 0)},
    "color_picker": {"value": "#123456"},
    "file_uploader": {"type": ["txt"], "accept_multiple_files": True},
}
# Calls that reach what the values above do not.
MORE_CALLS = {
    "slider": [{"value": 0.5}],
    "number_input": [{"value": 0.5}],
    "date_input": [{"value": (DAY, later(1))}],
}
# Fields that are set before the id, always to protobuf's default: nothing can be seen of them.
ALWAYS_AT_DEFAULT = {("button", "default"), ("download_button", "default")}
# Commands whose argument is made with a library that need not be there.
CHARTS = {"altair_chart", "bokeh_chart", "plotly_chart", "pydeck_chart", "pyplot"}
# Widgets that ARGUMENTS gives a first value, because theirs depends on the clock or its type.
WITHOUT_VALUE = {"date_input", "number_input", "time_input"}


def figure_for(name):
    """The argument of a chart command, made with the library that it is for."""
    if name == "altair_chart":
        import altair
        import pandas

        frame = pandas.DataFrame({"x": [1], "y": [2]})
        return {"altair_chart": altair.Chart(frame).mark_bar().encode(x="x", y="y")}
    if name == "plotly_chart":
        return {"figure_or_data": {"data": [{"type": "bar", "x": [1], "y": [2]}]}}
    if name == "pyplot":
        import matplotlib

        matplotlib.use("Agg")
        from matplotlib.figure import Figure

        return {"fig": Figure()}
    return {"figure": None} if name == "bokeh_chart" else {}


class FakeRuntime:
    """As much of a runtime as a download button asks for."""

    def __init__(self):
        self.media_file_mgr = MediaFileManager(MemoryMediaFileStorage("/media"))


class Probe:
    def __init__(self, spec, differences):
        self.commands = spec["commands"]
        self.deltas = {delta["name"]: delta for delta in spec["deltas"]}
        self.differences = differences
        self.notes = []  # commands that could not be called, with the reason
        self.enqueued = []  # (recorded name, protobuf message)
        self.blocks = []  # names of block types
        self.registered = []  # (message when the id was computed, id)
        self.state_rules = []  # (default value, writes allowed)
        self.identity_fields = {}  # by delta: the fields ever seen when an id was computed

    def run(self):
        self._install()
        for command in self.commands:
            if command.get("kind") == "object" or command.get("scope") == "container":
                continue
            for check in self._checks_for(command):
                try:
                    check(command)
                except Exception as error:  # a wrong description can make a check call wrongly
                    self.differences.lines.append(
                        f"{command['name']}: {check.__name__[1:]}: {type(error).__name__}: "
                        f"{' '.join(str(error).split())}")
        self._check_identity_fields()

    def _checks_for(self, command):
        widget = command["category"] == "widget"
        if command.get("delta") or command.get("block"):
            yield from (self._check_what_is_placed, self._check_choices)
        if widget:
            yield from (self._check_identity, self._check_initial)
        if widget or command["name"] == "form":
            yield from (self._check_state_rules, self._check_forms)

    # What is replaced in Streamlit.

    def _install(self):
        real_enqueue, real_block = DeltaGenerator._enqueue, DeltaGenerator._block
        probe = self

        def enqueue(self, delta_type, element_proto, *arguments, **keywords):
            probe.enqueued.append((delta_type, element_proto))
            return real_enqueue(self, delta_type, element_proto, *arguments, **keywords)

        def block(self, *arguments, **keywords):
            proto = arguments[0] if arguments else keywords.get("block_proto")
            probe.blocks.append(proto.WhichOneof("type") if proto else None)
            return real_block(self, *arguments, **keywords)

        DeltaGenerator._enqueue, DeltaGenerator._block = enqueue, block
        for module in list(sys.modules.values()):
            if getattr(module, "__name__", "").startswith("streamlit.elements."):
                self._watch(module)

    def _watch(self, module):
        if hasattr(module, "register_widget"):
            real_register = module.register_widget

            def register(element_type, element_proto, *arguments, **keywords):
                before = type(element_proto).FromString(element_proto.SerializeToString())
                result = real_register(element_type, element_proto, *arguments, **keywords)
                self.registered.append((before, element_proto.id))
                return result

            module.register_widget = register
        if hasattr(module, "check_session_state_rules"):
            module.check_session_state_rules = self._watch_state_rules
        elif module.__name__ == "streamlit.elements.utils":
            module.check_session_state_rules = self._watch_state_rules

    def _watch_state_rules(self, default_value=None, key=None, writes_allowed=True):
        self.state_rules.append((default_value, writes_allowed))

    # Calling a command.

    def _arguments(self, command):
        name = command["name"]
        if name in ARGUMENTS:
            return dict(ARGUMENTS[name])
        if name in CHARTS:
            return figure_for(name)
        required = [p for p in command.get("parameters", [])
                    if "default" not in p and not p.get("kind", "").startswith("var")]
        return {p["name"]: "text" for p in required}

    def _call(self, command, changes=None, in_form=None, without=None):
        """Calls the command with its usual arguments, less `without`, and with `changes`; in a form
        when that is asked or required."""
        self.enqueued, self.blocks, self.registered, self.state_rules = [], [], [], []
        name = command["name"]
        if in_form is None:
            in_form = command.get("in_form") == "required"
        target = st._main
        if name.startswith("components.v1."):
            import streamlit.components.v1

            function = getattr(streamlit.components.v1, name.split(".")[2])
        else:
            function = getattr(st, name)
        fake = name == "download_button"
        exists, instance = runtime.exists, runtime.get_instance
        if in_form or fake:
            runtime.exists = lambda: True
        if fake:
            runtime.get_instance = lambda: self._fake_runtime
        target._form_data = FormData("f") if in_form else None
        try:
            arguments = self._arguments(command)
            arguments.pop(without, None)
            result = function(**{**arguments, **(changes or {})})
            if name in ("echo", "spinner"):
                with result:
                    pass
            return result
        finally:
            target._form_data = None
            runtime.exists, runtime.get_instance = exists, instance

    _fake_runtime = FakeRuntime()

    def _note(self, call, error):
        self.notes.append(f"{call} ({' '.join(str(error).split())})")

    # The checks.

    def _check_what_is_placed(self, command):
        name = command["name"]
        try:
            self._call(command)
        except ImportError as error:
            self._note(name, error)
            return
        deltas = command.get("delta") or []
        ours = deltas if isinstance(deltas, list) else [deltas]
        if "recorded_as" in command:
            ours = [command["recorded_as"]]
        real = list(dict.fromkeys(recorded for recorded, _ in self.enqueued))
        if name == "spinner":  # its text comes from a timer
            ours = [delta for delta in ours if delta != "spinner"]
        self.differences.compare(name, "delta", ours, real)
        blocks = command.get("block") or []
        ours = [None if block == "container" else block
                for block in (blocks if isinstance(blocks, list) else [blocks])]
        self.differences.compare(name, "block", ours, list(dict.fromkeys(self.blocks)))

    def _check_choices(self, command):
        for parameter in command.get("parameters", []):
            if "choices" not in parameter:
                continue
            accepted = []
            for choice in parameter["choices"] + ["no such choice"]:
                try:
                    self._call(command, {parameter["name"]: choice})
                    accepted.append(choice)
                except (StreamlitAPIException, ValueError):
                    pass
                except ImportError as error:  # it got past the check of the choice
                    accepted.append(choice)
                    self._note(f"{command['name']} {parameter['name']}={choice}", error)
            where = f"{command['name']}({parameter['name']})"
            self.differences.compare(where, "choices", parameter["choices"], accepted)

    def _others(self, command):
        own = OTHERS_BY_COMMAND.get(command["name"], {})
        return {p["name"]: own.get(p["name"], OTHERS.get(p["name"])) for p in command["parameters"]}

    def _check_identity(self, command):
        """Which parameters change the widget's id."""
        name = command["name"]
        others = self._others(command)
        self._call(command)
        base_id = self.registered[0][1]
        for parameter in command["parameters"]:
            other = others[parameter["name"]]
            where = f"{name}({parameter['name']})"
            if other is None:
                self.differences.lines.append(f"{where}: the probe has no second value for it")
                continue
            self._call(command, {parameter["name"]: other})
            self._note_identity_fields(command)
            self.differences.compare(where, "identity", parameter.get("identity", False),
                                     self.registered[0][1] != base_id)
        for changes in MORE_CALLS.get(name, []):
            self._call(command, changes)
            self._note_identity_fields(command)
        if command.get("in_form") != "refused":
            self._call(command, in_form=True)
            self._note_identity_fields(command)

    def _note_identity_fields(self, command):
        fields = self.identity_fields.setdefault(command["delta"], set())
        fields |= {field.name for field, _ in self.registered[0][0].ListFields()}

    def _check_identity_fields(self):
        """Which fields were set when an id was computed."""
        for name, seen in self.identity_fields.items():
            marked = {f["name"] for f in self.deltas[name]["fields"] if f.get("identity")}
            marked -= {field for delta, field in ALWAYS_AT_DEFAULT if delta == name}
            self.differences.compare(name, "fields of the identity", sorted(marked), sorted(seen))

    def _check_initial(self, command):
        """Which parameter session_state is told of; left at its default it counts as not given."""
        name = command["name"]
        without = command.get("initial") if name in WITHOUT_VALUE else None
        self._call(command, without=without)
        self.differences.compare(name, "value told of when none is given", None,
                                 self.state_rules[0][0])
        given = []
        for parameter, other in self._others(command).items():
            self._call(command, {parameter: other}, without=without)
            if self.state_rules[0][0] is not None:
                given.append(parameter)
        ours = [command["initial"]] if "initial" in command else []
        self.differences.compare(name, "initial", ours, given)

    def _check_state_rules(self, command):
        self._call(command)
        self.differences.compare(command["name"], "settable", command.get("settable", True),
                                 self.state_rules[0][1])

    def _check_forms(self, command):
        def works(in_form):
            exists = runtime.exists
            runtime.exists = lambda: True  # else nothing is checked outside a form
            try:
                self._call(command, in_form=in_form)
                return True
            except StreamlitAPIException:
                return False
            finally:
                runtime.exists = exists

        rules = {(True, True): "allowed", (False, True): "refused", (True, False): "required"}
        real = rules.get((works(True), works(False)), "never works")
        ours = command.get("in_form", "allowed")
        self.differences.compare(command["name"], "in_form", ours, real)
