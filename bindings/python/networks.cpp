#include <string>
#include <utility>

#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/network_argument.hpp"
#include "tropiary/network/order_statistics.hpp"
#include "tropiary/network/pooling.hpp"
#include "tropiary/network/recursions.hpp"

namespace tropiary::python {

namespace {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

std::vector<Arc> arcs_of(const Pairs& pairs) {
  std::vector<Arc> arcs;
  for (const auto& [from, to] : pairs) arcs.push_back({from, to});
  return arcs;
}

Semiring semiring_of(std::string_view name) {
  if (name == "max_plus") return Semiring::max_plus;
  if (name == "min_plus") return Semiring::min_plus;
  throw Error(Errc::invalid_argument,
              "matrix_vector_product: semiring \"" + std::string(name) + "\" is none of max_plus, min_plus");
}

PoolingLayer layer_of(const TropicalNetwork& kernel, std::vector<std::size_t> size, std::vector<std::size_t> window,
                      std::vector<std::size_t> stride, std::vector<std::size_t> padding, Rational padding_value,
                      std::size_t channels, bool channels_last) {
  return {kernel,
          std::move(size),
          std::move(window),
          std::move(stride),
          std::move(padding),
          std::move(padding_value),
          channels,
          channels_last ? ChannelAxis::last : ChannelAxis::first};
}

void bind_named_network(nb::module_& m) {
  using namespace nb::literals;
  nb::class_<NamedNetwork>(m, "NamedNetwork",
                           "A network whose inputs and outputs have names; network(x) is a dict from the names of the "
                           "outputs to Fractions. Results come first, then the intermediate values of the algorithm.")
      .def_ro("network", &NamedNetwork::network, "The TropicalNetwork.")
      .def_ro("input_names", &NamedNetwork::input_names, "One for each input.")
      .def_ro("output_names", &NamedNetwork::output_names, "One for each output.")
      .def("output", &NamedNetwork::output, "name"_a, "The position of the output with this name.")
      .def(
          "__call__",
          [](const NamedNetwork& named, const RationalVector& x) {
            const RationalVector values = named.network(x);
            nb::dict result;
            for (std::size_t i = 0; i < values.size(); ++i) result[named.output_names[i].c_str()] = nb::cast(values[i]);
            return result;
          },
          "x"_a, "The outputs at x by name, exactly.")
      .def("__repr__", [](const NamedNetwork& named) {
        return "<NamedNetwork with " + std::to_string(named.input_names.size()) + " inputs and " +
               std::to_string(named.output_names.size()) + " outputs>";
      });
}

void bind_order_statistics(nb::module_& m) {
  using namespace nb::literals;
  m.def(
      "sorting_network",
      [](std::size_t n) {
        Pairs pairs;
        for (const auto& [low, high] : sorting_network(n)) pairs.emplace_back(low, high);
        return pairs;
      },
      "n"_a,
      "Pairs (low, high) of positions: comparators that sort any n values ascending (Batcher's merge exchange).");
  m.def(
      "order_statistics",
      [](std::size_t n, const std::vector<std::size_t>& positions) { return order_statistics(n, positions); }, "n"_a,
      "positions"_a, "The values at these positions (0 the smallest) of n inputs sorted ascending, one output each.");
  m.def("sorted_values", &sorted_values, "n"_a, "All n inputs, ascending.");
  m.def("largest_values", &largest_values, "n"_a, "k"_a, "The k largest of n inputs, descending.");
  m.def("sum_of_largest", &sum_of_largest, "n"_a, "k"_a, "The sum of the k largest of n inputs.");
  m.def("median", &median, "n"_a, "The median of n inputs; of an even number the mean of the middle two.");
  m.def(
      "permuted_values", [](const std::vector<std::size_t>& positions) { return permuted_values(positions); },
      "positions"_a, "Output i is input positions[i].");
}

void bind_recursions(nb::module_& m) {
  using namespace nb::literals;
  m.def(
      "matrix_vector_product",
      [](const std::vector<std::vector<Tropical>>& matrix, std::string_view semiring) {
        return matrix_vector_product(matrix, semiring_of(semiring));
      },
      "matrix"_a, "semiring"_a = "max_plus",
      "y_i = max over j of a_ij + x_j, or the minimum for \"min_plus\"; entries MINUS_INFINITY take no part.");
  m.def(
      "bellman_ford",
      [](std::size_t vertices, const Pairs& arcs, std::size_t source) {
        return bellman_ford(vertices, arcs_of(arcs), source);
      },
      "vertices"_a, "arcs"_a, "source"_a = 0,
      "Shortest walks: inputs are the lengths of the arcs (u, v); outputs \"d[v]\", then \"d[r][v]\" for at most r "
      "arcs.");
  m.def(
      "reachability",
      [](std::size_t vertices, const Pairs& arcs, std::size_t source) {
        return reachability(vertices, arcs_of(arcs), source);
      },
      "vertices"_a, "arcs"_a, "source"_a = 0,
      "Breadth-first search: inputs 1 for an arc that is there and 0 for one that is not; outputs \"r[v]\", then "
      "\"r[k][v]\" for paths of at most k arcs.");
  m.def("heaviest_chain", &heaviest_chain, "p"_a,
        "The largest sum over a chain: inputs are the weights of the points; outputs \"chain\", then \"c[i]\" over the "
        "chains whose top is i.");
  m.def(
      "viterbi",
      [](const std::vector<Tropical>& initial, const std::vector<std::vector<Tropical>>& transition,
         std::size_t times) { return viterbi(initial, transition, times); },
      "initial"_a, "transition"_a, "times"_a,
      "The best sequence of states: inputs \"e[t,i]\", the score of observation t in state i; outputs \"best\", then "
      "\"v[t,i]\".");
  m.def("minimum_spanning_tree", &minimum_spanning_tree, "vertices"_a,
        "The weight of a minimum spanning tree of the complete graph: inputs \"x[i,j]\", i < j; outputs \"tree\", then "
        "\"y[k]\", by O(n^3) maxima.");
  m.def(
      "parse_network_argument",
      [](std::string_view text) -> nb::object {
        auto network = parse_network_argument(text);
        return network ? nb::cast(*std::move(network)) : nb::none();
      },
      "text"_a, "A network by name, e.g. \"sort:5\" or \"heaviest-chain:N\"; None for any other text.");
  m.def("network_argument_forms", &network_argument_forms, "\"sort:N\", ...");
}

void bind_pooling(nb::module_& m) {
  using namespace nb::literals;
  using Sizes = std::vector<std::size_t>;
  m.def(
      "pooled_size",
      [](const TropicalNetwork& kernel, Sizes size, Sizes window, Sizes stride, Sizes padding) {
        return pooled_size(
            layer_of(kernel, std::move(size), std::move(window), std::move(stride), std::move(padding), 0, 1, false));
      },
      "kernel"_a, "size"_a, "window"_a, "stride"_a = nb::tuple(), "padding"_a = nb::tuple(),
      "The number of windows along each axis.");
  m.def(
      "pooling_network",
      [](const TropicalNetwork& kernel, Sizes size, Sizes window, Sizes stride, Sizes padding, Rational padding_value,
         std::size_t channels, bool channels_last) {
        return pooling_network(layer_of(kernel, std::move(size), std::move(window), std::move(stride),
                                        std::move(padding), std::move(padding_value), channels, channels_last));
      },
      "kernel"_a, "size"_a, "window"_a, "stride"_a = nb::tuple(), "padding"_a = nb::tuple(), "padding_value"_a = 0,
      "channels"_a = 1, "channels_last"_a = false, without_gil(),
      "A pooling layer as one network: the kernel at every position of a window that slides over an array of any "
      "number of axes, each channel for itself. Inputs and outputs in row-major order, NCHW or NHWC.");
}

}  // namespace

void bind_networks(nb::module_& m) {
  bind_named_network(m);
  bind_order_statistics(m);
  bind_recursions(m);
  bind_pooling(m);
}

}  // namespace tropiary::python
