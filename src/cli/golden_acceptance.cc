#include "cli/golden_acceptance.h"

#include "base/utf8.h"
#include "golden/golden_folder.h"
#include "golden/golden_store.h"

namespace streplay {

bool AcceptGolden(const GoldenAcceptance& acceptance, Environment& environment) {
  std::string error;
  GoldenStore store(environment.files, acceptance.root);
  if (!store.Write(acceptance.name, acceptance.text, error)) {
    environment.err << "streplay: " << EscapeControls(acceptance.path)
                    << " cannot be written: " << EscapeControls(error) << "\n";
    return false;
  }
  return RejectPending(acceptance.root, acceptance.name, acceptance.path, environment);
}

bool RejectPending(const std::string& root, const std::string& name, const std::string& path,
                   Environment& environment) {
  std::string error;
  if (GoldenStore(environment.files, root).Remove(PendingPath(name), error)) return true;
  environment.err << "streplay: " << EscapeControls(PendingPath(path))
                  << " cannot be removed: " << EscapeControls(error) << "\n";
  return false;
}

}  // namespace streplay
