"""What tells releases apart: by what they have, so each is shown here without another Streamlit."""

import os
import sys
import types
import unittest
from unittest import mock

from adapter_client import ROOT

sys.path.insert(0, os.path.join(ROOT, "src", "adapter", "streamlit"))

import streamlit

import adapter
import facts
import preparation


def raised_in(module):
    """An exception raised by code that was compiled elsewhere, as a module of that name."""
    code = compile("def fail():\n    raise KeyError('worded')\n", "elsewhere/code.py", "exec")
    names = {"__name__": module}
    exec(code, names)
    try:
        names["fail"]()
    except KeyError as error:
        return error


class Releases(unittest.TestCase):
    def test_what_a_release_lacks_is_not_run(self):
        scenario = {"definitions": "", "script": "@st.cache_data\ndef f(): pass\n"}
        with mock.patch.dict(vars(streamlit)):
            vars(streamlit).pop("cache_data", None)
            why = f"streamlit {streamlit.__version__} has no st.cache_data"
            self.assertEqual(adapter._what_is_missing(scenario), why)
            self.assertEqual(adapter.answer_run({"scenario": scenario}), {"skipped": why})
            self.assertIsNone(adapter._what_is_missing({"script": "st.write(1)"}))

    def test_a_spinner_that_leaves_a_container_is_known_by_its_code(self):
        def as_in_1_24(place):
            place.container()

        def later(place):
            place.empty() if place._active_dg else place.container()

        for spinner, expected in ((as_in_1_24, True), (later, False)):
            module = types.SimpleNamespace(spinner=spinner)
            self.assertIs(preparation._leaves_a_container(module), expected)

    def test_its_place_is_cleared_as_by_the_others(self):
        done = []
        place = types.SimpleNamespace(
            _enqueue=lambda *args: done.append(args), empty=lambda: done.append("empty")
        )
        with mock.patch.object(streamlit, "empty", lambda: place):
            shown = preparation._SpinnerStreamlit().empty()
        shown._enqueue("spinner", 1)
        shown.container()
        self.assertEqual(done, [("spinner", 1), "empty"])

    def test_documentation_says_its_module_or_it_is_noted(self):
        class Silent:
            def SerializeToString(self, deterministic):
                return b"silent"

        self.assertEqual(facts.documented_module(types.SimpleNamespace(module="m")), "m")
        self.assertEqual(facts.documented_module(Silent()), "")
        with mock.patch.dict(facts._documented, {b"silent": "__main__"}):
            self.assertEqual(facts.documented_module(Silent()), "__main__")

    def test_a_sentence_is_streamlits_by_the_module_that_raises(self):
        self.assertTrue(facts._worded_by_streamlit(raised_in("streamlit.runtime.x")))
        self.assertFalse(facts._worded_by_streamlit(raised_in("__main__")))


if __name__ == "__main__":
    unittest.main()
