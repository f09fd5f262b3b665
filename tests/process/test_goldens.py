"""Goldens on a real disk: whatever happens while they are written, each is the old or the new one.

$STREPLAY names the binary; default: build/release/streplay.
"""

import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
STREPLAY = os.environ.get("STREPLAY", str(ROOT / "build" / "release" / "streplay"))

SCENARIOS = 500
FOLDERS = 10
KILLS = 200
FIRST_SECONDS = 0.05  # that a run may live
LONGEST_SECONDS = 0.3
SEED = 118


def scenario(text):
    return ("title: t\nprofiles: [documented]\nscript: |\n  import streamlit as st\n"
            f"  st.write({text!r})\nsteps: [run]\n")


class Folder(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="streplay-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def streplay(self, *arguments, **options):
        variables = {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}
        return subprocess.run([STREPLAY, *arguments], cwd=self.folder, env=variables,
                              capture_output=True, text=True, timeout=120, check=False, **options)

    def files_below(self, name):
        found = {}
        root = str(self.folder / name)
        for folder, _, names in os.walk(root):
            for file in names:
                path = os.path.join(folder, file)
                with open(path, "rb") as opened:
                    found[path[len(root) + 1:]] = opened.read()
        return found


class Killed(Folder):
    def test_no_golden_is_torn_or_lost_by_200_kills(self):
        for version in ("old", "new"):
            for number in range(SCENARIOS):
                self.write(f"{version}/scenarios/{number % FOLDERS}/{number}.yaml",
                           scenario(f"{version} {number}"))
            self.assertEqual(self.update(version, f"golden-{version}").wait(), 0)
        old, new = self.files_below("golden-old"), self.files_below("golden-new")
        self.assertEqual((len(old), len(new)), (SCENARIOS, SCENARIOS))
        shutil.copytree(self.folder / "golden-old", self.folder / "golden")
        chance = random.Random(SEED)
        killed = written = 0
        before = old
        limit = FIRST_SECONDS
        for _ in range(KILLS):
            killed += self.update_and_kill(chance, limit)
            found = {name: text for name, text in self.files_below("golden").items()
                     if not name.endswith(".tmp")}
            self.assertEqual(found.keys(), old.keys())
            torn = [name for name, text in found.items() if text not in (old[name], new[name])]
            self.assertEqual(torn, [])
            # How long it takes to get to the first golden depends on the machine.
            limit = limit * 0.94 if found != before else min(limit * 1.02, LONGEST_SECONDS)
            written += found != before
            before = found
        # Most of the runs died, and many of them while they wrote.
        self.assertGreater(killed, KILLS // 2)
        self.assertGreater(written, KILLS // 10)
        # The next run that may go on to its end tidies up.
        self.assertEqual(self.update("new", "golden").wait(), 0)
        self.assertEqual(self.files_below("golden"), new)

    def update(self, version, golden, folders=range(FOLDERS)):
        paths = [f"{version}/scenarios/{folder}" for folder in folders]
        return subprocess.Popen(
            [STREPLAY, "check", *paths, "--golden", golden, "--update"],
            cwd=self.folder, env={}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    # The folders come in another order each time: what is right already is not written again, and
    # a run does not live long enough to get past much of it.
    def update_and_kill(self, chance, limit):
        version = chance.choice(("old", "new"))
        process = self.update(version, "golden", chance.sample(range(FOLDERS), FOLDERS))
        time.sleep(chance.uniform(0, limit))
        process.kill()
        return process.wait() == -signal.SIGKILL


class FullDisk(Folder):
    def test_every_golden_that_does_not_fit_stays_the_old_one(self):
        self.write("scenarios/big.yaml", scenario("old " + "x" * 100))
        self.write("scenarios/small.yaml", scenario("old"))
        self.assertEqual(self.streplay("scenarios", "-u").returncode, 0)
        old = self.files_below("golden")
        self.write("scenarios/big.yaml", scenario("new " + "x" * 5000))
        self.write("scenarios/small.yaml", scenario("new"))
        run = self.streplay("scenarios", "-u", preexec_fn=self.limit_file_size)
        self.assertEqual(run.returncode, 2)
        self.assertIn("golden/documented/big.jsonl cannot be written: File too large", run.stdout)
        found = self.files_below("golden")
        self.assertEqual(found.keys(), old.keys())
        self.assertEqual(found["documented/big.jsonl"], old["documented/big.jsonl"])
        self.assertIn(b"new", found["documented/small.jsonl"])

    @staticmethod
    def limit_file_size():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))


class Links(Folder):
    def setUp(self):
        super().setUp()
        self.write("scenarios/a.yaml", scenario("a"))
        self.write("elsewhere/a.jsonl", "mine\n")

    def refuses(self, reason):
        for arguments in (["scenarios"], ["scenarios", "-u"]):
            run = self.streplay(*arguments)
            self.assertEqual(run.returncode, 2, run.stdout)
            self.assertIn(reason, run.stdout)
        self.assertEqual(self.files_below("elsewhere"), {"a.jsonl": b"mine\n"})

    def test_a_link_in_place_of_a_golden_is_refused(self):
        (self.folder / "golden/documented").mkdir(parents=True)
        (self.folder / "golden/documented/a.jsonl").symlink_to(self.folder / "elsewhere/a.jsonl")
        self.refuses("the golden is a link, and goldens are plain files")

    def test_a_link_in_place_of_a_folder_is_refused(self):
        (self.folder / "golden").mkdir()
        (self.folder / "golden/documented").symlink_to(self.folder / "elsewhere")
        self.refuses("`documented` is a link, and goldens are not reached through links")


class Pending(Folder):
    def test_what_a_check_keeps_is_accepted_by_the_end_of_its_path(self):
        self.write("scenarios/a.yaml", scenario("old"))
        self.assertEqual(self.streplay("scenarios", "-u").returncode, 0)
        self.write("scenarios/a.yaml", scenario("new"))
        self.assertEqual(self.streplay("scenarios").returncode, 1)
        self.assertEqual(self.streplay("pending").stdout.split("\n")[0],
                         "golden/documented/a.jsonl  1 difference")
        self.assertEqual(self.streplay("review", stdin=subprocess.DEVNULL).returncode, 2)
        self.assertEqual(self.streplay("accept", "a").returncode, 0)
        self.assertEqual(self.streplay("scenarios").returncode, 0)
        self.assertEqual(list(self.files_below("golden")), ["documented/a.jsonl"])


if __name__ == "__main__":
    unittest.main()
