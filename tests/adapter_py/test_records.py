"""The form of the records: fields, ids, facts instead of Streamlit's sentences."""

import unittest

from adapter_client import fields, records

NO_SPINNER = "(show_spinner=False)"


class Fields(unittest.TestCase):
    def test_defaults_and_bookkeeping_are_left_out(self):
        _, record, _ = records("st.checkbox('w', key='k')")
        self.assertEqual(list(record), ["op", "path", "type", "widget", "fields"])
        self.assertEqual(record["fields"], {"label": "w"})
        self.assertTrue(record["widget"].endswith("-k"))

    def test_enumerations_and_messages_go_by_name(self):
        got = fields("st.markdown('a'); st.checkbox('w', label_visibility='hidden')")
        self.assertEqual(got[0][1], {"body": "a", "element_type": "NATIVE"})
        self.assertEqual(got[1][1], {"label": "w", "label_visibility": {"value": "HIDDEN"}})

    def test_blocks(self):
        script = (
            "st.container(); st.columns([1, 3]); st.expander('e', True); st.tabs(['t'])\n"
            "st.form('f', clear_on_submit=True)"
        )
        got = [
            (each["path"], each["type"], each["fields"])
            for each in records(script)
            if each["op"] == "block"
        ]
        self.assertEqual(
            got,
            [
                ([0, 0], "container", {}),
                ([0, 1], "horizontal", {"gap": "small"}),
                ([0, 1, 0], "column", {"weight": 0.25, "gap": "small"}),
                ([0, 1, 1], "column", {"weight": 0.75, "gap": "small"}),
                ([0, 2], "expandable", {"label": "e", "expanded": True}),
                ([0, 3], "tab_container", {}),
                ([0, 3, 0], "tab", {"label": "t"}),
                ([0, 4], "form", {"clear_on_submit": True}),
            ],
        )

    def test_data_and_drawings_are_opaque(self):
        got = dict(fields("st.dataframe([1]); st.line_chart([1])\nst.graphviz_chart('digraph {}')"))
        self.assertEqual(list(got["arrow_data_frame"]["data"]), ["opaque"])
        self.assertEqual(got["arrow_vega_lite_chart"]["spec"], {"opaque": "spec"})
        self.assertEqual(got["graphviz_chart"], {"spec": "digraph {}"})

    def test_media_have_no_urls(self):
        got = fields("st.audio(b'x'); st.video(b'x'); st.download_button('d', 'x')")
        self.assertFalse([each for each in got if "url" in each[1]])


class Exceptions(unittest.TestCase):
    def exceptions(self, script, *steps, **more):
        return [
            each[1] for each in fields(script, *steps, **more) if each[0] == "exception"
        ]

    def test_the_scripts_own_and_pythons(self):
        self.assertEqual(
            self.exceptions("st.exception(KeyError('k'))\nclass E(Exception): pass\nraise E('x')"),
            [
                {"exception": "KeyError", "message": "'k'"},
                {"exception": "E", "message": "x"},
            ],
        )

    def test_streamlits_own_sentence_is_left_out(self):
        self.assertEqual(self.exceptions("st.columns(0)"), [{"exception": "StreamlitAPIException"}])
        self.assertEqual(self.exceptions("st.session_state['x']"), [{"exception": "KeyError"}])
        self.assertEqual(
            self.exceptions("st.form()"),
            [
                {
                    "exception": "TypeError",
                    "message": "FormMixin.form() missing 1 required positional argument: 'key'",
                }
            ],
        )

    def test_widget_in_a_cached_function(self):
        script = f"@st.cache_data{NO_SPINNER}\ndef f(): st.select_slider('s', 'ab')\nf()"
        self.assertEqual(
            self.exceptions(script),
            [
                {"exception": "CachedStFunctionWarning", "command": "slider", "function": "f"},
                {"exception": "AttributeError", "message": ""},
            ],
        )

    def test_a_replayed_warning_keeps_its_facts(self):
        for decorator in ("cache_data", "cache_resource"):
            script = (
                f"@st.{decorator}{NO_SPINNER}\ndef f():\n"
                "    try: st.button('b')\n    except AttributeError: pass\nf()"
            )
            warning = {"exception": "CachedStFunctionWarning", "command": "button", "function": "f"}
            self.assertEqual(self.exceptions(script, "run", "run"), [warning, warning])

    def test_duplicates(self):
        self.assertEqual(
            self.exceptions("st.button('b'); st.button('b')"),
            [{"exception": "DuplicateWidgetID", "command": "button", "key": None}],
        )
        self.assertEqual(
            self.exceptions("st.button('b', key='k'); st.checkbox('c', key='k')"),
            [{"exception": "DuplicateWidgetID", "command": None, "key": "k"}],
        )

    def test_closures_and_parameters(self):
        script = (
            f"c = st.container()\n@st.cache_data{NO_SPINNER}\ndef f(): c.text('x')\nf()\n"
            "try: f()\nexcept Exception as e: st.exception(e)\n"
            f"@st.cache_data{NO_SPINNER}\ndef g(*a, b=0): pass\n"
            "try: g(c)\nexcept Exception as e: st.exception(e)\ng(b=c)"
        )
        self.assertEqual(
            self.exceptions(script),
            [
                {"exception": "CacheReplayClosureError", "function": "f"},
                {"exception": "UnhashableParamError", "function": "g", "argument": None},
                {"exception": "UnhashableParamError", "function": "g", "argument": "b"},
            ],
        )


class Alerts(unittest.TestCase):
    def alerts(self, script, *steps):
        return [each[1] for each in fields(script, *steps) if each[0] == "alert"]

    def test_the_scripts_own(self):
        self.assertEqual(
            self.alerts("st.warning('`st.x` is old', icon='🔥')"),
            [{"body": "`st.x` is old", "format": "WARNING", "icon": "🔥"}],
        )

    def test_deprecated_names(self):
        script = "@st.experimental_memo\ndef f(): pass\nst.experimental_singleton.clear()"
        self.assertEqual(
            self.alerts(script),
            [
                {"format": "WARNING", "notice": "deprecated", "name": "experimental_memo"},
                {"format": "WARNING", "notice": "deprecated", "name": "experimental_singleton"},
            ],
        )

    def test_default_and_state_once_a_process(self):
        script = "st.session_state.k = 'v'\nst.text_input('a', 'd', key='k')"
        notice = {"format": "WARNING", "notice": "default-and-state"}
        self.assertEqual(self.alerts(script, "run", "run"), [notice])
        self.assertEqual(self.alerts(script, "run", "restart", "run"), [notice, notice])

    def test_rerun_in_a_callback(self):
        script = "def c(): st.experimental_rerun()\nst.button('b', on_click=c)"
        self.assertEqual(
            self.alerts(script, "run", {"interact": {"button": "b"}}),
            [{"format": "WARNING", "notice": "rerun-in-callback"}],
        )


if __name__ == "__main__":
    unittest.main()
