#include "order/enumeration/poset_search.hpp"

#include "order/enumeration/level_search.hpp"
#include "order/enumeration/numbered_search.hpp"

namespace tropiary::detail {

namespace {

/// The poset on no or one point, or nothing.
class TinySearch final : public PosetSearch {
 public:
  TinySearch(std::size_t n, const EnumerationOptions& options, NodeGate& gate) : gate_(gate) {
    poset_.size = n;
    is_wanted_ = n < 2 && satisfies(options, SmallPosetView(poset_, n));
  }
  bool next(PosetBlock& block) override {
    if (!is_wanted_) return false;
    is_wanted_ = false;
    block = {&poset_, 0, set_};
    return gate_.take();
  }

 private:
  NodeGate& gate_;
  SmallPoset poset_;
  bool is_wanted_ = false;
  std::array<PointMask, 1> set_{};
};

}  // namespace

std::unique_ptr<PosetSearch> make_search(std::size_t n, const EnumerationOptions& options, NodeGate& gate) {
  // A lattice is a semilattice with a top added.
  const bool top = options.lattice || options.bounded;
  if (n < 2 || (options.height && *options.height < (top ? 2U : 1U))) {
    return std::make_unique<TinySearch>(n, options, gate);
  }
  if (options.kind == PosetKind::labelled) return std::make_unique<LabelledSearch>(n, options, gate);
  using Search = HereditaryTests::Search;
  const Search search = options.kind == PosetKind::unlabelled ? Search::levels : Search::any_numbers;
  auto tests =
      HereditaryTests::are_needed(options, search) ? std::make_unique<HereditaryTests>(options, search, top) : nullptr;
  const std::size_t searched = n - (top ? 1 : 0);
  if (search == Search::any_numbers) {
    return std::make_unique<NaturallyLabelledSearch>(searched, top, std::move(tests), gate);
  }
  using Levels = LevelSearch<BlocksOnly>;
  Levels::Limits limits;
  if (options.height) limits.min_height = limits.max_height = *options.height - (top ? 1 : 0);
  return std::make_unique<Levels>(searched, limits, top, std::move(tests), &gate);
}

}  // namespace tropiary::detail
