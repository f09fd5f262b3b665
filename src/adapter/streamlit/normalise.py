"""Forward messages of Streamlit to records of the stream format (specs/stream-format.md)."""

import math

from google.protobuf.descriptor import FieldDescriptor

import facts

# Bookkeeping that no person sees and no app depends on.
_BOOKKEEPING = {"id", "form_id", "element_id", "coordinates"}
_BOOKKEEPING_BY_TYPE = {
    "exception": {"stack_trace"},
    "imgs": {"url"},
    "audio": {"url"},
    "video": {"url"},
    "download_button": {"url"},
}

# What a chart draws: made of the data, with names that differ from run to run.
_DRAWING = {
    "arrow_vega_lite_chart": {"spec", "data", "datasets"},
    "bokeh_chart": {"figure"},
    "deck_gl_json_chart": {"json", "tooltip"},
    "plotly_chart": {"figure"},
}

_BLOCK_NAMES = {None: "container", "vertical": "container"}


def _number(value):
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return value


def _scalar(field, value, omit):
    if field.type == FieldDescriptor.TYPE_MESSAGE:
        return proto_fields(value, omit)
    if field.type == FieldDescriptor.TYPE_ENUM:
        known = field.enum_type.values_by_number.get(value)
        return known.name if known is not None else value
    if field.type == FieldDescriptor.TYPE_BYTES:
        return {"opaque": f"{len(value)} bytes"}
    if field.type in (FieldDescriptor.TYPE_DOUBLE, FieldDescriptor.TYPE_FLOAT):
        return _number(value)
    return value


def _is_map(field):
    kind = field.message_type
    return kind is not None and kind.GetOptions().map_entry


def _is_default(field, value):
    """A member of a oneof is listed even so."""
    return field.containing_oneof is not None and value in ("", 0, False)


def proto_fields(message, omit=frozenset()):
    """Protobuf's JSON mapping under the fields' own names, less empty messages and `omit`."""
    fields = {}
    for field, value in message.ListFields():
        if field.name in omit or _is_default(field, value):
            continue
        if _is_map(field):
            entry = field.message_type.fields_by_name["value"]
            converted = {str(key): _scalar(entry, value[key], omit) for key in sorted(value)}
        elif field.label == FieldDescriptor.LABEL_REPEATED:
            converted = [_scalar(field, each, omit) for each in value]
        else:
            converted = _scalar(field, value, omit)
        if converted != {}:
            fields[field.name] = converted
    return fields


def _element_fields(kind, body):
    if kind == "exception":
        return facts.exception_fields(body)
    if kind == "alert":
        notice = facts.notice_fields(body.body)
        if notice is not None:
            return notice
    fields = proto_fields(body, _BOOKKEEPING | _BOOKKEEPING_BY_TYPE.get(kind, set()))
    if kind == "doc_string" and facts.documented_module(body) != "__main__":
        return {"opaque": body.name}  # documentation that is not the script's own
    for name in _DRAWING.get(kind, set()) & fields.keys():
        fields[name] = {"opaque": name}
    return fields


def _element_record(kind, body, path):
    record = {"op": "element", "path": path, "type": kind}
    widget = getattr(body, "id", "")
    if isinstance(widget, str) and widget:
        record["widget"] = widget
    record["fields"] = _element_fields(kind, body)
    return record


def block_type(block):
    kind = block.WhichOneof("type")
    return _BLOCK_NAMES.get(kind, kind)


def _block_record(block, path):
    kind = block.WhichOneof("type")
    fields = proto_fields(getattr(block, kind), _BOOKKEEPING) if kind else {}
    return {"op": "block", "path": path, "type": block_type(block), "fields": fields}


def delta_record(message):
    """The record of a forward message, or None for one that is no delta."""
    if message.WhichOneof("type") != "delta":
        return None
    path = list(message.metadata.delta_path)
    delta = message.delta
    kind = delta.WhichOneof("type")
    if kind == "new_element":
        element = delta.new_element
        name = element.WhichOneof("type")
        return _element_record(name, getattr(element, name), path)
    if kind == "add_block":
        return _block_record(delta.add_block, path)
    return {"op": "element", "path": path, "type": kind, "fields": {}}  # rows added to a chart
