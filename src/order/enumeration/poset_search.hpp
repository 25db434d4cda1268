#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "order/enumeration/twin_branches.hpp"
#include "tropiary/order/enumeration.hpp"

namespace tropiary::detail {

/// Posets that differ in what lies below one point only: `poset` with each of `sets` below that point.
struct PosetBlock {
  SmallPoset* poset = nullptr;
  std::size_t point = 0;
  std::span<const PointMask> sets;
};

/// A search cuts its tree at nodes of `split_size` points and asks at each, in its order, whether to go in.
class NodeGate {
 public:
  virtual bool take() = 0;

 protected:
  ~NodeGate() = default;
};

/// The nodes have three points fewer than what is listed; a smaller search is one node.
constexpr std::size_t split_size(std::size_t n) { return n > 3 ? n - 3 : 0; }

/// An enumeration as a cursor over blocks of posets.
class PosetSearch {
 public:
  PosetSearch() = default;
  PosetSearch(const PosetSearch&) = delete;
  PosetSearch& operator=(const PosetSearch&) = delete;
  virtual ~PosetSearch() = default;
  /// The next block, which is not empty and lasts until the next call; false at the end.
  virtual bool next(PosetBlock& block) = 0;
};

/// The search that `options` asks for; their part, threads and progress are the gate's affair.
std::unique_ptr<PosetSearch> make_search(std::size_t n, const EnumerationOptions& options, NodeGate& gate);

}  // namespace tropiary::detail
