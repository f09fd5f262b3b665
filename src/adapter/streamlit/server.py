"""The real server, headless: its sessions, uploaded files and script, in this process."""

import inspect
import linecache
import sys

import streamlit.components.v1  # a server of web pages has it: scripts use it without an import
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime import Runtime, RuntimeConfig
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.scriptrunner import RerunData, ScriptRunner
from streamlit.runtime.state.session_state import SessionState

import caches
from script_run import ScriptRun

_RUNNER_PARAMETERS = inspect.signature(ScriptRunner.__init__).parameters


class Session:
    """One browser tab's state on the server."""

    def __init__(self, name):
        self.name = name
        self.state = SessionState()
        self.client_state = ClientState()
        self.extras = {}  # what newer releases' script runners want kept


class Server:
    def __init__(self, script_path):
        self._path = script_path
        self.restart()

    def restart(self):
        """A new process: no sessions, empty caches in memory, nothing shown before."""
        caches.forget()
        sys.modules["streamlit.elements.utils"]._shown_default_value_warning = False
        self._files = _make_file_manager()
        self._runtime = _make_runtime(self._path, self._files)
        self._sessions = {}

    def session(self, name):
        if name not in self._sessions:
            self._sessions[name] = Session(name)
        return self._sessions[name]

    def write_script(self, text):
        data = text.encode("utf-8")
        with open(self._path, "wb") as file:
            file.write(data)
        # inspect.getsource reads through this; no modification time means that it is never stale.
        linecache.cache[self._path] = (len(data), None, text.splitlines(True), self._path)
        self._new_script_cache()

    def _new_script_cache(self):
        if "script_cache" in _RUNNER_PARAMETERS:  # of byte code; a server's file watcher empties it
            from streamlit.runtime.scriptrunner.script_cache import ScriptCache

            self._script_cache = ScriptCache()
            for session in self._sessions.values():
                session.extras.clear()

    def upload(self, session_name, widget_id, files):
        """Stores files as the upload endpoint does; the records that the manager made."""
        return [_upload(self._files, session_name, widget_id, each) for each in files]

    def run(self, session_name, widget_states):
        """Runs the script, reruns that it asks for included; the events (script_run.py)."""
        session = self.session(session_name)
        run = ScriptRun(session)
        runner = ScriptRunner(**self._runner_arguments(session, widget_states))
        runner.on_event.connect(run.on_event, weak=False)
        run.execute(runner)
        if run.client_state is not None:
            session.client_state = run.client_state
        return run.events

    def _runner_arguments(self, session, widget_states):
        client_state = session.client_state
        arguments = dict(
            session_id=session.name,
            main_script_path=self._path,
            client_state=client_state,
            session_state=session.state,
            uploaded_file_mgr=self._files,
            initial_rerun_data=RerunData(
                query_string=client_state.query_string,
                widget_states=widget_states,
                page_script_hash=client_state.page_script_hash,
            ),
            user_info={"email": "test@localhost.com"},
        )
        if "script_cache" in _RUNNER_PARAMETERS:
            arguments["script_cache"] = self._script_cache
        if "fragment_storage" in _RUNNER_PARAMETERS:
            from streamlit.runtime.fragment import MemoryFragmentStorage

            storage = session.extras.setdefault("fragments", MemoryFragmentStorage())
            arguments["fragment_storage"] = storage
        if "pages_manager" in _RUNNER_PARAMETERS:
            from streamlit.runtime.pages_manager import PagesManager

            pages = session.extras.get("pages") or PagesManager(self._path, self._script_cache)
            arguments["pages_manager"] = session.extras["pages"] = pages
        return {name: arguments[name] for name in arguments if name in _RUNNER_PARAMETERS}


def _make_file_manager():
    # Until 1.23 a runtime makes its own, which drops the files of sessions it did not open itself.
    try:
        from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
    except ImportError:
        from streamlit.runtime.uploaded_file_manager import UploadedFileManager

        return UploadedFileManager()
    return MemoryUploadedFileManager("/upload")


def _make_runtime(script_path, files):
    """A real runtime that is not started: to the script it looks like `streamlit run`."""
    Runtime._instance = None
    arguments = dict(
        script_path=script_path,
        command_line=None,
        media_file_storage=MemoryMediaFileStorage("/media"),
        uploaded_file_manager=files,
    )
    # A named tuple in older releases.
    known = getattr(RuntimeConfig, "_fields", None) or RuntimeConfig.__dataclass_fields__
    config_arguments = {name: arguments[name] for name in arguments if name in known}
    return Runtime(RuntimeConfig(**config_arguments))


def _upload(manager, session_name, widget_id, file):
    from streamlit.runtime.uploaded_file_manager import UploadedFileRec

    fields = {"name": file["name"], "type": file["type"], "data": file["content"].encode("utf-8")}
    if "id" in UploadedFileRec._fields:
        return manager.add_file(session_name, widget_id, UploadedFileRec(id=0, **fields))
    record = UploadedFileRec(file_id=f"file-{len(manager.file_storage)}", **fields)
    manager.add_file(session_name, record)
    return record
