"""The line protocol: how every request is answered, and that nothing breaks the connection."""

import os
import subprocess
import sys
import tempfile
import unittest

import adapter_client
from adapter_client import ADAPTER, answer, briefs, shared


class Protocol(unittest.TestCase):
    def test_hello_names_the_streamlit_that_runs(self):
        got = shared().ask({"cmd": "hello", "protocol": 1})
        version = subprocess.run(
            [sys.executable, "-c", "import streamlit; print(streamlit.__version__)"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        self.assertEqual(got["protocol"], 1)
        self.assertEqual(got["name"], "streamlit")
        self.assertEqual(got["language"], "python")
        self.assertEqual(got["version"], version)
        self.assertIn("stubs", got["features"])

    def test_an_answer_carries_the_id_of_its_request(self):
        scenario = {"script": "", "steps": ["run"]}
        for number in (1, "x", 99):
            got = shared().ask({"cmd": "run", "id": number, "scenario": scenario})
            self.assertEqual(got["id"], number)
            self.assertEqual([each["op"] for each in got["stream"]], ["run", "end"])

    def test_bye_ends_the_process_with_0(self):
        client = adapter_client.Client()
        client.ask({"cmd": "hello", "protocol": 1})
        self.assertEqual(client.close(), 0)

    def test_nonsense_is_answered_and_survived(self):
        self.assertEqual(shared().send_line("{")["error"]["phase"], "request")
        self.assertEqual(shared().send_line("[1]")["error"]["phase"], "request")
        self.assertEqual(shared().ask({"cmd": "dance"})["error"]["phase"], "request")
        self.assertEqual(shared().ask({"cmd": "run", "id": 1})["error"]["phase"], "request")
        self.assertEqual(briefs("st.text(1)")[1], "0.0 text")

    def test_an_endless_script_is_a_timeout_and_the_next_case_is_well(self):
        got = answer("while True: pass", budget_ms=700)
        self.assertEqual(got["error"]["phase"], "timeout")
        self.assertEqual(briefs("st.text(1)")[1:], ["0.0 text", "end ok"])

    def test_endless_reruns_end(self):
        # The real script runner reruns by recursion, so that Python's limit ends it.
        got = answer("st.experimental_rerun()")["stream"]
        self.assertEqual([each["status"] for each in got if each["op"] == "end"][0], "rerun")
        self.assertNotIn(got[-1]["status"], ("ok", "rerun"))

    def test_cases_see_nothing_of_one_another(self):
        script = "@st.cache_resource\ndef f(): print('executed')\nf()"
        for _ in range(2):
            self.assertIn("'executed'", briefs(script))

    def test_text_of_every_kind_comes_back(self):
        for text in ("é", "😀", "\u2028", "\x01", "\ud800"):
            got = answer(f"print(chr({ord(text)}))")
            self.assertEqual(got["stream"][1]["text"], text)

    def test_stray_output_does_not_reach_the_protocol(self):
        script = "import sys\nprint('a')\n__builtins__['print']('b')"
        self.assertEqual(adapter_client.printed(script), [["a", "b"]])

    def test_the_same_case_gives_the_same_records(self):
        script = (
            "import numpy as np\nst.bar_chart(np.a())\nst.write({'b', 'a'})\n"
            "import time\nst.write(time.time())\nst.image(np.b())\nst.checkbox('x')"
        )
        self.assertEqual(answer(script, "run", "run"), answer(script, "run", "run"))

    def test_scenario_mode_prints_records(self):
        text = (
            "title: t\ndefinitions: |\n  import streamlit as st\nscript: |\n  st.date_input('d')\n"
            "steps: [run, {expect: {status: ok}}, {interact: {date_input: d, value: 2023-03-01}}]\n"
        )
        with tempfile.TemporaryDirectory() as directory:
            path = os.path.join(directory, "dates.yaml")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            ran = subprocess.run(
                [sys.executable, ADAPTER, "--scenario", path], capture_output=True, text=True
            )
        self.assertEqual(ran.returncode, 0, ran.stderr)
        lines = ran.stdout.splitlines()
        self.assertEqual(lines[0], '{"streplay":1,"scenario":"dates","profile":"streamlit"}')
        self.assertEqual(lines[-1], '{"op":"end","run":2,"status":"ok"}')


if __name__ == "__main__":
    unittest.main()
