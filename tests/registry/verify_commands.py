#!/usr/bin/env python3
"""Compares specs/commands.yaml with an installed Streamlit 1.18.1 and prints every difference.

    PYTHONPATH=<where streamlit is> python3 tests/registry/verify_commands.py [specs/commands.yaml]

Exit code 0: no difference; 1: differences; 2: no Streamlit 1.18.1 or no PyYAML to import.

What is compared with what:
  names        the public names of `st`, its submodule components.v1 and the containers' methods
  parameters   inspect.signature: names, order, kinds, defaults
  owners       the text of the TypeError that a wrong keyword raises
  deltas       the descriptors of the protobuf messages: fields, order, kinds, enumerators, ids
  behaviour    command_probe.py calls the commands: what they enqueue, what a widget's id depends
               on, choices, forms, session_state rules

Not compared, because Streamlit has no counterpart: meaning, value, category, reasons, and what
the page lists (registry_test has its lists). A choice that Streamlit accepts and the file lacks is
not found: nothing enumerates them.
"""
import inspect
import logging
import pathlib
import sys
import types
import warnings

try:
    import yaml

    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    import streamlit as st
except ImportError as error:
    print(f"cannot import {error.name}: {error}", file=sys.stderr)
    sys.exit(2)

from google.protobuf.descriptor import FieldDescriptor
from streamlit.delta_generator import DeltaGenerator
from streamlit.elements import NONWIDGET_ELEMENTS
from streamlit.proto.Block_pb2 import Block
from streamlit.proto.Element_pb2 import Element
from streamlit.runtime.state.widgets import ELEMENT_TYPE_TO_VALUE_TYPE, NoValue

from command_probe import Probe

PARAMETER_KINDS = {
    "POSITIONAL_OR_KEYWORD": "positional",
    "KEYWORD_ONLY": "keyword",
    "VAR_POSITIONAL": "var-positional",
    "VAR_KEYWORD": "var-keyword",
}
FIELD_KINDS = {
    FieldDescriptor.TYPE_STRING: "string",
    FieldDescriptor.TYPE_BOOL: "bool",
    FieldDescriptor.TYPE_INT32: "int",
    FieldDescriptor.TYPE_UINT32: "int",
    FieldDescriptor.TYPE_DOUBLE: "double",
    FieldDescriptor.TYPE_FLOAT: "double",
    FieldDescriptor.TYPE_ENUM: "enum",
    FieldDescriptor.TYPE_MESSAGE: "message",
}
# Fields of protobuf that no stream carries: ids, URLs, Arrow bytes, stack traces, and what is
# constant for its type. A field that is neither here nor in the file is a difference.
BOOKKEEPING = {
    "arrow_data_frame": {"columns", "disabled", "editing_mode", "form_id", "styler"},
    "arrow_table": {"columns", "disabled", "editing_mode", "form_id", "height", "styler",
                    "use_container_width", "width"},
    "arrow_vega_lite_chart": {"datasets"},
    "audio": {"url"},
    "bokeh_chart": {"element_id"},
    "download_button": {"form_id"},
    "exception": {"is_warning", "message_is_markdown", "stack_trace"},
    "form": {"form_id"},
    "graphviz_chart": {"element_id"},
    "imgs": {"url"},
    "plotly_chart": {"url"},
    "video": {"url"},
}
# Element types that no command of the file can place.
UNUSED_ELEMENTS = {"component_instance", "data_frame", "favicon", "table", "vega_lite_chart"}
# Attributes of a container that are no commands.
CONTAINER_ATTRIBUTES = {"dg", "id"}


class Differences:
    def __init__(self):
        self.lines = []

    def compare(self, where, what, ours, real):
        if ours != real:
            self.lines.append(f"{where}: {what}: the file says {ours!r}, Streamlit {real!r}")


def as_list(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def resolve(name):
    """The object behind `st.NAME`, or behind a container's method when `st` has none."""
    module, path = st, name
    if name.startswith("components.v1."):
        import streamlit.components.v1 as module

        path = name.split(".", 2)[2]
    for part in path.split("."):
        module = getattr(module, part) if hasattr(module, part) else getattr(st.sidebar, part)
    return module


def default_of(value):
    """A default as the file writes it."""
    if isinstance(value, NoValue):
        return {"sentinel": "no-value"}
    if value is str:
        return {"sentinel": "str"}
    return [] if value == () else value


def shown(name, kind, *default):
    """A parameter as text; repr tells 0, 0.0 and False apart."""
    return f"{name}: {kind}" + "".join(f" = {value!r}" for value in default)


def real_parameters(name):
    target = resolve(name)
    if not inspect.isroutine(target):
        target = type(target).__call__.__get__(target)
    out = []
    for parameter in inspect.signature(target).parameters.values():
        given = parameter.default is not parameter.empty
        default = [default_of(parameter.default)] if given else []
        out.append(shown(parameter.name, PARAMETER_KINDS[parameter.kind.name], *default))
    return out


def our_parameters(command):
    return [
        shown(p["name"], p.get("kind", "positional"), *([p["default"]] if "default" in p else []))
        for p in command.get("parameters", [])
    ]


def owner_in_type_error(command):
    """What stands before `()` in the TypeError for a wrong call."""
    target = resolve(command["name"])
    if command.get("kind") == "object":
        return type(target).__qualname__
    try:
        kinds = [p.get("kind") for p in command.get("parameters", [])]
        if "var-keyword" not in kinds:
            target(no_such_keyword=1)
        elif "var-positional" not in kinds:
            target(*[None] * 20)  # every keyword is taken, too many arguments are not
        else:
            return target.__qualname__  # takes anything: there is no TypeError
    except TypeError as error:
        return str(error).split("()")[0]
    return "no TypeError"


def check_command(command, differences):
    name = command["name"]
    if command.get("kind") != "object":
        differences.compare(name, "parameters", our_parameters(command), real_parameters(name))
    differences.compare(name, "owner", command["owner"], owner_in_type_error(command))
    on_container = hasattr(DeltaGenerator, name)
    on_module = name.startswith("components.v1.") or hasattr(st, name.split(".")[0])
    scope = {(True, True): "both", (True, False): "module", (False, True): "container"}
    differences.compare(name, "scope", command.get("scope", "both"),
                        scope.get((on_module, on_container)))
    if command["category"] == "cache":
        check_cache_command(command, differences)


def check_cache_command(command, differences):
    owner = resolve(command["name"].split(".")[0])
    family = "data" if type(owner).__name__ == "CacheDataAPI" else "resource"
    differences.compare(command["name"], "family", command.get("family"), family)
    notice = owner._deprecation_warning
    replacement = (command.get("replaced_by") or "").split(".")[0]
    differences.compare(command["name"], "replaced_by", bool(replacement), notice is not None)
    if notice:
        differences.compare(command["name"], "replaced_by", f"st.{replacement}",
                            f"st.{replacement}" if f"`st.{replacement}`" in notice else notice)


def check_names(spec, differences):
    """Every public name is a command or named as unsupported. (Packages of 1.18.1 differ in what
    else they bring, so an unsupported name may be missing.)"""
    commands = {c["name"] for c in spec["commands"]}
    known = commands | {u["name"] for u in spec["unsupported"]}
    real = {
        name for name in dir(st)
        if not name.startswith("_") and not isinstance(getattr(st, name), types.ModuleType)
    }
    real |= {n for n in dir(DeltaGenerator) if not n.startswith("_")} - CONTAINER_ATTRIBUTES
    real |= {"components.v1.html", "components.v1.iframe", "components.v1.declare_component"}
    real |= {f"{n}.clear" for n in real if hasattr(getattr(st, n, None), "clear")
             and n.startswith(("cache_", "experimental_"))}
    differences.compare("st", "names that it lacks", sorted(commands - real), [])
    differences.compare("st", "names not in the file", [], sorted(real - known))


def check_field(where, field, descriptor, differences):
    """One field's kind and, for enums and messages, what is below it."""
    kind = FIELD_KINDS[descriptor.type] if descriptor.type in FIELD_KINDS else "bytes"
    if descriptor.label == FieldDescriptor.LABEL_REPEATED:
        kind += "-list"
    where = f"{where}.{field['name']}"
    if field["kind"] != "opaque":
        differences.compare(where, "kind", field["kind"], kind)
    if field["kind"] == "enum":
        values = {value.number: value.name for value in descriptor.enum_type.values}
        differences.compare(where, "values", dict(enumerate(field["values"])), values)
    if field["kind"] in ("message", "message-list"):
        check_fields(where, field["fields"], descriptor.message_type,
                     BOOKKEEPING.get(field["name"], set()), differences)


def check_fields(where, fields, message, bookkeeping, differences):
    """Fields in protobuf's order, each in the descriptor, none of the descriptor's forgotten."""
    described = {f.get("proto", f["name"]): f for f in fields if f["kind"] != "fact"}
    real = {f.name: f for f in sorted(message.fields, key=lambda f: f.number)}
    order = [name for name in real if name in described]
    differences.compare(where, "fields", list(described), order)
    forgotten = sorted(set(real) - set(described) - bookkeeping - {"id"})
    differences.compare(where, "fields not in the file", [], forgotten)
    for name, field in described.items():
        if name in real:
            check_field(where, field, real[name], differences)


def check_deltas(spec, differences):
    elements = Element.DESCRIPTOR.oneofs_by_name["type"].fields
    real = {f.name: f.message_type for f in elements}
    # Rows added to a chart are no element of protobuf's but a delta beside them.
    names = [d["name"] for d in spec["deltas"] if d["name"] != "arrow_add_rows"]
    differences.compare("deltas", "names", sorted(names), sorted(set(real) - UNUSED_ELEMENTS))
    for delta in spec["deltas"]:
        name = delta["name"]
        if name not in real:
            continue
        check_fields(name, delta.get("fields", []), real[name], BOOKKEEPING.get(name, set()),
                     differences)
        differences.compare(name, "has_id", delta.get("has_id", False),
                            "id" in real[name].fields_by_name)
        differences.compare(name, "state", delta.get("state"),
                            ELEMENT_TYPE_TO_VALUE_TYPE.get(name))


def check_blocks(spec, differences):
    real = {f.name: f.message_type for f in Block.DESCRIPTOR.oneofs_by_name["type"].fields}
    names = sorted(b.get("proto", b["name"]) for b in spec["blocks"])
    differences.compare("blocks", "names", names, sorted(real))
    for block in spec["blocks"]:
        message = real.get(block.get("proto", block["name"]))
        if message is not None:
            check_fields(block["name"], block.get("fields", []), message,
                         BOOKKEEPING.get(block["name"], set()), differences)


def check_warning_name(command, differences):
    """A cached function warns of every recorded name that is not on Streamlit's list."""
    deltas = as_list(command.get("delta"))
    if not deltas:
        return
    recorded = command.get("recorded_as", deltas[0])
    warns_as = None if recorded in NONWIDGET_ELEMENTS else recorded
    differences.compare(command["name"], "warns_as", command.get("warns_as"), warns_as)


def main(arguments):
    root = pathlib.Path(__file__).resolve().parents[2]
    path = pathlib.Path(arguments[0]) if arguments else root / "specs" / "commands.yaml"
    if st.__version__ != "1.18.1":
        print(f"this is Streamlit {st.__version__}, the file describes 1.18.1", file=sys.stderr)
        return 2
    spec = yaml.safe_load(path.read_text(encoding="utf-8"))
    differences = Differences()
    check_names(spec, differences)
    for command in spec["commands"]:
        check_command(command, differences)
        check_warning_name(command, differences)
    check_deltas(spec, differences)
    check_blocks(spec, differences)
    probe = Probe(spec, differences)
    probe.run()
    for line in differences.lines:
        print(line)
    print(f"{len(spec['commands'])} commands, {len(spec['deltas'])} deltas, "
          f"{len(spec['blocks'])} blocks: {len(differences.lines)} differences")
    for note in probe.notes:
        print(f"not called: {note}")
    return 1 if differences.lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
