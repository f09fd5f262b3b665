#include "cli/process.h"

int main(int argument_count, char** arguments) {
  return streplay::RunProcess(argument_count, arguments);
}
