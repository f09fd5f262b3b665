"""Reads a scenario file (specs/scenario-format.md) for adapter.py --scenario.

The adapter itself gets scenarios as JSON, already loaded and checked: this reader checks nothing.
"""

import os
import re
import sys


def _loader():
    try:
        import yaml
    except ImportError:
        sys.exit("adapter.py --scenario needs PyYAML (Debian: python3-yaml)")

    class Loader(yaml.SafeLoader):
        """YAML 1.2's plain scalars: no dates, no base-60 numbers, no `yes`."""

        yaml_implicit_resolvers = {}

    for tag, pattern, first in [
        ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
        ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
        ("int", r"[-+]?[0-9]+|0x[0-9a-fA-F]+", "-+0123456789"),
        ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ]:
        expression = re.compile(f"(?:{pattern})$")
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", expression, list(first))
    return yaml, Loader


def load_scenario(path):
    yaml, loader = _loader()
    with open(path, encoding="utf-8") as file:
        scenario = yaml.load(file, loader)
    script = scenario.get("script")
    if isinstance(script, dict):
        beside = os.path.join(os.path.dirname(path), script["file"])
        with open(beside, encoding="utf-8") as file:
            scenario["script"] = file.read()
    return scenario
