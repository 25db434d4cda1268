#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "io/layered_graph.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary::io {

/// Deterministic and the same everywhere.
class Shuffle {
 public:
  template <class T>
  void operator()(std::vector<T>& row) {
    for (std::size_t i = row.size(); i > 1; --i) {
      state_ = state_ * 6364136223846793005U + 1442695040888963407U;
      std::swap(row[i - 1], row[(state_ >> 33U) % i]);
    }
  }

 private:
  std::uint64_t state_ = 1;
};

/// An involution of the nodes of a layered graph that a picture can show: an automorphism as a mirror image, left and
/// right exchanged, or a duality as the picture turned by 180 degrees or upside down.
struct PictureSymmetry {
  enum class Kind : std::uint8_t { mirror, rotation, flip };
  Kind kind;
  std::vector<std::size_t> image;  // of each node

  /// Moves the nodes in each row to the nearest order that the involution keeps.
  void symmetrise_order(LayeredGraph& graph) const;
  /// The mean of the coordinates and their images, the axis at 0.
  [[nodiscard]] std::vector<double> symmetrised(const std::vector<double>& x) const;
  /// 1 or −1: how an image moves sidewards when a node moves.
  [[nodiscard]] double direction() const { return kind == Kind::flip ? 1 : -1; }
};

/// A picture symmetry of one component, searched for in an order that the shuffle decides, with bounded effort; none
/// for more than 200 points. No two nodes of a row stay where they are under a mirror or a rotation.
std::optional<PictureSymmetry> find_symmetry(const Poset& p, std::span<const Element> points,
                                             std::span<const double> levels, const LayeredGraph& graph,
                                             PictureSymmetry::Kind kind, Shuffle& shuffle);

}  // namespace tropiary::io
