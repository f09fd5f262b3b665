"""Commands of the real binary in a real folder, and the exit codes that need one.

$STREPLAY names the binary; default: build/release/streplay.
"""

import os
import pathlib
import signal
import subprocess
import unittest

from test_process import ROOT, SCENARIO, STREPLAY, Folder


class ExitCodes(Folder):
    def test_2_for_a_wrong_selection(self):
        run = self.expect_exit(2, "scenarios", "-k", "one two")
        self.assertEqual(run.stderr.splitlines()[0],
                         "-k:1:5: error: an operator is missing before `two`")
        self.expect_exit(2, "scenarios", "--shard", "0/3")
        self.expect_exit(2, "list")

    def test_4_when_the_selection_leaves_nothing(self):
        for command in ("check", "list", "compare"):
            run = self.expect_exit(4, command, "scenarios", "--tag", "nowhere")
            self.assertEqual(run.stderr,
                             "streplay: the scenario is left out: `--tag nowhere` leaves none\n"
                             "  = no scenario has the tag `nowhere`\n")

    def test_5_for_an_adapter_that_does_not_come_up(self):
        run = self.expect_exit(5, "conform", "--adapter", "false", "scenarios")
        self.assertIn("exit code 1 before its hello", run.stdout + run.stderr)
        self.expect_exit(5, "smoke", "--adapter", "false")

    def test_70_for_a_check_of_our_own_that_fails(self):
        run = self.expect_exit(70, "scenarios", STREPLAY_FAIL_CHECK="1")
        self.assertEqual(run.stdout, "")
        self.assertRegex(run.stderr, r"^streplay: internal error at \S+:\d+: .+\n$")


class Init(Folder):
    def test_a_new_folder_passes_at_once_and_init_never_overwrites(self):
        new = self.folder / "new"
        new.mkdir()
        self.expect_exit(0, "init", cwd=new)
        found = sorted(str(p.relative_to(new)) for p in new.rglob("*") if p.is_file())
        self.assertEqual(found, [
            ".github/workflows/streplay.yml", "golden/documented/first.jsonl",
            "golden/streamlit-1.18/first.jsonl", "scenarios/first.yaml"])
        run = self.expect_exit(0, "check", "scenarios", cwd=new, CI="1")
        self.assertTrue(run.stdout.startswith("2 passed  (1 scenario, "), run.stdout)
        self.expect_exit(0, "show", "scenarios/first.yaml", cwd=new)
        texts = {p: p.read_bytes() for p in new.rglob("*") if p.is_file()}
        self.expect_exit(2, "init", cwd=new)
        self.assertEqual({p: p.read_bytes() for p in texts}, texts)

    def test_the_ci_job_is_yaml_and_runs_check(self):
        try:
            import yaml
        except ImportError:
            self.skipTest("this Python has no yaml")
        self.expect_exit(0, "init", "new")
        text = (self.folder / "new/.github/workflows/streplay.yml").read_text(encoding="utf-8")
        steps = yaml.safe_load(text)["jobs"]["check"]["steps"]
        self.assertEqual(steps[-1], {"run": "streplay check scenarios"})


class Schema(Folder):
    def test_an_installed_binary_has_the_schema(self):
        run = self.expect_exit(0, "schema")
        schema = (ROOT / "specs" / "scenario.schema.json").read_text(encoding="utf-8")
        self.assertEqual(run.stdout, schema)
        self.expect_exit(0, "schema", "--out", "scenario.schema.json")
        self.assertEqual((self.folder / "scenario.schema.json").read_text(encoding="utf-8"), schema)


class LastFailed(Folder):
    def test_what_failed_is_run_again(self):
        self.write("scenarios/b.yaml", SCENARIO.replace("4", "5"))
        self.expect_exit(0, "scenarios", "-u")
        self.assertFalse((self.folder / ".streplay").exists())
        golden = self.folder / "golden" / "documented" / "b.jsonl"
        right = golden.read_text()
        golden.write_text(right.replace("`10`", "`11`"))
        self.expect_exit(1, "scenarios")
        run = self.expect_exit(0, "list", "--last-failed", "--format", "paths", "scenarios")
        self.assertEqual(run.stdout, "scenarios/b.yaml\n")
        # The same from inside.
        run = self.expect_exit(0, "list", "--last-failed", "--format", "paths", ".",
                               cwd=self.folder / "scenarios")
        self.assertEqual(run.stdout, "b.yaml\n")
        golden.write_text(right)
        run = self.expect_exit(0, "scenarios", "--last-failed")
        self.assertIn("(1 scenario, ", run.stdout)
        run = self.expect_exit(0, "scenarios", "--last-failed")
        self.assertIn("(2 scenarios, ", run.stdout)
        names = sorted(p.name for p in (self.folder / ".streplay").iterdir())
        self.assertEqual(names, [".gitignore", "last-failed.jsonl"])


class Watch(Folder):
    """Reads what is printed until the line that a round ends with: no sleeping, no guessing."""

    def setUp(self):
        super().setUp()
        self.expect_exit(0, "scenarios", "-u")
        self.watch = subprocess.Popen(
            [STREPLAY, "check", "scenarios", "--watch"], cwd=self.folder, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env={"PATH": os.environ.get("PATH", "")})
        self.addCleanup(self.stop)
        self.assertRegex(self.read_to("watching: "), r"^2 passed ")

    def stop(self):
        self.watch.kill()
        self.watch.stdin.close()
        self.watch.stdout.close()
        self.watch.wait(60)

    def read_to(self, beginning):
        lines = ""
        for line in self.watch.stdout:
            lines += line
            if line.startswith(beginning):
                return lines
        self.fail("the watch ended: " + lines)

    def test_a_changed_scenario_is_checked_again(self):
        path: pathlib.Path = self.folder / "scenarios" / "a.yaml"
        path.write_text(SCENARIO + "  - run\n")
        self.assertRegex(self.read_to("2 failed"), "^changed: scenarios/a.yaml\n")
        path.write_text(SCENARIO)
        self.assertRegex(self.read_to("2 passed"), "changed: scenarios/a.yaml\n")
        self.watch.stdin.close()
        self.assertEqual(self.watch.wait(60), 0)

    def test_an_interrupt_ends_it(self):
        # As the end of input does when it comes while the watch waits, else as ever.
        self.watch.send_signal(signal.SIGINT)
        self.assertIn(self.watch.wait(60), (0, -signal.SIGINT))

    def test_a_line_checks_everything_again_and_the_end_of_input_ends_it(self):
        self.watch.stdin.write("\n")
        self.watch.stdin.flush()
        self.assertRegex(self.read_to("2 passed"), "^2 passed")
        self.watch.stdin.close()
        self.assertEqual(self.watch.stdout.read(), "")
        self.assertEqual(self.watch.wait(60), 0)


if __name__ == "__main__":
    unittest.main()
