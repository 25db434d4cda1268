#pragma once

#include <string>
#include <vector>

#include "tropiary/network/network.hpp"

namespace tropiary {

/// A network whose inputs and outputs have names. Intermediate values of an algorithm are outputs too, so that they can
/// be looked at and compared with another run of it; the results come first.
struct NamedNetwork {
  TropicalNetwork network;
  std::vector<std::string> input_names;
  std::vector<std::string> output_names;

  /// The position of the output with this name. Throws invalid_argument.
  [[nodiscard]] std::size_t output(const std::string& name) const;
};

}  // namespace tropiary
