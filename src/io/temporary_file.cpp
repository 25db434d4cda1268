#include "io/temporary_file.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdint>
#include <cstring>

#include "io/abbreviate.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/files.hpp"

namespace tropiary {
namespace {

// The one piece of global state: a signal handler has nothing else to find the names by. It may run in the middle of
// any statement, so each slot is published by one lock-free store after its name is complete.
enum class State : std::uint8_t { unused, claimed, live };
struct Slot {
  std::atomic<State> state{State::unused};
  std::array<char, PATH_MAX> name{};
};
static_assert(std::atomic<State>::is_always_lock_free);
constexpr std::size_t slot_count = 8192;
std::array<Slot, slot_count> slots;

}  // namespace

void remove_temporary_files() noexcept {
  const int saved = errno;
  for (const Slot& slot : slots)
    if (slot.state.load(std::memory_order_acquire) == State::live) ::unlink(slot.name.data());
  errno = saved;
}

namespace io {

TemporaryFile::TemporaryFile(const std::string& target) : slot_(none) {
  static std::atomic<std::uint64_t> counter{0};
  const std::string name = target + ".tmp-" + std::to_string(::getpid()) + "-" + std::to_string(counter.fetch_add(1));
  if (name.size() >= PATH_MAX)
    throw Error(Errc::io_error, "write_files: cannot write " + quote(target) + ": the name is too long");
  for (std::size_t i = 0; i < slot_count; ++i) {
    State expected = State::unused;
    if (!slots[i].state.compare_exchange_strong(expected, State::claimed)) continue;
    std::memcpy(slots[i].name.data(), name.c_str(), name.size() + 1);
    slots[i].state.store(State::live, std::memory_order_release);
    slot_ = i;
    return;
  }
  throw Error(Errc::io_error,
              "write_files: more than " + std::to_string(slot_count) + " temporary files are under way at once");
}

TemporaryFile::~TemporaryFile() {
  if (slot_ == none) return;
  ::unlink(slots[slot_].name.data());
  keep();
}

const char* TemporaryFile::path() const noexcept { return slots[slot_].name.data(); }

void TemporaryFile::keep() noexcept {
  if (slot_ == none) return;
  slots[slot_].state.store(State::unused, std::memory_order_release);
  slot_ = none;
}

}  // namespace io
}  // namespace tropiary
