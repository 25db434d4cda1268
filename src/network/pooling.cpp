#include "tropiary/network/pooling.hpp"

#include <string>

#include "tropiary/error.hpp"

namespace tropiary {

namespace {

using Builder = TropicalNetwork::Builder;
using Sizes = std::vector<std::size_t>;

constexpr std::size_t most_nodes = std::size_t{1} << 26;

[[noreturn]] void refuse(const std::string& problem) {
  throw Error(Errc::invalid_argument, "PoolingLayer: " + problem);
}

void check_axes(const char* name, std::size_t length, std::size_t axes) {
  if (length == axes) return;
  throw Error(Errc::dimension_mismatch, "PoolingLayer: " + std::string(name) + " has " + std::to_string(length) +
                                            " axes, size has " + std::to_string(axes));
}

std::size_t stride_of(const PoolingLayer& layer, std::size_t axis) {
  return layer.stride.empty() ? layer.window[axis] : layer.stride[axis];
}
std::size_t padding_of(const PoolingLayer& layer, std::size_t axis) {
  return layer.padding.empty() ? 0 : layer.padding[axis];
}

Integer product(const Sizes& sizes) {
  Integer result = 1;
  for (const std::size_t size : sizes) result *= Integer(size);
  return result;
}

void check(const PoolingLayer& layer) {
  const std::size_t axes = layer.size.size();
  check_axes("window", layer.window.size(), axes);
  if (!layer.stride.empty()) check_axes("stride", layer.stride.size(), axes);
  if (!layer.padding.empty()) check_axes("padding", layer.padding.size(), axes);
  for (std::size_t a = 0; a < axes; ++a) {
    const std::string at = " along axis " + std::to_string(a);
    if (layer.window[a] == 0) refuse("the window is empty" + at);
    if (stride_of(layer, a) == 0) refuse("the stride is 0" + at);
    if (padding_of(layer, a) >= layer.window[a]) {
      refuse("padding " + std::to_string(padding_of(layer, a)) + at + " is not less than the window, " +
             std::to_string(layer.window[a]));
    }
    if (Integer(layer.size[a]) + 2 * Integer(padding_of(layer, a)) < Integer(layer.window[a])) {
      refuse("a window of " + std::to_string(layer.window[a]) + " does not fit into " + std::to_string(layer.size[a]) +
             " values" + at);
    }
  }
  if (layer.channels == 0) refuse("there are no channels");
  if (product(layer.window) != Integer(layer.kernel.count_inputs())) {
    throw Error(Errc::dimension_mismatch, "PoolingLayer: the kernel has " +
                                              std::to_string(layer.kernel.count_inputs()) + " inputs, the window " +
                                              product(layer.window).to_string() + " values");
  }
}

/// Counts through the positions of a box in row-major order.
bool advance(Sizes& position, const Sizes& box) {
  for (std::size_t a = box.size(); a-- > 0;) {
    if (++position[a] < box[a]) return true;
    position[a] = 0;
  }
  return false;
}

std::size_t row_major(const Sizes& position, const Sizes& box) {
  std::size_t result = 0;
  for (std::size_t a = 0; a < box.size(); ++a) result = result * box[a] + position[a];
  return result;
}

class Pooling {
 public:
  Pooling(const PoolingLayer& layer, std::size_t area)
      : layer_(layer),
        area_(area),
        builder_(area * layer.channels),
        padding_(builder_.affine({}, layer.padding_value)) {}

  TropicalNetwork run(const Sizes& windows, std::size_t count) && {
    const std::size_t kernels = layer_.kernel.outputs().size();
    const std::size_t result_channels = layer_.channels * kernels;
    std::vector<NodeId> outputs(count * result_channels);
    std::vector<NodeId> arguments(layer_.kernel.count_inputs());
    for (std::size_t c = 0; c < layer_.channels; ++c) {
      Sizes at(windows.size());
      for (std::size_t w = 0; w < count; ++w, advance(at, windows)) {
        collect(at, c, arguments);
        const std::vector<NodeId> values = builder_.append(layer_.kernel, arguments);
        for (std::size_t k = 0; k < kernels; ++k) {
          const std::size_t channel = c * kernels + k;
          outputs[layer_.channel_axis == ChannelAxis::first ? channel * count + w : w * result_channels + channel] =
              values[k];
        }
      }
    }
    return std::move(builder_).build(std::move(outputs));
  }

 private:
  void collect(const Sizes& window, std::size_t channel, std::vector<NodeId>& arguments) const {
    Sizes offset(window.size());
    Sizes place(window.size());
    for (NodeId& argument : arguments) {
      bool inside = true;
      for (std::size_t a = 0; a < window.size(); ++a) {
        const std::size_t shifted = window[a] * stride_of(layer_, a) + offset[a];
        place[a] = shifted - padding_of(layer_, a);
        inside = inside && shifted >= padding_of(layer_, a) && place[a] < layer_.size[a];
      }
      argument = inside ? entry(row_major(place, layer_.size), channel) : padding_;
      advance(offset, layer_.window);
    }
  }
  [[nodiscard]] NodeId entry(std::size_t place, std::size_t channel) const {
    return builder_.input(layer_.channel_axis == ChannelAxis::first ? channel * area_ + place
                                                                    : place * layer_.channels + channel);
  }

  const PoolingLayer& layer_;
  std::size_t area_;
  Builder builder_;
  NodeId padding_;
};

}  // namespace

std::vector<std::size_t> pooled_size(const PoolingLayer& layer) {
  check(layer);
  Sizes result;
  for (std::size_t a = 0; a < layer.size.size(); ++a) {
    result.push_back((layer.size[a] + 2 * padding_of(layer, a) - layer.window[a]) / stride_of(layer, a) + 1);
  }
  return result;
}

TropicalNetwork pooling_network(const PoolingLayer& layer) {
  const Sizes windows = pooled_size(layer);
  const Integer nodes =
      Integer(layer.channels) *
      (product(layer.size) + product(windows) * Integer(std::max<std::size_t>(1, layer.kernel.nodes().size())));
  if (nodes > Integer(most_nodes)) {
    throw Error(Errc::too_large,
                "pooling_network: " + nodes.to_string() + " nodes, at most " + std::to_string(most_nodes));
  }
  const auto area = static_cast<std::size_t>(product(layer.size).to_int64());
  const auto count = static_cast<std::size_t>(product(windows).to_int64());
  return Pooling(layer, area).run(windows, count);
}

}  // namespace tropiary
