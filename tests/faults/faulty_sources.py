"""Writes copies of the sources that have the faults listed beside this file, each behind a switch.

    faulty_sources.py --list           the files of src/ that change or are compiled again
    faulty_sources.py --write FOLDER   their copies, below FOLDER as below src/

A list (*.txt) reads so; lines that start with # are comments:

    name-of-the-fault: What is wrong with it, a sentence.
    src/runtime/file.cc, expression
    - what stands in the file, exactly once, however it is broken into lines
    + what stands there with the fault
    src/runtime/other.cc, statement
    - …

A fault has one or more places, each of a kind:

    expression   becomes `(fault ? (+) : (-))`
    statement    one or several whole ones: become `if (fault) { + } else { - }`
    code         becomes +, in which FAULT is the switch

Places do not overlap. When a header changes, the sources that include it are compiled again.
"""

import argparse
import pathlib
import re
import sys
from dataclasses import dataclass, field

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
KINDS = ("expression", "statement", "code")


@dataclass
class Place:
    file: str
    kind: str
    before: str = ""
    after: str = ""


@dataclass
class Fault:
    name: str
    sentence: str
    places: list = field(default_factory=list)

    @property
    def switch(self):
        return "fault_" + re.sub(r"\W", "_", self.name)


def read_faults():
    """All faults, in the order of the lists."""
    faults = []
    for path in sorted(HERE.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line or line.startswith("#"):
                continue
            fault = re.fullmatch(r"([a-z0-9.-]+): (\S.*)", line)
            place = re.fullmatch(r"(src/\S+), (\w+)", line)
            if fault:
                faults.append(Fault(*fault.groups()))
            elif place and place.group(2) in KINDS and faults:
                faults[-1].places.append(Place(*place.groups()))
            elif line[:2] in ("- ", "+ ") and faults and faults[-1].places:
                into = "before" if line[0] == "-" else "after"
                last = faults[-1].places[-1]
                setattr(last, into, getattr(last, into) + line[2:] + "\n")
            elif faults and not faults[-1].places:
                faults[-1].sentence += " " + line
            else:
                sys.exit(f"{path.name}:{number}: this is no fault, place or line of one: {line}")
    names = [fault.name for fault in faults]
    for name in names:
        if names.count(name) > 1:
            sys.exit(f"two faults have the name {name}")
    return faults


def pattern_of(text):
    """A pattern for the text, with any blanks and line breaks between its words."""
    parts = re.findall(r"\w+|[^\w\s]", text)
    pattern = re.escape(parts[0])
    for before, part in zip(parts, parts[1:]):
        are_words = re.match(r"\w", before) and re.match(r"\w", part)
        pattern += (r"\s+" if are_words else r"\s*") + re.escape(part)
    return pattern


def faulty(switch, place, text):
    after = re.sub(r"\bFAULT\b", switch, place.after.strip())
    if place.kind == "expression":
        return f"({switch} ? ({after}) : ({text}))"
    if place.kind == "statement":
        return f"if ({switch}) {{\n{after}\n}} else {{\n{text}\n}}"
    return after


def copy_with_faults(file, faults):
    """The text of a source with all of its faults."""
    text = (ROOT / file).read_text(encoding="utf-8")
    spots = []
    misfits = []
    switches = {}
    for fault in faults:
        for place in fault.places:
            if place.file != file:
                continue
            found = list(re.finditer(pattern_of(place.before), text))
            if len(found) != 1:
                misfits.append(f"{fault.name}: found {len(found)} times in {file}, not once:\n"
                               + place.before)
                continue
            new = faulty(fault.switch, place, found[0].group())
            spots.append((found[0].start(), found[0].end(), new, fault.name))
            switches[fault.switch] = fault.name
    spots.sort()
    for (_, end, _, name), (start, _, _, other) in zip(spots, spots[1:]):
        if start < end:
            misfits.append(f"{name} and {other} overlap in {file}")
    if misfits:
        sys.exit("\n".join(misfits))
    for start, end, new, _ in reversed(spots):
        text = text[:start] + new + text[end:]
    lines = ['#include "chosen_fault.h"']
    lines += [f'inline const bool {switch} = streplay::faults::IsChosen("{name}");'
              for switch, name in switches.items()]
    guard = re.match(r"(?:(?://.*)?\n)*#ifndef \w+\n#define \w+\n", text)
    at = guard.end() if guard else 0
    return text[:at] + "\n".join(lines) + "\n" + text[at:]


def changed_files(faults):
    """The files with faults, and the sources that include a header with one."""
    files = {place.file for fault in faults for place in fault.places}
    headers = [file.removeprefix("src/") for file in files if file.endswith(".h")]
    for source in ROOT.glob("src/*/*.cc") if headers else ():
        text = source.read_text(encoding="utf-8")
        if any(f'#include "{header}"' in text for header in headers):
            files.add(source.relative_to(ROOT).as_posix())
    return sorted(files)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--write", metavar="FOLDER", type=pathlib.Path)
    options = parser.parse_args()
    faults = read_faults()
    for file in changed_files(faults):
        if options.list:
            print(file)
        if options.write:
            path = options.write / file.removeprefix("src/")
            path.parent.mkdir(parents=True, exist_ok=True)
            text = copy_with_faults(file, faults)
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
