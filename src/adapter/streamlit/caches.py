"""The process-wide caches of every release that the adapter knows: clearing and forgetting them."""

import importlib
import sys

# The modules and names of each family's store, newest first.
_STORES = {
    "singleton": [
        ("streamlit.runtime.caching.cache_resource_api", "_resource_caches"),
        ("streamlit.runtime.caching.singleton_decorator", "_singleton_caches"),
    ],
    "memo": [
        ("streamlit.runtime.caching.cache_data_api", "_data_caches"),
        ("streamlit.runtime.caching.memo_decorator", "_memo_caches"),
    ],
}


def _find_store(candidates):
    for module, name in candidates:
        try:
            return getattr(importlib.import_module(module), name)
        except (ImportError, AttributeError):
            continue
    raise RuntimeError("this Streamlit keeps its caches in a place that the adapter does not know")


_stores = {family: _find_store(candidates) for family, candidates in _STORES.items()}


def locking_modules():
    """The modules that take the caches' locks."""
    names = {type(store).__module__ for store in _stores.values()}
    names.add("streamlit.runtime.caching.cache_utils")
    return [sys.modules[name] for name in sorted(names) if name in sys.modules]


def clear(what):
    """From outside a run: `all`, a family, or the function of that name; False: there is none."""
    if what == "all":
        for store in _stores.values():
            store.clear_all()
        return True
    if what in _stores:
        _stores[what].clear_all()
        return True
    return _clear_function(what)


def _clear_function(name):
    function = vars(sys.modules["__main__"]).get(name)
    if hasattr(function, "clear") and hasattr(function, "__wrapped__"):
        function.clear()
        return True
    # Not a global of the script: by the name that the cache shows.
    caches = [
        cache
        for store in _stores.values()
        for cache in store._function_caches.values()
        if cache.display_name.rpartition(".")[2] == name
    ]
    for cache in caches:
        cache.clear()
    return bool(caches)


def forget():
    """What a restart of the process does: memory is gone, files stay."""
    for store in _stores.values():
        store._function_caches = {}
