// The closed vocabularies of specs/commands.yaml as enums, and the words that stand for them there.
// The lists themselves are in registry/vocabulary.def.
#ifndef STREPLAY_REGISTRY_VOCABULARY_H_
#define STREPLAY_REGISTRY_VOCABULARY_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace streplay {

#define STREPLAY_VOCABULARY(name) enum class name : uint8_t {
#define STREPLAY_WORD(enumerator, word) enumerator,
#define STREPLAY_VOCABULARY_END \
  }                             \
  ;
#include "registry/vocabulary.def"
#undef STREPLAY_VOCABULARY
#undef STREPLAY_WORD
#undef STREPLAY_VOCABULARY_END

// Vocabulary<E>::kWords[i] is the word of the enumerator with value i.
template <typename Enum>
struct Vocabulary;

#define STREPLAY_VOCABULARY(name) \
  template <>                     \
  struct Vocabulary<name> {       \
    static constexpr std::string_view kWords[] = {
#define STREPLAY_WORD(enumerator, word) word,
#define STREPLAY_VOCABULARY_END \
  }                             \
  ;                             \
  }                             \
  ;
#include "registry/vocabulary.def"
#undef STREPLAY_VOCABULARY
#undef STREPLAY_WORD
#undef STREPLAY_VOCABULARY_END

// The word that stands for `value` in specs/commands.yaml.
template <typename Enum>
constexpr std::string_view Word(Enum value) {
  return Vocabulary<Enum>::kWords[static_cast<size_t>(value)];
}

}  // namespace streplay

#endif  // STREPLAY_REGISTRY_VOCABULARY_H_
