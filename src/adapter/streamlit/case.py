"""One scenario: its steps carried out on a server, and the records of what was enqueued."""

import re

import stubs
from browser import Browser, NoSuchWidget
from caches import clear
from clock import CLOCK
from normalise import delta_record
from server import Server
from values import BadValue, file_state, is_button, person_state, takes_files

_DEFAULT_SESSION = "main"
_UNIT_MICROS = {"ms": 10**3, "s": 10**6, "m": 60 * 10**6, "h": 3600 * 10**6, "d": 86400 * 10**6}


class StepError(Exception):
    """A step that cannot happen. `phase` is the step's name."""

    def __init__(self, phase, message):
        super().__init__(message)
        self.phase = phase


def parse_step(step):
    """A step as (name, argument): `run`, or {"run": null}, or {"run": {...}}."""
    if isinstance(step, str):
        return step, None
    if isinstance(step, dict) and len(step) == 1:
        return next(iter(step.items()))
    raise StepError("scenario", f"not a step: {step!r}")


def parse_duration(text):
    """Microseconds of `90s`, `1.5h`, ..."""
    match = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?)(ms|s|m|h|d)", str(text).strip())
    if match is None:
        raise StepError("advance", f"not a duration: {text!r}")
    whole, _, fraction = match[1].partition(".")
    scale = _UNIT_MICROS[match[2]]
    return int(whole) * scale + (int(fraction) * scale // 10 ** len(fraction) if fraction else 0)


def _joined(definitions, statements):
    if definitions and not definitions.endswith("\n"):
        definitions += "\n"
    return definitions + statements


class Case:
    def __init__(self, scenario, script_path):
        CLOCK.reset()
        stubs.install(script_path, scenario.get("stubs") or {})
        self.records = []
        self._definitions = scenario.get("definitions") or ""
        self._script = scenario.get("script") or ""
        self._steps = scenario.get("steps") or []
        self._server = Server(script_path)
        self._browsers = {}
        self._runs = 0

    def play(self):
        """Carries out every step; raises StepError at the first that cannot happen."""
        for step in self._steps:
            name, argument = parse_step(step)
            act = self._ACTIONS.get(name)
            if act is None:
                raise StepError("scenario", f"unknown step {name!r}")
            act(self, argument)

    # The steps

    def _run(self, argument):
        session = (argument or {}).get("session", _DEFAULT_SESSION)
        self._rerun(session, "run", self._browser(session).states())

    def _interact(self, argument):
        target = dict(argument)
        session = target.pop("session", _DEFAULT_SESSION)
        has_value = "value" in target
        value = target.pop("value", None)
        nth = target.pop("nth", 0)
        if len(target) != 1:
            raise StepError("interact", f"names no single widget: {argument!r}")
        command, label = next(iter(target.items()))
        browser = self._browser(session)
        try:
            if command == "key":
                widget = browser.find(key=label, nth=nth)
            else:
                widget = browser.find(command=command, label=label, nth=nth)
            states = self._touch(session, browser, widget, has_value, value)
        except (NoSuchWidget, BadValue) as error:
            raise StepError("interact", str(error)) from error
        if states is not None:
            self._rerun(session, "interact", states)

    def _touch(self, session, browser, widget, has_value, value):
        if is_button(widget.kind) == has_value:
            raise BadValue(f"{widget.command} takes {'no' if has_value else 'a'} value")
        if is_button(widget.kind):
            return browser.press(widget)
        if takes_files(widget.kind):
            files = self._server.upload(session, widget.widget_id, value)
            return browser.set(widget, file_state(widget, files))
        return browser.set(widget, person_state(widget, value))

    def _call(self, argument):
        browser = self._browser(_DEFAULT_SESSION)
        source = _joined(self._definitions, argument + "\n")
        self._rerun(_DEFAULT_SESSION, "call", browser.states(), source)

    def _clear(self, argument):
        if not clear(argument):
            raise StepError("clear", f"no cached function {argument!r}")

    def _advance(self, argument):
        CLOCK.advance(parse_duration(argument))

    def _edit(self, argument):
        find, replace = argument["find"], argument["replace"]
        count = self._definitions.count(find) + self._script.count(find)
        if count != 1:
            raise StepError("edit", f"{find!r} occurs {count} times")
        self._definitions = self._definitions.replace(find, replace)
        self._script = self._script.replace(find, replace)

    def _restart(self, _argument):
        self._server.restart()
        self._browsers.clear()

    def _expect(self, _argument):
        """Expectations are the runner's business."""

    _ACTIONS = {
        "run": _run,
        "interact": _interact,
        "call": _call,
        "clear": _clear,
        "advance": _advance,
        "edit": _edit,
        "restart": _restart,
        "expect": _expect,
    }

    # Runs

    def _browser(self, session):
        return self._browsers.setdefault(session, Browser())

    def _rerun(self, session, cause, states, source=None):
        self._server.write_script(source or _joined(self._definitions, self._script))
        browser = self._browser(session)
        for kind, *details in self._server.run(session, states):
            if kind == "started":
                self._runs += 1
                self._record(op="run", run=self._runs, session=session, cause=cause)
                cause = "rerun"  # whatever follows, the script asked for it
                browser.run_started()
            elif kind == "message":
                self._deliver(browser, details[0])
            elif kind == "print":
                self._record(op="print", text=details[0])
            elif kind == "ended":
                self._record(op="end", run=self._runs, status=details[0])
                self._finish(browser, details[0])

    def _record(self, **record):
        self.records.append(record)

    def _deliver(self, browser, message):
        record = delta_record(message)
        if record is not None:
            self.records.append(record)
            browser.receive(message)

    @staticmethod
    def _finish(browser, status):
        if status == "syntax-error":
            browser.compile_failed()
        elif status not in ("rerun", "deadlock"):
            browser.run_finished()
