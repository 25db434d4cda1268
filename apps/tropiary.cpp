#include <unistd.h>

#include <csignal>

#include "cli/cli.hpp"
#include "tropiary/io/files.hpp"

namespace {

constexpr int interrupted = 130;

extern "C" void on_interrupt(int signal) {
  tropiary::remove_temporary_files();
  _exit(signal == SIGPIPE ? 128 + SIGPIPE : interrupted);
}

/// A signal that whoever started the program has it ignore (nohup, a job in the background) stays ignored.
void clean_up_after(int signal) {
  if (std::signal(signal, on_interrupt) == SIG_IGN) std::signal(signal, SIG_IGN);
}

}  // namespace

int main(int argc, char** argv) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) clean_up_after(signal);
  std::signal(SIGXFSZ, SIG_IGN);  // a file beyond the size limit is then an error like a full disk
  return tropiary::cli::run(argc, argv);
}
