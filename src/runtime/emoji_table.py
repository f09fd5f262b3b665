"""Writes emoji_table.cc from an installed Streamlit 1.18.1, whose list is Unicode's emoji data.

    PYTHONPATH=build/streamlit-1.18.1 python3 src/runtime/emoji_table.py > src/runtime/emoji_table.cc
"""

import unicodedata

from streamlit.emojis import ALL_EMOJIS

_LINE = 96  # columns of text a line, an emoji counted as two
_SELECTOR = "\N{VARIATION SELECTOR-16}"


def _lines(emojis):
    line, width = "", 0
    for emoji in emojis:
        if line and width + 3 > _LINE:
            yield line
            line, width = "", 0
        line += emoji + " "
        width += 1 + sum(2 for each in emoji if not unicodedata.combining(each))
    yield line


def main():
    emojis = sorted({emoji for emoji in ALL_EMOJIS if _SELECTOR not in emoji})
    print('#include "runtime/emoji_table.h"\n\nnamespace streplay {\n\n// clang-format off')
    print('const std::string_view kEmojiTable =\n    " "')
    literals = [f'    "{line}"' for line in _lines(emojis)]
    print("\n".join(literals) + ";")
    print("// clang-format on\n\n}  // namespace streplay")


if __name__ == "__main__":
    main()
