"""Runs clang-tidy over the sources that changed since it last passed on them.

A source counts as changed when its own text, that of a header of ours that it includes (however
deep), .clang-tidy or the compiler's arguments did. What passed is kept as one empty file each,
named by a digest of all that, below the build directory.
"""

import argparse
import concurrent.futures
import hashlib
import json
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)


class Sources:
    """Texts and transitive includes, read once."""

    def __init__(self, folders):
        self.folders = folders
        self.includes = {}

    def closure(self, source):
        seen, waiting = {source}, [source]
        while waiting:
            for found in self.included_by(waiting.pop()):
                if found not in seen:
                    seen.add(found)
                    waiting.append(found)
        return sorted(seen)

    def included_by(self, path):
        if path not in self.includes:
            names = INCLUDE.findall(path.read_text(encoding="utf-8"))
            found = (folder / name for name in names for folder in [path.parent, *self.folders])
            self.includes[path] = [each for each in found if each.is_file()]
        return self.includes[path]


def commands(build):
    """Our own sources and the arguments that each is compiled with."""
    for entry in json.loads((build / "compile_commands.json").read_text()):
        source = pathlib.Path(entry["directory"], entry["file"]).resolve()
        if source.is_relative_to(ROOT / "src"):
            yield source, shlex.split(entry["command"])


def digest_of(source, arguments, sources):
    digest = hashlib.sha256()
    digest.update((ROOT / ".clang-tidy").read_bytes())
    digest.update("\0".join(each for each in arguments if "/ccache" not in each).encode())
    for path in sources.closure(source):
        digest.update(str(path).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def lint(source, build):
    run = subprocess.run(
        # g++ is told about warnings of its own, which clang need not know.
        ["clang-tidy", "--quiet", "--extra-arg=-Wno-unknown-warning-option", "-p", str(build),
         str(source)],
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode == 0, run.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--all", action="store_true", help="what has passed already, too")
    options = parser.parse_args()
    build = options.build.resolve()
    passed = build / "lint-passed"
    passed.mkdir(parents=True, exist_ok=True)
    sources = Sources([ROOT / "src", build / "generated"])
    stamps = {s: passed / digest_of(s, arguments, sources) for s, arguments in commands(build)}
    wanted = [s for s, stamp in stamps.items() if options.all or not stamp.exists()]
    failures = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for source, (ok, text) in zip(wanted, pool.map(lambda s: lint(s, build), wanted)):
            if ok:
                stamps[source].touch()
            else:
                failures += 1
                print(text)
    for stale in set(passed.iterdir()) - set(stamps.values()):
        stale.unlink()
    print(f"{len(stamps)} sources, {len(wanted)} looked at, {failures} with findings")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
