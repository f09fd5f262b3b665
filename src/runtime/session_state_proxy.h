// `st.session_state`: the script's handle on the state of the session that the current run belongs
// to.
#ifndef STREPLAY_RUNTIME_SESSION_STATE_PROXY_H_
#define STREPLAY_RUNTIME_SESSION_STATE_PROXY_H_

#include "script/object.h"

namespace streplay {

class ScriptRun;
class Server;

class SessionStateProxy : public script::HostObject {
 public:
  explicit SessionStateProxy(Server& server);

  ScriptRun& run() const;

  // The visible keys with their values, as a new dict. Empty when an exception is pending.
  script::Value ToDict();

  // An empty value without a pending exception: there is no such key.
  script::Value Find(const script::Value& key);

  // Keys are texts: any other key counts as its str(). A missing one raises KeyError, or as an
  // attribute AttributeError; setting the key of a widget or form of this run, or one of
  // Streamlit's own, raises StreamlitAPIException.
  script::Value GetItem(script::Interpreter& interpreter, const script::Value& key) override;
  bool SetItem(script::Interpreter& interpreter, const script::Value& key,
               const script::Value& value) override;
  bool DeleteItem(script::Interpreter& interpreter, const script::Value& key) override;
  script::Value GetAttribute(script::Interpreter& interpreter, script::Symbol name) override;
  bool SetAttribute(script::Interpreter& interpreter, script::Symbol name,
                    const script::Value& value) override;
  bool DeleteAttribute(script::Interpreter& interpreter, script::Symbol name) override;
  std::optional<bool> Contains(script::Interpreter& interpreter,
                               const script::Value& item) override;
  bool HasLength() const override { return true; }
  std::optional<int64_t> Length(script::Interpreter& interpreter) override;
  bool IsIterable() const override { return true; }
  script::Value Iterate(script::Interpreter& interpreter) override;
  script::Value Str(script::Interpreter& interpreter) override;
  script::Value Compare(script::Interpreter& interpreter, script::Comparison comparison,
                        const script::Value& other) override;
  std::optional<int64_t> Hash(script::Interpreter& interpreter) override;

 private:
  Server& server_;
};

script::Value MakeSessionStateProxy(Server& server);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_SESSION_STATE_PROXY_H_
