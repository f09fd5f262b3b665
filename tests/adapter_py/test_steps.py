"""Every kind of step, on the real program."""

import unittest

from adapter_client import answer, briefs, fields, printed, records


def interact(value=None, session=None, nth=None, **target):
    argument = dict(target)
    for name, given in (("value", value), ("session", session), ("nth", nth)):
        if given is not None:
            argument[name] = given
    return {"interact": argument}


def last_printed(script, *steps, **more):
    return printed(script, *steps, **more)[-1]


class Runs(unittest.TestCase):
    def test_statuses(self):
        self.assertEqual(briefs("st.text(1)"), ["run 1 main run", "0.0 text", "end ok"])
        self.assertEqual(briefs("1/0")[1:], ["0.0 exception", "end exception"])
        self.assertEqual(briefs("st.stop()")[1:], ["end stop"])
        self.assertEqual(briefs("f(")[1:], ["end syntax-error"])

    def test_a_rerun_is_a_run_of_its_own(self):
        script = (
            "if 'n' not in st.session_state:\n"
            "    st.session_state.n = 1\n    st.text('a')\n    st.experimental_rerun()\n"
        )
        self.assertEqual(
            briefs(script),
            ["run 1 main run", "0.0 text", "end rerun", "run 2 main rerun", "end ok"],
        )

    def test_printed_lines_come_in_order_with_elements(self):
        script = "print('a', end='')\nst.text(1)\nprint('b')\nprint('c', end='')"
        self.assertEqual(briefs(script)[1:], ["0.0 text", "'ab'", "'c'", "end ok"])

    def test_sessions_have_their_own_state(self):
        script = "st.session_state.n = st.session_state.get('n', 0) + 1\nprint(st.session_state.n)"
        bob = {"run": {"session": "bob"}}
        self.assertEqual(printed(script, "run", "run", bob, "run"), [["1"], ["2"], ["1"], ["3"]])

    def test_recursion_on_one_value_is_a_deadlock(self):
        definitions = "@st.cache_data\ndef f(): return f()\n"
        self.assertEqual(
            briefs("st.text('x')\nf()\nst.text('never')", "run", "run", definitions=definitions),
            ["run 1 main run", "0.0 text", "0.1 empty", "0.2 empty", "end deadlock"]
            + ["run 2 main run", "0.0 text", "0.1 empty", "0.2 empty", "end deadlock"],
        )

    def test_validate_calling_its_function_is_a_deadlock(self):
        script = (
            "def again(_): f(); return True\n"
            "@st.cache_resource(validate=again)\ndef f(): return 1\nf(); f()"
        )
        self.assertEqual(briefs(script)[-1], "end deadlock")


class Interactions(unittest.TestCase):
    def value_of(self, command, value, **target):
        """What the widget returns after the interaction, as printed."""
        target = target or {command.partition("(")[0]: "w"}
        script = f"print(repr(st.{command}))"
        return last_printed(script, "run", interact(value, **target))[0]

    def test_simple_values(self):
        self.assertEqual(self.value_of("checkbox('w')", True), "True")
        self.assertEqual(self.value_of("text_input('w')", "hé"), "'hé'")
        self.assertEqual(self.value_of("text_area('w')", "a\nb"), "'a\\nb'")
        self.assertEqual(self.value_of("number_input('w', 0, 9)", 4), "4")
        self.assertEqual(self.value_of("number_input('w', 0.0, 9.0)", 4), "4.0")
        self.assertEqual(self.value_of("color_picker('w')", "#aabbcc"), "'#aabbcc'")
        self.assertEqual(self.value_of("time_input('w')", "08:45"), "datetime.time(8, 45)")

    def test_options_are_picked_by_the_text_shown(self):
        shown = "[1, 2, 3], format_func=lambda n: 'n' * n"
        self.assertEqual(self.value_of(f"selectbox('w', {shown})", "nn"), "2")
        self.assertEqual(self.value_of(f"radio('w', {shown})", "nnn"), "3")
        self.assertEqual(self.value_of(f"multiselect('w', {shown})", ["nn", "n"]), "[2, 1]")
        self.assertEqual(self.value_of(f"select_slider('w', {shown})", "nn"), "2")
        self.assertEqual(self.value_of("selectbox('w', [1, 2])", 2), "2")

    def test_sliders(self):
        self.assertEqual(self.value_of("slider('w')", 7), "7")
        self.assertEqual(self.value_of("slider('w', 0.0, 1.0)", 0.5), "0.5")
        self.assertEqual(self.value_of("slider('w', value=(1, 9))", [2, 3]), "(2, 3)")
        self.assertEqual(
            self.value_of("select_slider('w', 'abc', value=('a', 'b'))", ["b", "c"]), "('b', 'c')"
        )
        moment = "__import__('datetime')"
        self.assertEqual(
            self.value_of(f"slider('w', value={moment}.date(2023, 2, 9))", "2023-02-11"),
            "datetime.date(2023, 2, 11)",
        )
        self.assertEqual(
            self.value_of(f"slider('w', value={moment}.time(8))", "09:30"), "datetime.time(9, 30)"
        )

    def test_dates(self):
        self.assertEqual(
            self.value_of("date_input('w')", "2023-03-01"), "datetime.date(2023, 3, 1)"
        )
        self.assertEqual(
            self.value_of("date_input('w', value=[])", ["2023-03-01", "2023-03-02"]),
            "(datetime.date(2023, 3, 1), datetime.date(2023, 3, 2))",
        )

    def test_files(self):
        script = (
            "fs = st.file_uploader('w', accept_multiple_files=True)\n"
            "print([(f.name, f.type, f.read()) for f in fs])\n"
            "p = st.camera_input('c')\nprint(p and p.getvalue())"
        )
        file = {"name": "a.txt", "type": "text/plain", "content": "hé"}
        photo = {"name": "p.png", "type": "image/png", "content": "x"}
        self.assertEqual(
            printed(
                script,
                "run",
                interact([file], file_uploader="w"),
                interact([photo], camera_input="c"),
                interact([], file_uploader="w"),
            ),
            [
                ["[]", "None"],
                ["[('a.txt', 'text/plain', b'h\\xc3\\xa9')]", "None"],
                ["[('a.txt', 'text/plain', b'h\\xc3\\xa9')]", "b'x'"],
                ["[]", "b'x'"],
            ],
        )

    def test_buttons_are_pressed_for_one_run(self):
        script = "print(st.button('a'), st.button('b'), st.download_button('d', 'x'))"
        self.assertEqual(
            printed(
                script, "run", interact(button="b"), interact(download_button="d"), "run"
            ),
            [["False False False"], ["False True False"], ["False False True"]]
            + [["False False False"]],
        )

    def test_by_key_and_nth(self):
        script = (
            "a = st.checkbox('w', key='a-b'); c = st.sidebar.checkbox('w', key='c')\nprint(a, c)"
        )
        self.assertEqual(
            printed(script, "run", interact(True, key="a-b"), interact(True, checkbox="w", nth=1)),
            [["False False"], ["True False"], ["True True"]],
        )

    def test_slider_and_select_slider_are_told_apart(self):
        script = "print(st.select_slider('w', 'ab'), st.slider('w'))"
        self.assertEqual(last_printed(script, "run", interact(5, slider="w")), ["a 5"])

    def test_a_form_holds_values_back(self):
        script = (
            "with st.form('f'):\n    t = st.text_input('t')\n    s = st.form_submit_button('go')\n"
            "print(t, s)"
        )
        self.assertEqual(
            printed(
                script,
                "run",
                interact("x", text_input="t"),
                "run",
                interact(form_submit_button="go"),
                "run",
            ),
            [[" False"], [" False"], ["x True"], ["x False"]],
        )

    def test_clear_on_submit(self):
        script = (
            "with st.form('f', clear_on_submit=True):\n"
            "    t = st.text_input('t', 'd'); st.form_submit_button('go')\nprint(t)"
        )
        submit = interact(form_submit_button="go")
        self.assertEqual(
            printed(script, "run", interact("x", text_input="t"), submit, submit),
            [["d"], ["x"], ["d"]],
        )

    def test_a_widget_that_skips_a_run_starts_anew(self):
        script = "h = st.checkbox('hide')\nif not h: print(st.checkbox('w'))"
        tick, hide, show = (
            interact(True, checkbox="w"),
            interact(True, checkbox="hide"),
            interact(False, checkbox="hide"),
        )
        self.assertEqual(
            printed(script, "run", tick, hide, show), [["False"], ["True"], [], ["False"]]
        )

    def test_what_cannot_happen_is_an_error_of_its_step(self):
        for step in (
            interact(True, checkbox="other"),
            interact(True, key="other"),
            interact(True, checkbox="w", nth=1),
            interact(checkbox="w"),
            interact(1, button="b"),
            interact("x", selectbox="s"),
            interact([1, 2], slider="n"),
        ):
            script = "st.checkbox('w'); st.button('b'); st.selectbox('s', 'ab'); st.slider('n')"
            got = answer(script, "run", step)
            self.assertEqual(got.get("error", {}).get("phase"), "interact", step)


class OtherSteps(unittest.TestCase):
    cached = "@st.cache_data(ttl=10)\ndef f(x=0):\n    print('f', x)\n    return x + 1\n"

    def test_call(self):
        got = briefs("st.text('page')", "run", {"call": "st.write(f(3))"}, definitions=self.cached)
        self.assertEqual(got[3], "run 2 main call")
        self.assertEqual(got[4:], ["0.0 empty", "'f 3'", "0.0 empty", "0.1 markdown", "end ok"])

    def test_advance_moves_every_clock(self):
        script = (
            "import time, datetime\nf()\n"
            "print(time.time(), time.monotonic(), datetime.datetime.now(), datetime.date.today())"
        )
        got = printed(
            script, "run", {"advance": "9999ms"}, "run", {"advance": "1ms"}, "run",
            {"advance": "1.5d"}, "run", definitions=self.cached,
        )
        start = "1675900800.0 1675900800.0 2023-02-09 00:00:00 2023-02-09"
        self.assertEqual(got[0], ["f 0", start])
        self.assertEqual(len(got[1]), 1)
        self.assertEqual(got[2][0], "f 0")
        self.assertTrue(got[3][1].endswith("2023-02-10 12:00:10 2023-02-10"))

    def test_sleep_moves_the_clock_and_shows_the_spinner(self):
        script = (
            "import time\n@st.cache_data\ndef f(n): time.sleep(n)\n"
            "f(0.1)\nf(0.2)\nprint(time.time())"
        )
        self.assertEqual(
            briefs(script)[1:-1],
            ["0.0 empty", "0.0 empty", "0.1 empty", "0.1 spinner", "0.1 empty"]
            + ["'1675900800.3'"],
        )

    def test_a_spinner_is_not_recorded(self):
        definitions = (
            "import time\n@st.cache_data\ndef inner(): time.sleep(1)\n"
            "@st.cache_data\ndef outer(): inner()\n"
        )
        got = briefs("outer()", "run", "run", definitions=definitions)
        self.assertEqual(got.count("0.1 spinner"), 1)
        self.assertEqual(got.count("0.0 spinner"), 1)

    def test_sleep_refuses_what_python_refuses(self):
        got = fields("import time\ntime.sleep(-1)") + fields("import time\ntime.sleep('a')")
        self.assertEqual(got[0][1]["message"], "sleep length must be non-negative")
        self.assertEqual(got[1][1]["exception"], "TypeError")

    def test_clear(self):
        script = (
            "@st.cache_data\ndef d(): print('d')\n@st.cache_resource\ndef r(): print('r')\nd(); r()"
        )
        for what, again in (
            ("all", ["d", "r"]), ("memo", ["d"]), ("singleton", ["r"]), ("d", ["d"]), ("r", ["r"])
        ):
            self.assertEqual(last_printed(script, "run", {"clear": what}, "run"), again, what)
        self.assertEqual(answer(script, "run", {"clear": "x"})["error"]["phase"], "clear")

    def test_edit(self):
        definitions = "def g(): return 1\n"
        edit = {"edit": {"find": "return 1", "replace": "return 2"}}
        self.assertEqual(
            printed("print(g())", "run", edit, "run", definitions=definitions), [["1"], ["2"]]
        )
        twice = {"edit": {"find": "g", "replace": "h"}}
        got = answer("print(g())", "run", twice, definitions=definitions)
        self.assertEqual(got["error"]["phase"], "edit")

    def test_an_edit_changes_what_a_function_is(self):
        edit = {"edit": {"find": "x + 1", "replace": "x + 2"}}
        got = printed("print(f())", "run", "run", edit, "run", definitions=self.cached)
        self.assertEqual(got, [["f 0", "1"], ["1"], ["f 0", "2"]])

    def test_a_syntax_error_keeps_the_page(self):
        bad = {"edit": {"find": "print(", "replace": "print(("}}
        good = {"edit": {"find": "print((", "replace": "print("}}
        script = "print(st.checkbox('w'))"
        tick = interact(True, checkbox="w")
        self.assertEqual(
            printed(script, "run", bad, "run", good, tick), [["False"], [], ["True"]]
        )

    def test_restart_keeps_files_only(self):
        script = (
            "@st.cache_data(persist='disk')\ndef d(): print('d')\n"
            "@st.cache_data\ndef m(): print('m')\nd(); m()\nprint('n' in st.session_state)\n"
            "st.session_state.n = 1"
        )
        self.assertEqual(
            printed(script, "run", "restart", "run", {"clear": "memo"}, "restart", "run"),
            [["d", "m", "False"], ["m", "False"], ["d", "m", "False"]],
        )

    def test_unknown_steps_are_errors(self):
        self.assertEqual(answer("", "dance")["error"]["phase"], "scenario")
        self.assertEqual(answer("", {"advance": "9"})["error"]["phase"], "advance")
        self.assertEqual(answer("", {"a": 1, "b": 2})["error"]["phase"], "scenario")

    def test_query_parameters_last(self):
        script = (
            "print(st.experimental_get_query_params())\nst.experimental_set_query_params(a='1')"
        )
        self.assertEqual(printed(script, "run", "run"), [["{}"], ["{'a': ['1']}"]])


class Stubs(unittest.TestCase):
    def test_the_text_of_an_opaque_value_is_its_expression(self):
        script = (
            "import numpy as np\nfrom a.b import c\nimport d.e\nimport d.f as g\n"
            "def h(): pass\n"
            "print(np.random.rand(10, k='x'), c(np.x), d.e.z(), g.y(h)[0].w, np.pi)"
        )
        self.assertEqual(
            last_printed(script),
            ["numpy.random.rand(10, k='x') a.b.c(numpy.x) d.e.z() d.f.y(h)[0].w numpy.pi"],
        )

    def test_an_opaque_value_is_not_iterable(self):
        self.assertEqual(fields("import x\nlist(x.y())")[0][1]["exception"], "TypeError")

    def test_opaque_arguments_hash_by_their_text(self):
        definitions = "import x\n@st.cache_data(show_spinner=False)\ndef f(a): print(a); return a\n"
        self.assertEqual(
            last_printed("f(x.y(1)); f(x.y(1)); f(x.y(2))", definitions=definitions),
            ["x.y(1)", "x.y(2)"],
        )
        got = fields("f(x.y(1))", definitions=definitions, stubs={"x.y": {"hashable": False}})
        facts = {"exception": "UnhashableParamError", "function": "f", "argument": "a"}
        self.assertEqual(got, [("exception", facts)])

    def test_what_does_not_pickle(self):
        definitions = "import x\n@st.cache_data(show_spinner=False)\ndef f(): return x.y()\n"
        got = fields("f()", definitions=definitions, stubs={"x.y": {"picklable": False}})
        self.assertEqual(got, [("exception", {"exception": "UnserializableReturnValueError"})])
        same = "f(); print(f() == x.y())"
        self.assertEqual(last_printed(same, definitions=definitions), ["True"])

    def test_returns_and_raises(self):
        script = (
            "import requests\nr = requests.get('u')\nr['n'] += 1\nprint(r, requests.get('u'))\n"
            "try:\n    requests.post()\nexcept TimeoutError as e:\n    print(repr(e))\n"
        )
        stubs = {"requests.get": {"returns": {"n": 1}}, "requests.post": {"raises": "TimeoutError"}}
        self.assertEqual(
            last_printed(script, stubs=stubs), ["{'n': 2} {'n': 1}", "TimeoutError()"]
        )

    def test_modules_of_the_language_are_real(self):
        script = (
            "import math, json, random, functools, collections, datetime, os\n"
            "print(math.floor(1.5), json.dumps([1]), collections.Counter('aa'), type(os).__name__)"
        )
        self.assertEqual(last_printed(script), ["1 [1] Counter({'a': 2}) OpaqueModule"])

    def test_opaque_data_reaches_every_command_that_takes_data(self):
        for call, kind in {
            "dataframe(x.y())": "arrow_data_frame",
            "table(x.y())": "arrow_table",
            "line_chart(x.y())": "arrow_vega_lite_chart",
            "bar_chart(x.y(), x='a', y=['b', 'c'])": "arrow_vega_lite_chart",
            "area_chart({'a': x.y()})": "arrow_vega_lite_chart",
            "altair_chart(x.y())": "arrow_vega_lite_chart",
            "vega_lite_chart(x.y(), {'mark': 'bar'})": "arrow_vega_lite_chart",
            "vega_lite_chart(x.y(), x.z())": "arrow_vega_lite_chart",
            "map(x.y())": "deck_gl_json_chart",
            "pydeck_chart(x.y())": "deck_gl_json_chart",
            "graphviz_chart(x.y())": "graphviz_chart",
            "image(x.y())": "imgs",
            "image([x.y(), x.y()])": "imgs",
            "audio(x.y())": "audio",
            "video(x.y())": "video",
            "download_button('d', x.y())": "download_button",
            "write(x.y())": "markdown",
            "help(x.y())": "doc_string",
        }.items():
            got = records(f"import x\nst.{call}")
            self.assertEqual([each["op"] for each in got], ["run", "element", "end"], call)
            self.assertEqual(got[1]["type"], kind, call)

    def test_plotting_packages(self):
        for call, package, kind in (
            ("pyplot(x.y())", "matplotlib", "imgs"),
            ("plotly_chart(x.y())", "plotly", "plotly_chart"),
            ("bokeh_chart(x.y())", "bokeh", "bokeh_chart"),
        ):
            got = answer(f"import x\nst.{call}")
            try:
                __import__(package)
            except ImportError:
                self.assertIn(package, got["skipped"])
            else:
                self.assertEqual(got["stream"][1]["type"], kind, call)

    def test_write_shows_opaque_data_by_its_package(self):
        for expression, kind in {
            "pandas.DataFrame({})": "arrow_data_frame",
            "numpy.zeros(3)": "arrow_data_frame",
            "altair.Chart(1).mark_bar()": "arrow_vega_lite_chart",
            "graphviz.Digraph()": "graphviz_chart",
            "pydeck.Deck()": "deck_gl_json_chart",
            "transformers.pipeline()": "markdown",
        }.items():
            module = expression.partition(".")[0]
            got = fields(f"import {module}\nst.write({expression})")
            self.assertEqual([each[0] for each in got], [kind], expression)


if __name__ == "__main__":
    unittest.main()
