"""What a person does to a widget, in the terms of the protocol between browser and server."""

import datetime

from google.protobuf.descriptor import FieldDescriptor
from streamlit.proto.WidgetStates_pb2 import WidgetState

# Widget kind -> the field of a WidgetState that carries its value.
_STATE_FIELDS = {
    "button": "trigger_value",
    "download_button": "trigger_value",
    "checkbox": "bool_value",
    "slider": "double_array_value",
    "number_input": "double_value",
    "text_input": "string_value",
    "text_area": "string_value",
    "color_picker": "string_value",
    "time_input": "string_value",
    "date_input": "string_array_value",
    "selectbox": "int_value",
    "radio": "int_value",
    "multiselect": "int_array_value",
    "file_uploader": "file_uploader_state_value",
    "camera_input": "file_uploader_state_value",
}

_EPOCH = datetime.datetime(1970, 1, 1)
_MICROSECOND = datetime.timedelta(microseconds=1)


class BadValue(Exception):
    """A value that the browser could not send."""


def is_widget(kind):
    return kind in _STATE_FIELDS


def is_button(kind):
    return _STATE_FIELDS[kind] == "trigger_value"


def takes_files(kind):
    return _STATE_FIELDS[kind] == "file_uploader_state_value"


def _state(element, value):
    """A WidgetState with `value` in protocol units."""
    state = WidgetState(id=element.widget_id)
    field = _STATE_FIELDS[element.kind]
    if element.kind == "number_input" and element.proto.data_type == element.proto.INT:
        field = "int_value"
        value = int(value)
    if field.endswith("_array_value"):
        getattr(state, field).data[:] = value
        getattr(state, field).SetInParent()
    else:
        setattr(state, field, value)
    return state


def _proto_value(proto, name):
    """A field of a widget's message; None for an optional one that is not set."""
    field = proto.DESCRIPTOR.fields_by_name[name]
    if field.label == FieldDescriptor.LABEL_REPEATED:
        return list(getattr(proto, name))
    if field.has_presence and not proto.HasField(name):
        return None
    return getattr(proto, name)


def _state_of_field(element, name):
    value = _proto_value(element.proto, name)
    return None if value is None else _state(element, value)


def default_state(element):
    """The state that the browser mounts the widget with; None for those that send nothing."""
    if is_button(element.kind) or takes_files(element.kind):
        return None
    return _state_of_field(element, "default")


def value_from_server(element):
    """The state that the server forces on the widget, or None."""
    if not getattr(element.proto, "set_value", False):
        return None
    return _state_of_field(element, "value")


def _option_index(proto, option):
    """Options are picked by the text that is shown."""
    shown = list(proto.options)
    text = option if isinstance(option, str) else str(option)
    if text not in shown:
        raise BadValue(f"{text!r} is not among the options {shown}")
    return shown.index(text)


def _as_list(value):
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _micros(moment):
    return (moment - _EPOCH) // _MICROSECOND


def _slider_number(proto, value):
    if proto.options:
        return _option_index(proto, value)
    if proto.data_type == proto.DATE:
        return _micros(datetime.datetime.fromisoformat(value))
    if proto.data_type == proto.DATETIME:
        return _micros(datetime.datetime.fromisoformat(value))
    if proto.data_type == proto.TIME:
        time = datetime.time.fromisoformat(value)
        return _micros(datetime.datetime.combine(datetime.date(2000, 1, 1), time))
    return float(value)


def _in_protocol_units(element, value):
    proto = element.proto
    if element.kind == "slider":
        numbers = [float(_slider_number(proto, each)) for each in _as_list(value)]
        if len(numbers) != len(proto.default):
            raise BadValue(f"the slider has {len(proto.default)} handles")
        return numbers
    if element.kind in ("selectbox", "radio"):
        return _option_index(proto, value)
    if element.kind == "multiselect":
        return [_option_index(proto, each) for each in _as_list(value)]
    if element.kind == "date_input":
        return [each.replace("-", "/") for each in _as_list(value)]
    if element.kind == "checkbox":
        return bool(value)
    if element.kind == "number_input":
        return float(value)
    return value


def person_state(element, value):
    """The state after a person sets the widget (scenario-format.md, Values by widget)."""
    try:
        return _state(element, _in_protocol_units(element, value))
    except (TypeError, ValueError, AttributeError) as error:
        raise BadValue(f"{element.command} cannot take {value!r}: {error}") from error


def file_state(element, records):
    """The state of a file widget that shows the uploaded `records`."""
    state = WidgetState(id=element.widget_id)
    value = state.file_uploader_state_value
    value.SetInParent()
    for record in records:
        info = value.uploaded_file_info.add()
        if hasattr(record, "id"):  # until 1.23: numbers given by the server
            info.id = record.id
            value.max_file_id = max(value.max_file_id, record.id)
        else:
            info.file_id = record.file_id
        info.name = record.name
        info.size = len(record.data)
    return state
