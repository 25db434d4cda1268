// Must not compile: use of deleted function .*up_sets\(const (tropiary::)?Poset&&\)
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/up_sets.hpp"

int main() {
  const tropiary::Poset three = tropiary::chain(3);
  auto range = tropiary::up_sets(three);
#ifdef OFFENDING
  range = tropiary::up_sets(tropiary::chain(3));
#endif
  return range.begin() == range.end() ? 1 : 0;
}
