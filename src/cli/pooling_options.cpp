#include "cli/pooling_options.hpp"

#include <CLI/CLI.hpp>
#include <charconv>

#include "cli/output.hpp"
#include "tropiary/error.hpp"

namespace tropiary::cli {

namespace {

/// "8x8" as 8, 8.
std::vector<std::size_t> parse_sizes(const std::string& option, const std::string& text) {
  std::vector<std::size_t> sizes;
  for (const std::string& part : split(text, 'x')) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (part.empty() || error != std::errc{} || end != part.data() + part.size()) {
      throw Error(Errc::invalid_argument,
                  "compile: " + option + " \"" + abbreviated(text, 60) + "\" is no list of sizes such as 8x8");
    }
    sizes.push_back(value);
  }
  return sizes;
}

/// The k with k^axes = points.
std::optional<std::size_t> side_of_cube(std::size_t points, std::size_t axes) {
  for (std::size_t side = 1; side <= points; ++side) {
    std::size_t power = 1;
    for (std::size_t a = 0; a < axes && power <= points; ++a) power *= side;
    if (power == points) return side;
    if (power > points) break;
  }
  return std::nullopt;
}

}  // namespace

void PoolingOptions::add_to(CLI::App& command) {
  const std::string group = "Pooling: SOURCE as the kernel of a layer";
  command.add_option("--size", size, "the array, channels left out, e.g. 8x8")->group(group);
  command.add_option("--window", window, "e.g. 2x2; without it a cube of as many values as the kernel has inputs")
      ->group(group);
  command.add_option("--stride", stride, "e.g. 2x2; without it the window")->group(group);
  command.add_option("--padding", padding, "zeros at both ends of each axis, e.g. 1x1")->group(group);
  command.add_option("--channels", channels, "each pooled for itself")->capture_default_str()->group(group);
  command.add_flag("--channels-last", channels_last, "NHWC instead of NCHW")->group(group);
}

void PoolingOptions::refuse_without_size() const {
  if (window.empty() && stride.empty() && padding.empty() && channels == 1 && !channels_last) return;
  throw Error(Errc::invalid_argument, "compile: the options of a pooling layer need --size, that of the array");
}

PoolingLayer PoolingOptions::layer(TropicalNetwork kernel) const {
  PoolingLayer result{.kernel = std::move(kernel), .size = parse_sizes("--size", size), .window = {}};
  if (window.empty()) {
    const std::size_t points = result.kernel.count_inputs();
    const auto side = side_of_cube(points, result.size.size());
    if (!side) {
      throw Error(Errc::invalid_argument, "compile: " + std::to_string(points) + " points fill no cube of " +
                                              std::to_string(result.size.size()) + " axes; give --window");
    }
    result.window.assign(result.size.size(), *side);
  } else {
    result.window = parse_sizes("--window", window);
  }
  if (!stride.empty()) result.stride = parse_sizes("--stride", stride);
  if (!padding.empty()) result.padding = parse_sizes("--padding", padding);
  result.channels = channels;
  result.channel_axis = channels_last ? ChannelAxis::last : ChannelAxis::first;
  return result;
}

}  // namespace tropiary::cli
