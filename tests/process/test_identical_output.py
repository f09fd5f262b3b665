"""Byte-identical output of the real binary, whatever surrounds it.

$STREPLAY names the binary; default: build/release/streplay.
"""

import json
import os
import random
import shutil
import stat
import subprocess
import unittest

from test_process import SCENARIO, STREPLAY, Folder

NOBODY = 65534

# Good and bad in every way, in an order that no sorting gives by itself.
FILES = {
    "scenarios/b/good.yaml": SCENARIO,
    "scenarios/b-good.yaml": SCENARIO.replace("4", "5"),
    "scenarios/A.yaml": SCENARIO.replace("4", "6"),
    "scenarios/ä.yaml": SCENARIO.replace("4", "7").replace("Negate", "Größer 😀"),
    "scenarios/İi.yml": SCENARIO.replace("4", "1.5"),
    "scenarios/expects.yaml": SCENARIO + "  - expect: {executed: {double: 3}}\n",
    "scenarios/invalid.yaml": "title: 1\nsteps: [run]\n",
    "scenarios/absent.yaml": SCENARIO + "  - interact: {checkbox: Nothing, value: true}\n",
    "scenarios/time.yaml": "title: Times\nscript: |\n  import datetime\n  import streamlit as st\n"
                           "  st.write(datetime.datetime.now(), 1234567.5)\nsteps: [run]\n",
}


class IdenticalOutput(Folder):
    def setUp(self):
        super().setUp()
        for name, text in FILES.items():
            self.write(name, text)
        self.run_streplay("scenarios", "-u", "-j1")
        golden = self.folder / "golden" / "documented" / "A.jsonl"
        golden.write_text(golden.read_text().replace("`12`", "`13`"))
        self.first = self.result()
        self.assertEqual(self.first[0], 2)
        self.assertIn("passed", self.first[1])

    def result(self, *arguments, **options):
        arguments = arguments or ("scenarios", "-v")
        options.setdefault("CI", "1")
        run = self.run_streplay(*arguments, **options)
        return run.returncode, run.stdout, run.stderr

    def test_the_number_of_threads(self):
        for jobs in ("-j1", "-j2", "-j8", "-j64"):
            self.assertEqual(self.result("scenarios", "-v", jobs), self.first, jobs)

    def test_the_order_of_the_paths(self):
        paths = [f"scenarios/{p.name}" for p in (self.folder / "scenarios").iterdir()]
        for seed in range(5):
            random.Random(seed).shuffle(paths)
            self.assertEqual(self.result("-v", *paths), self.first, paths)
        self.assertEqual(self.result("-v", "scenarios/b", "scenarios", "./scenarios//A.yaml"),
                         self.first)

    def test_locale_and_time_zone(self):
        for locale in ("C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "ja_JP.SJIS"):
            for zone in ("UTC", "Pacific/Auckland", "America/St_Johns", "nonsense"):
                got = self.result(LC_ALL=locale, LANG=locale, LANGUAGE=locale, TZ=zone)
                self.assertEqual(got, self.first, (locale, zone))

    def test_another_folder(self):
        # Only the paths are others.
        elsewhere = self.folder / "else" / "where"
        elsewhere.mkdir(parents=True)
        code, out, err = self.result("../../scenarios", "-v", cwd=elsewhere)
        self.assertEqual((code, out.replace("../../", ""), err), self.first)
        code, out, err = self.result(str(self.folder / "scenarios"), "-v", cwd=elsewhere)
        self.assertEqual((code, out.replace(str(self.folder) + "/", ""), err), self.first)
        moved = self.folder / "moved"
        moved.mkdir()
        for name in ("scenarios", "golden"):
            (self.folder / name).rename(moved / name)
        self.assertEqual(self.result(cwd=moved), self.first)

    def test_environment_and_terminal_variables(self):
        for variables in ({"TERM": "dumb"}, {"COLUMNS": "20"}, {"NO_COLOR": "1"}, {"HOME": "/"},
                          {"MALLOC_PERTURB_": "85"}):
            self.assertEqual(self.result(**variables), self.first, variables)

    def test_a_folder_that_cannot_be_written(self):
        # Also without CI: what did not fail is in no need of writing, and what is kept for
        # --last-failed is nobody's loss. Root can write everywhere, so it becomes nobody.
        for name in ("invalid", "absent", "expects", "A"):
            (self.folder / "scenarios" / f"{name}.yaml").unlink()
            for golden in self.folder.glob(f"golden/*/{name}.jsonl"):
                golden.unlink()
        first = self.result(CI="")
        self.assertEqual(first[0], 0, first)
        binary = self.folder / "streplay"
        shutil.copy(STREPLAY, binary)
        self.folder.chmod(0o555)
        self.addCleanup(self.make_writable)
        for path in self.folder.rglob("*"):
            path.chmod(path.stat().st_mode & ~0o222 | 0o444)
        user = {"user": NOBODY, "group": NOBODY} if os.getuid() == 0 else {}
        run = subprocess.run([binary, "scenarios", "-v"], cwd=self.folder, env={}, text=True,
                             capture_output=True, timeout=120, check=False, **user)
        self.assertEqual((run.returncode, run.stdout, run.stderr), first)
        (self.folder / "golden" / "documented" / "time.jsonl").unlink()
        run = subprocess.run([binary, "scenarios/time.yaml"], cwd=self.folder, env={}, text=True,
                             capture_output=True, timeout=120, check=False, **user)
        self.assertEqual(run.returncode, 2)
        self.assertIn("golden/documented/time.jsonl cannot be written: Permission denied",
                      run.stdout)

    def make_writable(self):
        for path in (self.folder, *self.folder.rglob("*")):
            if path.is_dir():
                path.chmod(path.stat().st_mode | stat.S_IRWXU)

    def test_where_a_check_stops(self):
        for max_fail in ("1", "2", "3"):
            first = self.result("scenarios", "--max-fail", max_fail, "-j1")
            self.assertIn("(--max-fail)", first[2])
            for jobs in ("-j2", "-j8"):
                got = self.result("scenarios", "--max-fail", max_fail, jobs)
                self.assertEqual(got, first)

    def test_shards_are_all_and_do_not_overlap(self):
        everything = set(self.paths())
        self.assertEqual(len(everything), len(FILES))  # with a.yaml, without the invalid one
        for kind in ("", "hash:"):
            shards = [self.paths("--shard", f"{kind}{m}/3") for m in (1, 2, 3)]
            self.assertEqual(sorted(sum(shards, [])), sorted(everything))

    def paths(self, *options):
        run = self.run_streplay("list", "scenarios", "--format", "json", *options)
        return [s["path"] for s in json.loads(run.stdout)["scenarios"]]


if __name__ == "__main__":
    unittest.main()
