#include <unistd.h>

#include <csignal>

#include "cli/cli.hpp"
#include "tropiary/io/files.hpp"

namespace {

extern "C" void on_interrupt(int) {
  tropiary::remove_temporary_files();
  _exit(130);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGINT, on_interrupt);
  std::signal(SIGTERM, on_interrupt);
  return tropiary::cli::run(argc, argv);
}
