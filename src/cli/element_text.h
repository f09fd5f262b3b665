// An element or block in a few words: what tells it from others, first.
#ifndef STREPLAY_CLI_ELEMENT_TEXT_H_
#define STREPLAY_CLI_ELEMENT_TEXT_H_

#include <string>

#include "stream/record.h"

namespace streplay {

// The text that a person reads in it: its label, its body, the exception's name and message; empty
// when it has none.
std::string ElementHeadline(const Element& element);

// Its other fields: `min=0 max=10 help="why"`; long values are cut, and what only says how it is
// drawn is left out.
std::string ElementDetails(const Element& element);

// What a cache did, in words: "hit `f`: what it showed is replayed".
std::string CacheText(const CacheRecord& record);

}  // namespace streplay

#endif  // STREPLAY_CLI_ELEMENT_TEXT_H_
