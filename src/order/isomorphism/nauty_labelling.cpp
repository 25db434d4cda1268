#include "order/isomorphism/nauty_labelling.hpp"

#include <nauty/nausparse.h>

#include <algorithm>
#include <mutex>
#include <numeric>
#include <stdexcept>

namespace tropiary::detail {
namespace {

// nauty's statistics give the order of the group as a double: so the exact order is multiplied from the indices of the
// chain of stabilisers.
std::mutex nauty_mutex;
Labelling* under_way = nullptr;

void multiply_by_index(int*, int*, int, int*, statsblk*, int, int index_of_stabiliser, int, int, int, int) {
  under_way->automorphisms *= index_of_stabiliser;
}

void add_generator(int, int* image, int*, int, int, int n) { under_way->generators.emplace_back(image, image + n); }

}  // namespace

SparseGraph::SparseGraph(const std::vector<std::vector<int>>& neighbours) {
  for (const std::vector<int>& own : neighbours) {
    starts.push_back(targets.size());
    degrees.push_back(static_cast<int>(own.size()));
    targets.insert(targets.end(), own.begin(), own.end());
  }
}

Labelling nauty_labelling(SparseGraph given, std::span<const std::uint32_t> colours) {
  const std::size_t n = given.starts.size();
  sparsegraph graph;
  SG_INIT(graph);
  graph.nde = given.targets.size();
  graph.nv = static_cast<int>(n);
  graph.v = given.starts.data();
  graph.d = given.degrees.data();
  given.targets.resize(std::max<std::size_t>(given.targets.size(), 1));
  graph.e = given.targets.data();
  graph.vlen = n;
  graph.dlen = n;
  graph.elen = given.targets.size();

  Labelling result;
  std::vector<int>& lab = result.vertices;
  lab.resize(n);
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
  options.userautomproc = add_generator;
  statsblk stats;
  sparsegraph canonical;
  SG_INIT(canonical);
  {
    const std::lock_guard lock(nauty_mutex);
    under_way = &result;
    sparsenauty(&graph, lab.data(), ptn.data(), orbits.data(), &options, &stats, &canonical);
    under_way = nullptr;
  }
  SG_FREE(canonical);
  if (stats.errstatus != 0) throw std::runtime_error("nauty_labelling: nauty ended with an error");
  return result;
}

}  // namespace tropiary::detail
