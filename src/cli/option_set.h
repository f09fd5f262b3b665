// The options of a command, declared without a word of the library that reads them. What is
// declared is filled in before the command runs; the variables must live until then.
#ifndef STREPLAY_CLI_OPTION_SET_H_
#define STREPLAY_CLI_OPTION_SET_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace streplay {

// A number that must be within bounds, both allowed.
struct NumberRange {
  size_t least = 0;
  size_t most = 0;
};

// Names are those of the command line, as in "-j,--jobs".
class OptionSet {
 public:
  using Words = std::vector<std::string>;

  virtual ~OptionSet() = default;

  // Arguments without a dash. `name` stands for them in messages.
  virtual void Argument(const std::string& name, std::string& value) = 0;      // exactly one
  virtual void Arguments(const std::string& name, Words& values) = 0;          // at least one
  virtual void OptionalArguments(const std::string& name, Words& values) = 0;  // any number

  virtual void Flag(const std::string& names, bool& value) = 0;
  virtual void Text(const std::string& names, std::string& value) = 0;
  virtual void Text(const std::string& names, std::optional<std::string>& value) = 0;
  virtual void Texts(const std::string& names, Words& values) = 0;  // may be given several times
  virtual void Number(const std::string& names, size_t& value, NumberRange range) = 0;
  virtual void Number(const std::string& names, std::optional<size_t>& value,
                      NumberRange range) = 0;

  // One of a few words.
  virtual void Choice(const std::string& names, std::string& value, const Words& allowed) = 0;
  virtual void Choices(const std::string& names, Words& values, const Words& allowed) = 0;
  // `--update` means `--update=IMPLIED`; the value is never a word of its own.
  virtual void FlagOrChoice(const std::string& names, std::string& value,
                            const std::string& implied, const Words& allowed) = 0;
};

inline constexpr NumberRange kJobsRange = {1, 1024};

}  // namespace streplay

#endif  // STREPLAY_CLI_OPTION_SET_H_
