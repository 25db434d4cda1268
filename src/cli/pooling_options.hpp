#pragma once

#include <optional>
#include <string>

#include "tropiary/network/pooling.hpp"

namespace CLI {
class App;
}

namespace tropiary::cli {

/// The options that make a pooling layer of a kernel.
struct PoolingOptions {
  std::string size;
  std::string window;
  std::string stride;
  std::string padding;
  std::size_t channels = 1;
  bool channels_last = false;

  void add_to(CLI::App& command);
  [[nodiscard]] bool given() const { return !size.empty(); }
  /// Throws invalid_argument for an option that is no list of sizes, or one given without --size.
  [[nodiscard]] PoolingLayer layer(TropicalNetwork kernel) const;
  void refuse_without_size() const;
};

}  // namespace tropiary::cli
