"""The browser of one session: the tree on the page, the mounted widgets and their values.

As Streamlit's front end does it: after a run the widgets that are no longer on the page are
forgotten, the new ones are mounted with their defaults, a value set by the server wins. Inside a
form values wait for the submit button. A button is pressed for one run only.
"""

from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates

import values
from normalise import block_type


class NoSuchWidget(Exception):
    """The step names a widget that is not on the page."""


class Element:
    """A leaf of the page. `kind` is the delta's name, `proto` its message."""

    def __init__(self, kind, proto):
        self.kind = kind
        self.proto = proto

    @property
    def widget_id(self):
        return self.proto.id if values.is_widget(self.kind) else ""

    @property
    def form_id(self):
        return getattr(self.proto, "form_id", "")

    @property
    def user_key(self):
        parts = self.proto.id.split("-", 2)
        return parts[2] if len(parts) == 3 and parts[2] != "None" else None

    @property
    def command(self):
        """The st command that makes this widget."""
        if self.kind == "button" and self.proto.is_form_submitter:
            return "form_submit_button"
        if self.kind == "slider" and len(self.proto.options) > 0:
            return "select_slider"
        return self.kind


class Block:
    def __init__(self, proto=None):
        self.proto = proto
        self.children = {}  # index -> Element or Block

    def walk(self):
        """Elements and blocks below this one, in page order."""
        for index in sorted(self.children):
            child = self.children[index]
            yield child
            if isinstance(child, Block):
                yield from child.walk()


class Browser:
    def __init__(self):
        self._page = Block()
        self._page_before = self._page
        self._states = {}  # widget id -> WidgetState
        self._pending = {}  # form id -> {widget id -> WidgetState}

    def run_started(self):
        # Elements of the run before are stale until this one ends. Steps only look between runs.
        self._page_before = self._page
        self._page = Block()

    def compile_failed(self):
        self._page = self._page_before

    def receive(self, message):
        """One delta."""
        path = list(message.metadata.delta_path)
        delta = message.delta
        if delta.WhichOneof("type") == "add_block":
            self._put(path, Block(delta.add_block))
        elif delta.WhichOneof("type") == "new_element":
            kind = delta.new_element.WhichOneof("type")
            self._put(path, Element(kind, getattr(delta.new_element, kind)))

    def _put(self, path, node):
        block = self._page
        for index in path[:-1]:
            child = block.children.get(index)
            if not isinstance(child, Block):
                child = block.children[index] = Block()
            block = child
        before = block.children.get(path[-1])
        if isinstance(node, Block) and isinstance(before, Block):
            node.children = before.children
        block.children[path[-1]] = node

    def run_finished(self):
        """Unmounts and mounts widgets. Not called after a run that ended for a rerun."""
        mounted = {each.widget_id: each for each in self._widgets()}
        for states in [self._states, *self._pending.values()]:
            for widget_id in [each for each in states if each not in mounted]:
                del states[widget_id]
        for widget_id, element in mounted.items():
            forced = values.value_from_server(element)
            if forced is not None:
                for states in self._pending.values():
                    states.pop(widget_id, None)
                self._states[widget_id] = forced
            elif widget_id not in self._states:
                default = values.default_state(element)
                if default is not None:
                    self._states[widget_id] = default

    def _widgets(self):
        found = [each for each in self._page.walk() if isinstance(each, Element)]
        return [each for each in found if each.widget_id]

    def find(self, command=None, label=None, key=None, nth=0):
        matches = [
            each
            for each in self._widgets()
            if (command is None or each.command == command)
            and (label is None or each.proto.label == label)
            and (key is None or each.user_key == key)
        ]
        if 0 <= nth < len(matches):
            return matches[nth]
        there = ", ".join(f"{each.command} {each.proto.label!r}" for each in self._widgets())
        wanted = f"key {key!r}" if key is not None else f"{command} {label!r}"
        raise NoSuchWidget(f"{wanted} is not on the page; there is: {there or 'no widget'}")

    def states(self):
        """The message that goes with a rerun: every mounted widget's value."""
        message = WidgetStates()
        for state in self._states.values():
            message.widgets.add().CopyFrom(state)
        return message

    def press(self, element):
        """A click: the states to send. A submit button releases its form's pending values."""
        if element.form_id:
            self._states.update(self._pending.pop(element.form_id, {}))
        self._states[element.widget_id] = WidgetState(id=element.widget_id, trigger_value=True)
        message = self.states()
        del self._states[element.widget_id]
        if element.form_id:
            self._clear_submitted(element.form_id)
        return message

    def _clear_submitted(self, form_id):
        """A form with clear_on_submit shows its defaults again; they count at the next submit."""
        forms = [each for each in self._page.walk() if isinstance(each, Block)]
        if not any(
            block_type(each.proto) == "form"
            and each.proto.form.form_id == form_id
            and each.proto.form.clear_on_submit
            for each in forms
            if each.proto is not None
        ):
            return
        pending = self._pending.setdefault(form_id, {})
        for each in self._widgets():
            default = values.default_state(each) if each.form_id == form_id else None
            if default is not None:
                pending[each.widget_id] = default

    def set(self, element, state):
        """A value: the states to send, or None when it waits in a form."""
        if element.form_id:
            self._pending.setdefault(element.form_id, {})[element.widget_id] = state
            return None
        self._states[element.widget_id] = state
        return self.states()
