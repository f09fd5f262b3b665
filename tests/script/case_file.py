"""The line-based case files of this directory: reading and writing them (README.md has the format)."""

from dataclasses import dataclass, field
from pathlib import Path

OPENING = "=== "
SEPARATOR = "---"
NO_FINAL_NEWLINE = "\\"


@dataclass
class Case:
    name: str
    line: int
    source: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The source as it is compiled."""
        joined = "\n".join(self.source)
        return joined if self.expected[:1] == [NO_FINAL_NEWLINE] else joined + "\n"


@dataclass
class CaseFile:
    path: Path
    header: list[str]
    cases: list[Case]


class BadFile(Exception):
    """A case file that does not follow the format."""


def lines_of(path: Path) -> list[str]:
    """Splits at \\n alone: a source may hold other characters that Python calls line ends."""
    return path.read_bytes().decode("utf-8").removesuffix("\n").split("\n")


def read(path: Path) -> CaseFile:
    result = CaseFile(path, [], [])
    in_source = False
    for number, line in enumerate(lines_of(path), 1):
        if line.startswith(OPENING):
            if in_source:
                raise BadFile(f"{path}:{number}: the case before has no '{SEPARATOR}'")
            result.cases.append(Case(line.removeprefix(OPENING), number))
            in_source = True
        elif in_source and line == SEPARATOR:
            in_source = False
        elif in_source:
            result.cases[-1].source.append(line)
        elif result.cases:
            if line:
                result.cases[-1].expected.append(line)
        else:
            result.header.append(line)
    if in_source:
        raise BadFile(f"{path}: the last case has no '{SEPARATOR}'")
    require_unique_names(result)
    return result


def require_unique_names(file: CaseFile) -> None:
    seen: set[str] = set()
    for case in file.cases:
        if case.name in seen:
            raise BadFile(f"{file.path}:{case.line}: a second case named '{case.name}'")
        seen.add(case.name)


def render(file: CaseFile) -> str:
    header = "\n".join(file.header).rstrip("\n")
    parts = [header] if header else []
    for case in file.cases:
        parts.append("\n".join([OPENING + case.name, *case.source, SEPARATOR, *case.expected]))
    return "\n\n".join(parts) + "\n"
