#pragma once

#include "tropiary/network/network.hpp"

namespace tropiary {

/// Where the channel stands among the axes of an array: NCHW or NHWC.
enum class ChannelAxis { first, last };

/// A pooling layer: one kernel at every position of a window that slides over an array of any number of axes, each
/// channel for itself. The batch is no part of it.
struct PoolingLayer {
  TropicalNetwork kernel;                 ///< inputs: the window's values in row-major order
  std::vector<std::size_t> size;          ///< of the array along each axis, channels left out
  std::vector<std::size_t> window;        ///< along each axis; its product is the kernel's number of inputs
  std::vector<std::size_t> stride = {};   ///< along each axis, ≥ 1; empty: the window, so that windows do not overlap
  std::vector<std::size_t> padding = {};  ///< at both ends of each axis, less than the window; empty: none
  Rational padding_value = 0;             ///< with 0, a poset's filter forgets the points outside the array
  std::size_t channels = 1;
  ChannelAxis channel_axis = ChannelAxis::first;
};

/// The number of windows along each axis: ⌊(size + 2 padding − window) / stride⌋ + 1. Throws dimension_mismatch for
/// lists of different lengths, invalid_argument for a zero or a window that does not fit.
std::vector<std::size_t> pooled_size(const PoolingLayer& layer);

/// The layer as one network. Inputs are the array's entries in row-major order, outputs those of the result, the
/// channel axis at the same end; a kernel of several outputs gives that many channels for each, one after the other.
/// Throws like pooled_size, too_large when more than 2²⁶ nodes would be needed.
TropicalNetwork pooling_network(const PoolingLayer& layer);

}  // namespace tropiary
