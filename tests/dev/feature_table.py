"""Adds up what occurred in the random programs of several seeds (streplay explore --table).

    tests/dev/feature_table.py [--count N] [--write] SEED… [-- OPTIONS OF explore]

Prints one section a kind and one line a feature, or writes them to specs/explored-features.txt.
Without options after `--` the property is determinism. $STREPLAY names the binary; default:
build/release/streplay. Exit code 1 when there is a counterexample.
"""

import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = ROOT / "specs" / "explored-features.txt"
STREPLAY = os.environ.get("STREPLAY", str(ROOT / "build" / "release" / "streplay"))


def explore(seed, count, options):
    """The exit code, the table and the line of totals."""
    command = [STREPLAY, "explore", "--seed", seed, "--count", count, "--table=json", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    if done.returncode not in (0, 1) or not lines:
        sys.exit(done.stderr)
    for line in lines[:-1]:
        print(line, file=sys.stderr)  # counterexamples
    return done.returncode, json.loads(lines[-1]), done.stderr.strip().splitlines()[-1]


def add(totals, table):
    for kind, counts in table.items():
        for feature, count in counts.items():
            totals[kind][feature] += count


def text(totals, heads):
    lines = [f"# {head}" for head in heads]
    for kind in sorted(totals):
        lines.append(kind)
        lines += [f"{totals[kind][feature]:>10}  {feature}" for feature in sorted(totals[kind])]
    return "\n".join(lines) + "\n"


def main():
    at = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    own, rest = sys.argv[1:at], sys.argv[at + 1:]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("seeds", nargs="+", metavar="SEED")
    parser.add_argument("--count", default="5000")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(own)
    rest = rest or ["--property", "determinism"]
    totals = collections.defaultdict(collections.Counter)
    heads = []
    status = 0
    for seed in options.seeds:
        code, table, total = explore(seed, options.count, rest)
        status |= code
        add(totals, table)
        heads.append(total)
        print(total, file=sys.stderr, flush=True)
        if options.write:  # after every seed: the next one may take long
            TABLE.write_text(text(totals, heads), encoding="utf-8")
    if not options.write:
        sys.stdout.write(text(totals, heads))
    sys.exit(status)


if __name__ == "__main__":
    main()
