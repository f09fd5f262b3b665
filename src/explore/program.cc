#include "explore/program.h"

#include <utility>

namespace streplay {

Statement Line(std::string text, std::string feature) {
  Statement statement;
  statement.before = std::move(text);
  statement.feature = std::move(feature);
  return statement;
}

Statement Opening(std::string text, Statements body, std::string feature) {
  Statement statement = Line(std::move(text), std::move(feature));
  statement.opens_block = true;
  statement.body = std::move(body);
  return statement;
}

}  // namespace streplay
