"""Small scenarios in any number, such as people write: one thing each, two or three runs."""

import pathlib
import sys

HEADER = """title: {title} {i}
tags: [{tag}]
script: |
  import streamlit as st
"""

TEMPLATES = [
    ("A hit shows again what was shown", "replay", """
  @st.cache_data
  def page_{i}(n):
      st.text("computed {i}")
      return n * {n}

  st.text(page_{i}({m}))
steps:
  - run
  - run
  - expect: {{hits: {{page_{i}: 1}}}}
"""),
    ("A widget of a cached function is set", "widgets", """
  @st.experimental_memo(experimental_allow_widgets=True)
  def choose_{i}():
      count = st.slider("Count {i}", 0, {n}, 1)
      return count + {m}

  st.text(choose_{i}())
steps:
  - run
  - interact: {{slider: Count {i}, value: {n}}}
  - run
"""),
    ("Text is counted by a helper", "language", """
  def count(words):
      result = {{}}
      for word in words:
          result[word] = result.get(word, 0) + {n}
      return result

  for word, number in sorted(count("a b a c{m} b a".split()).items()):
      st.write(f"{{word}}: {{number}}")
steps:
  - run
  - expect: {{status: ok}}
"""),
    ("A resource is shared by two sessions", "sessions", """
  @st.experimental_singleton
  def store_{i}():
      return {{"opened": {n}}}

  shared = store_{i}()
  shared["opened"] += 1
  st.metric("Opened", shared["opened"])
steps:
  - run
  - run: {{session: bob}}
  - expect: {{hits: {{store_{i}: 1}}}}
"""),
    ("A form hands on what it holds", "forms", """
  with st.form("form_{i}"):
      name = st.text_input("Name", "n{n}")
      agreed = st.checkbox("Agreed")
      sent = st.form_submit_button("Send")
  if sent:
      st.success(f"{{name}}: {{agreed}}")
steps:
  - run
  - interact: {{text_input: Name, value: "v{m}"}}
  - interact: {{form_submit_button: Send}}
"""),
    ("An entry lives for a while", "ttl", """
  @st.cache_data(ttl={n})
  def load_{i}():
      st.caption("loaded {i}")
      return [{m}, {n}]

  st.json(load_{i}())
steps:
  - run
  - advance: {n}s
  - run
  - expect: {{executed: {{load_{i}: 1}}}}
"""),
    ("Columns hold what a function places", "layout", """
  left, right = st.columns(2)
  with left:
      st.header("Left {n}")
  with right:
      picked = st.selectbox("Pick", ["a{m}", "b", "c"])
      st.text(picked)
steps:
  - run
  - interact: {{selectbox: Pick, value: b}}
  - expect: {{contains: [{{text: {{body: b}}}}]}}
"""),
    ("The session's state counts", "state", """
  if "count_{i}" not in st.session_state:
      st.session_state.count_{i} = {n}
  if st.button("More"):
      st.session_state.count_{i} += {m}
  st.text(st.session_state.count_{i})
steps:
  - run
  - interact: {{button: More}}
  - interact: {{button: More}}
"""),
]


def write(folder, count):
    """Writes `count` scenarios below `folder`/scenarios, a hundred a folder. Returns the paths."""
    paths = []
    for i in range(count):
        title, tag, rest = TEMPLATES[i % len(TEMPLATES)]
        path = pathlib.Path(folder, "scenarios", f"group-{i // 100:03}", f"scenario-{i:05}.yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        text = HEADER + rest
        path.write_text(text.format(title=title, tag=tag, i=i, n=2 + i % 97, m=1 + i % 89))
        paths.append(path)
    return paths


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]))
