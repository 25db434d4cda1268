#include "order/coloured_hasse_diagram.hpp"

#include <nauty/nausparse.h>

#include <algorithm>
#include <cassert>
#include <mutex>
#include <numeric>

namespace tropiary::detail {

namespace {

// nauty keeps work space in static variables, and its statistics give the order of the group as a double: so one call
// at a time, with the exact order multiplied from the indices of the chain of stabilisers.
std::mutex nauty_mutex;
Integer* group_order = nullptr;

void multiply_by_index(int*, int*, int, int*, statsblk*, int, int index_of_stabiliser, int, int, int, int) {
  *group_order *= index_of_stabiliser;
}

}  // namespace

CanonicalNumbering canonical_hasse_diagram(const Poset& p, std::span<const std::uint32_t> colours) {
  const std::size_t n = p.size();
  std::vector<size_t> starts(n);
  std::vector<int> degrees(n);
  std::vector<int> targets;
  targets.reserve(2 * p.count_covers());
  for (std::size_t x = 0; x < n; ++x) {
    starts[x] = targets.size();
    for (const auto& neighbours : {p.lower_covers(element(x)), p.upper_covers(element(x))}) {
      for (const Element y : neighbours) targets.push_back(static_cast<int>(index(y)));
    }
    degrees[x] = static_cast<int>(targets.size() - starts[x]);
  }
  sparsegraph graph;
  SG_INIT(graph);
  graph.nde = targets.size();
  graph.nv = static_cast<int>(n);
  graph.v = starts.data();
  graph.d = degrees.data();
  targets.resize(std::max<std::size_t>(targets.size(), 1));
  graph.e = targets.data();
  graph.vlen = n;
  graph.dlen = n;
  graph.elen = targets.size();

  std::vector<int> lab(n);
  std::vector<int> ptn(n);
  std::vector<int> orbits(n);
  std::iota(lab.begin(), lab.end(), 0);
  const auto colour = [&](int x) { return colours[static_cast<std::size_t>(x)]; };
  std::stable_sort(lab.begin(), lab.end(), [&](int x, int y) { return colour(x) < colour(y); });
  for (std::size_t i = 0; i < n; ++i) ptn[i] = i + 1 < n && colour(lab[i]) == colour(lab[i + 1]) ? 1 : 0;

  DEFAULTOPTIONS_SPARSEGRAPH(options);
  options.getcanon = TRUE;
  options.defaultptn = FALSE;
  options.userlevelproc = multiply_by_index;
  statsblk stats;
  sparsegraph canonical;
  SG_INIT(canonical);
  CanonicalNumbering result;
  result.automorphisms = 1;
  {
    const std::lock_guard lock(nauty_mutex);
    group_order = &result.automorphisms;
    sparsenauty(&graph, lab.data(), ptn.data(), orbits.data(), &options, &stats, &canonical);
    group_order = nullptr;
  }
  SG_FREE(canonical);
  assert(stats.errstatus == 0);
  result.vertices.assign(lab.begin(), lab.end());
  return result;
}

}  // namespace tropiary::detail
