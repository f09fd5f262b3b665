"""Holds specs/scenario.schema.json to the loader: the schema accepts every scenario that the loader
accepts (tests/scenario/good and the corpus) and refuses every one that it refuses
(tests/scenario/bad), except for what no schema can know, listed below with its reason.

Exits with 77 (skipped) where python3-yaml or python3-jsonschema is missing.
"""

import json
import pathlib
import re
import sys

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parents[2]
BAD = ROOT / "tests" / "scenario" / "bad"
GOOD = [ROOT / "tests" / "scenario" / "good", ROOT / "scenarios"]

ORDER = "depends on the steps before it"
SOURCE = "depends on the text of the script"
FILES = "depends on other files"
LAYOUT = "is about how the YAML is written, not about what it says"
NAMES = "depends on a list of names kept elsewhere"
SUM = "is about the sum of several steps"

# The broken scenarios that the schema accepts.
BEYOND_A_SCHEMA = {
    "bad-advance-sum": SUM,
    "bad-duplicate-key": LAYOUT,
    "bad-duplicate-key-quoted": LAYOUT,
    "bad-edit-in-order": SOURCE,
    "bad-edit-two-matches": SOURCE,
    "bad-expect-first": ORDER,
    "bad-expect-other-profile": NAMES,
    "bad-interact-after-restart": ORDER,
    "bad-interact-first": ORDER,
    "bad-interact-session": ORDER,
    "bad-lone-carriage-return": LAYOUT,
    "bad-script-file-above": FILES,
    "bad-script-file-around": FILES,
    "bad-script-file-encoding": FILES,
    "bad-script-file-folder": FILES,
    "bad-script-file-missing": FILES,
    "bad-script-file-nul": FILES,
    "bad-script-file-syntax": FILES,
    "bad-surrogate-escape": LAYOUT,
    "bad-syntax-call": SOURCE,
    "bad-syntax-definitions": SOURCE,
    "bad-syntax-script": SOURCE,
    "bad-syntax-script-folded": SOURCE,
    "bad-syntax-script-quoted": SOURCE,
    "bad-unsupported-syntax": SOURCE,
}


class CoreLoader(yaml.SafeLoader):
    """YAML with the scalars of the core schema of YAML 1.2, which the loader uses."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", list("-+0123456789")),
    (
        "float",
        r"(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
        r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$",
        list("-+0123456789."),
    ),
):
    CoreLoader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), first)


def read(path):
    """The scenario as data, or None where even YAML says no."""
    try:
        return yaml.load(path.read_bytes().decode("utf-8"), CoreLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


def main():
    schema = json.loads((ROOT / "specs" / "scenario.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failures = []
    bad = sorted(BAD.glob("*.yaml"))
    for path in bad:
        data = read(path)
        accepted = data is not None and validator.is_valid(data)
        if accepted and path.stem not in BEYOND_A_SCHEMA:
            failures.append(f"{path.name}: the schema accepts it")
        if not accepted and path.stem in BEYOND_A_SCHEMA:
            failures.append(f"{path.name}: listed as beyond a schema, yet refused")
    for name in sorted(BEYOND_A_SCHEMA.keys() - {path.stem for path in bad}):
        failures.append(f"{name}: listed as beyond a schema, but there is no such file")
    good = sorted(path for folder in GOOD for path in folder.glob("**/*.yaml"))
    for path in good:
        for error in validator.iter_errors(read(path)):
            where = "/".join(str(part) for part in error.absolute_path)
            failures.append(f"{path.relative_to(ROOT)}: {where}: {error.message}")
    print("\n".join(failures) or f"{len(bad)} broken and {len(good)} good scenarios agree")
    return 1 if failures or not bad or not good else 0


if __name__ == "__main__":
    sys.exit(main())
