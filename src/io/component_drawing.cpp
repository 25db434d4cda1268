#include "io/component_drawing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>

namespace tropiary::io {

using Kind = PictureSymmetry::Kind;

ComponentDrawing::ComponentDrawing(const Poset& p, std::vector<Element> points, std::span<const double> levels,
                                   std::span<const double> width, const DrawingRoom& room)
    : points_(std::move(points)), room_(room) {
  // Equal room makes symmetric pictures; labels of very unequal length would waste it.
  double widest = 0;
  double narrowest = std::numeric_limits<double>::infinity();
  for (const Element e : points_) {
    widest = std::max(widest, width[index(e)]);
    narrowest = std::min(narrowest, width[index(e)]);
  }
  unit_ = widest + room.gap;
  std::map<double, std::size_t> row_sizes;
  std::size_t longest_row = 0;
  for (const Element e : points_) longest_row = std::max(longest_row, ++row_sizes[std::floor(levels[index(e)])]);
  constexpr double page_width = 800;
  is_uniform_ = widest <= 2.2 * narrowest || unit_ * static_cast<double>(longest_row) <= page_width;
  std::vector<double> widths(width.begin(), width.end());
  if (is_uniform_) std::fill(widths.begin(), widths.end(), widest);
  graph_ = make_layered_graph(p, points_, levels, widths, 4.0);
  for (const Element e : points_) level_.push_back(levels[index(e)]);
  const double lowest = *std::min_element(level_.begin(), level_.end());
  for (double& level : level_) level -= lowest;
  rows_.resize(graph_.order.size());
  for (std::size_t v = 0; v < graph_.points; ++v) rows_[graph_.level[v]].push_back(v);
  arrange(p, levels);
}

std::vector<ComponentDrawing::BentEdge> ComponentDrawing::bent_edges() const {
  std::vector<BentEdge> result;
  for (const std::vector<std::size_t>& path : graph_.paths) {
    if (count_obstacles(x_, path) > 0)
      result.push_back({points_[path.front()], points_[path.back()], lead_around(path)});
  }
  return result;
}

double ComponentDrawing::steepness() const {
  double most = 0;
  for (const LayeredGraph::Edge& edge : graph_.edges) most = std::max(most, std::abs(x_[edge.lower] - x_[edge.upper]));
  return most;
}

void ComponentDrawing::arrange(const Poset& p, std::span<const double> levels) {
  const std::size_t work = graph_.size() + graph_.edges.size();
  const std::size_t starts = work <= 150 ? 40 : work <= 600 ? 10 : work <= 3000 ? 3 : 1;
  const std::size_t sweeps = std::clamp<std::size_t>(1000000 / (work + 1), 4, 24);
  relaxations_ = std::clamp<std::size_t>(4000000 / (work + 1), 16, 200);
  is_small_ = starts > 3;
  least_cost_ = std::numeric_limits<double>::infinity();
  const std::vector<std::vector<std::size_t>> first = graph_.order;
  Shuffle shuffle;
  int failures[3] = {0, 0, 0};
  constexpr std::size_t patience = 14;  // starts without a better picture
  double least_before = least_cost_;
  std::size_t last_better = 0;
  for (std::size_t start = 0; start < starts && start <= last_better + patience; ++start) {
    if (least_cost_ < least_before) last_better = start;
    least_before = least_cost_;
    graph_.order = first;
    if (start > 0) {
      for (std::vector<std::size_t>& row : graph_.order) shuffle(row);
    }
    reduce_crossings(graph_, sweeps);
    consider_order();
    if (!is_small_ || !is_uniform_) continue;
    const std::vector<std::vector<std::size_t>> reduced = graph_.order;
    for (const Kind kind : {Kind::mirror, Kind::rotation, Kind::flip}) {
      int& failed = failures[static_cast<std::size_t>(kind)];
      if (failed == 3) continue;
      const auto symmetry = find_symmetry(p, points_, levels, graph_, kind, shuffle);
      failed += symmetry ? 0 : 1;
      if (!symmetry) continue;
      graph_.order = reduced;
      for (int round = 0; round < 4; ++round) {
        symmetry->symmetrise_order(graph_);
        consider_order();
        reduce_crossings(graph_, 2);
      }
    }
  }
  if (is_small_ && is_uniform_) try_parallel_edges(p, shuffle);
  graph_.order = std::move(best_order_);
  seen_.clear();
}

void ComponentDrawing::consider_order() {
  if (is_small_ && !seen_.insert(graph_.order).second) return;
  consider(horizontal_coordinates(graph_, room_.gap, relaxations_));
}

void ComponentDrawing::try_parallel_edges(const Poset& p, Shuffle& shuffle) {
  if (std::ranges::count_if(points_, [&](Element e) { return p.lower_covers(e).empty(); }) != 1) return;
  // A partition of the irreducible elements into few chains, each begun where no other can go on.
  std::vector<std::vector<Element>> chains;
  for (const Element e : p.linear_extension()) {
    if (p.lower_covers(e).size() != 1 || !std::binary_search(points_.begin(), points_.end(), e)) continue;
    const auto chain = std::ranges::find_if(chains, [&](const auto& c) { return p.less(c.back(), e); });
    if (chain != chains.end())
      chain->push_back(e);
    else
      chains.push_back({e});
  }
  constexpr std::size_t most_chains = 7;
  constexpr int most_attempts = 60;
  if (chains.size() < 2 || chains.size() > most_chains) return;
  std::vector<std::size_t> place(chains.size());
  for (std::size_t i = 0; i < place.size(); ++i) place[i] = i;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    std::vector<double> wishes(graph_.size(), 0);
    for (std::size_t v = 0; v < graph_.points; ++v) {
      for (std::size_t k = 0; k < chains.size(); ++k) {
        const double direction = static_cast<double>(place[k]) - static_cast<double>(chains.size() - 1) / 2;
        const auto below = std::ranges::count_if(chains[k], [&](Element e) { return p.less_equal(e, points_[v]); });
        wishes[v] += direction * static_cast<double>(below) * unit_;
      }
    }
    for (const std::vector<std::size_t>& path : graph_.paths) {
      for (std::size_t k = 1; k + 1 < path.size(); ++k) {
        const double share = static_cast<double>(k) / static_cast<double>(path.size() - 1);
        wishes[path[k]] = (1 - share) * wishes[path.front()] + share * wishes[path.back()];
      }
    }
    consider(place_rows(graph_, room_.gap, wishes));
    if (chains.size() > 4)
      shuffle(place);
    else if (!std::next_permutation(place.begin(), place.end()))
      break;
  }
}

void ComponentDrawing::consider(std::vector<double> x) {
  const bool may_move = is_uniform_ && graph_.points <= 200;
  const std::vector<PictureSymmetry> symmetries = may_move ? present_symmetries() : std::vector<PictureSymmetry>();
  double discount = 1;
  bool around_zero = false;
  for (const PictureSymmetry& symmetry : symmetries) {
    x = symmetry.symmetrised(x);
    around_zero = around_zero || symmetry.kind != Kind::flip;
    discount *= symmetry.kind == Kind::mirror ? 0.65 : 0.75;
  }
  const double crossings = 10 * static_cast<double>(count_crossings(graph_));
  if (may_move) {
    snap(x, around_zero);
    // What starts much worse than the best does not become better by moving points.
    if (discount * cost_of(x) + crossings > 1.5 * least_cost_ + 10) return;
    if (is_small_) improve(x, symmetries);
  }
  const double cost = discount * cost_of(x) + crossings;
  if (cost >= least_cost_ - 1e-9) return;
  least_cost_ = cost;
  best_order_ = graph_.order;
  x_ = std::move(x);
}

std::vector<PictureSymmetry> ComponentDrawing::present_symmetries() const {
  std::vector<PictureSymmetry> result;
  std::vector<std::pair<std::size_t, std::size_t>> edges;
  for (const LayeredGraph::Edge& edge : graph_.edges) edges.emplace_back(edge.lower, edge.upper);
  std::sort(edges.begin(), edges.end());
  const double top = *std::max_element(level_.begin(), level_.end());
  for (const Kind kind : {Kind::mirror, Kind::rotation, Kind::flip}) {
    PictureSymmetry symmetry{kind, std::vector<std::size_t>(graph_.size())};
    bool holds = true;
    for (std::size_t r = 0; r < graph_.order.size() && holds; ++r) {
      const std::vector<std::size_t>& row = graph_.order[r];
      const std::vector<std::size_t>& other = graph_.order[kind == Kind::mirror ? r : graph_.order.size() - 1 - r];
      holds = row.size() == other.size();
      for (std::size_t i = 0; i < row.size() && holds; ++i) {
        const std::size_t image = other[kind == Kind::flip ? i : row.size() - 1 - i];
        symmetry.image[row[i]] = image;
        holds = (row[i] < graph_.points) == (image < graph_.points);
        if (!holds || image >= graph_.points) continue;
        holds = level_[image] == (kind == Kind::mirror ? level_[row[i]] : top - level_[row[i]]);
      }
    }
    for (std::size_t k = 0; k < edges.size() && holds; ++k) {
      std::pair<std::size_t, std::size_t> image{symmetry.image[edges[k].first], symmetry.image[edges[k].second]};
      if (kind != Kind::mirror) std::swap(image.first, image.second);
      holds = std::binary_search(edges.begin(), edges.end(), image);
    }
    if (holds) result.push_back(std::move(symmetry));
  }
  return result;
}

/// To multiples of half a unit, which keeps all distances of one unit and more.
void ComponentDrawing::snap(std::vector<double>& x, bool around_zero) const {
  if (around_zero) {
    // Two grids are symmetric: one with a line on the axis and one with the axis midway between two lines.
    double agreement = 0;
    for (std::size_t v = 0; v < graph_.points; ++v) agreement += std::cos(4 * std::numbers::pi * x[v] / unit_);
    const double phase = agreement >= 0 ? 0 : 0.25;
    for (double& value : x) {
      if (std::abs(value) < 1e-6 * unit_) continue;
      const double steps = std::max(0.0, std::floor((std::abs(value) / unit_ - phase) * 2 + 0.5 + 1e-6));
      value = std::copysign((steps / 2 + phase) * unit_, value);
    }
    return;
  }
  // The phase that most points have already.
  double sine = 0;
  double cosine = 0;
  for (std::size_t v = 0; v < graph_.points; ++v) {
    const double angle = 4 * std::numbers::pi * x[v] / unit_;
    sine += std::sin(angle);
    cosine += std::cos(angle);
  }
  const double phase = std::atan2(sine, cosine) / (4 * std::numbers::pi) * unit_;
  for (double& value : x) value = std::floor((value - phase) / unit_ * 2 + 0.5 + 1e-6) / 2 * unit_;
}

/// Moves single points, and their images under the symmetries, by half a unit and more while the picture gets better.
void ComponentDrawing::improve(std::vector<double>& x, std::span<const PictureSymmetry> symmetries) const {
  constexpr double steps[] = {-0.5, 0.5, -1, 1, -2, 2};
  double cost = cost_of(x);
  std::vector<double> before;
  std::vector<std::pair<std::size_t, double>> orbit;  // with the direction of each
  const auto collect = [&](std::size_t v) {
    orbit.assign(1, {v, 1.0});
    for (std::size_t k = 0; k < orbit.size(); ++k) {
      for (const PictureSymmetry& symmetry : symmetries) {
        const std::size_t image = symmetry.image[orbit[k].first];
        const double direction = orbit[k].second * symmetry.direction();
        const auto known = std::ranges::find(orbit, image, &std::pair<std::size_t, double>::first);
        if (known == orbit.end())
          orbit.emplace_back(image, direction);
        else if (known->second != direction)
          return false;  // it stands on the axis
      }
    }
    return true;
  };
  for (int round = 0; round < 4; ++round) {
    bool improved = false;
    for (std::size_t v = 0; v < graph_.points; ++v) {
      if (!collect(v)) continue;
      for (const double step : steps) {
        before.clear();
        for (const auto& [u, direction] : orbit) {
          before.push_back(x[u]);
          x[u] += direction * step * unit_;
        }
        const bool fits = std::ranges::all_of(orbit, [&](const auto& item) { return has_room(x, item.first); });
        const double moved = fits ? cost_of(x) : cost;
        if (moved < cost - 1e-6) {
          cost = moved;
          improved = true;
        } else {
          for (std::size_t k = 0; k < orbit.size(); ++k) x[orbit[k].first] = before[k];
        }
      }
    }
    if (!improved) break;
  }
}

bool ComponentDrawing::has_room(const std::vector<double>& x, std::size_t v) const {
  bool is_right = false;
  for (const std::size_t u : graph_.order[graph_.level[v]]) {
    if (u == v) is_right = true;
    if (u == v || u >= graph_.points) continue;
    const double distance = is_right ? x[u] - x[v] : x[v] - x[u];
    if (distance < unit_ - 1e-6) return false;
  }
  return true;
}

/// Long slanted edges are bad, edges through points are worse.
double ComponentDrawing::cost_of(const std::vector<double>& x) const {
  double cost = 0;
  std::vector<std::pair<long, long>> directions;  // in quarters of a unit and half levels
  for (const LayeredGraph::Edge& edge : graph_.edges) {
    if (edge.lower >= graph_.points || edge.upper >= graph_.points) continue;
    const double slant = (x[edge.lower] - x[edge.upper]) / unit_;
    cost += edge.weight * slant * slant;
    if (is_small_)
      directions.emplace_back(std::lround(4 * slant), std::lround(2 * (level_[edge.upper] - level_[edge.lower])));
  }
  std::sort(directions.begin(), directions.end());
  const auto different = std::unique(directions.begin(), directions.end()) - directions.begin();
  cost += 4 * static_cast<double>(different);
  if (rows_.front().size() == 1 && rows_.back().size() == 1) {
    // The least and the greatest point stand above each other, unless all edges have a few directions.
    const double lean = (x[rows_.front()[0]] - x[rows_.back()[0]]) / unit_;
    cost += (different <= 3 ? 3 : 40) * std::min(1.0, lean * lean);
  }
  if (is_small_) {  // wide gaps in a row
    for (const std::vector<std::size_t>& row : graph_.order) {
      for (std::size_t i = 1; i < row.size(); ++i) {
        const double gap = (x[row[i]] - x[row[i - 1]]) / unit_ - 1;
        if (row[i] < graph_.points && row[i - 1] < graph_.points) cost += 0.8 * std::min(gap * gap, 1.0);
      }
    }
  }
  for (const std::vector<std::size_t>& path : graph_.paths) {
    const double slant = (x[path.front()] - x[path.back()]) / unit_;
    cost += slant * slant / static_cast<double>(path.size() - 1) + 25 * static_cast<double>(count_obstacles(x, path));
  }
  return cost;
}

std::size_t ComponentDrawing::count_obstacles(const std::vector<double>& x,
                                              const std::vector<std::size_t>& path) const {
  const std::size_t low = path.front();
  const std::size_t high = path.back();
  std::size_t count = 0;
  for (std::size_t level = graph_.level[low]; level <= graph_.level[high]; ++level) {
    for (const std::size_t v : rows_[level]) {
      if (level_[v] <= level_[low] || level_[v] >= level_[high]) continue;
      const double share = (level_[v] - level_[low]) / (level_[high] - level_[low]);
      const double line = x[low] + share * (x[high] - x[low]);
      if (std::abs(line - x[v]) < graph_.width[v] / 2 + 5) ++count;
    }
  }
  return count;
}

/// As few corners as do: one beside each point that is in the way, as long as there is one.
std::vector<ComponentDrawing::Corner> ComponentDrawing::lead_around(const std::vector<std::size_t>& path) const {
  std::vector<Corner> line{{x_[path.front()], level_[path.front()]}, {x_[path.back()], level_[path.back()]}};
  constexpr std::size_t most_corners = 12;
  for (std::size_t i = 0; i + 1 < line.size() && line.size() < most_corners;) {
    const std::optional<Corner> corner = corner_between(line[i], line[i + 1]);
    if (corner)
      line.insert(line.begin() + static_cast<std::ptrdiff_t>(i) + 1, *corner);
    else
      ++i;
  }
  return {line.begin() + 1, line.end() - 1};
}

/// Beside the point that is most in the way between two corners, on the side where the line passes.
std::optional<ComponentDrawing::Corner> ComponentDrawing::corner_between(const Corner& low, const Corner& high) const {
  std::optional<Corner> corner;
  double least = 5;
  const auto row = [](double level) { return static_cast<std::size_t>(std::max(0.0, std::floor(level))); };
  for (std::size_t level = row(low.level); level <= std::min(row(high.level) + 1, rows_.size() - 1); ++level) {
    for (const std::size_t v : rows_[level]) {
      if (level_[v] <= low.level || level_[v] >= high.level) continue;
      const double share = (level_[v] - low.level) / (high.level - low.level);
      const double line = low.x + share * (high.x - low.x);
      const double distance = std::abs(line - x_[v]) - graph_.width[v] / 2;
      if (distance >= least) continue;
      least = distance;
      const double aside = graph_.width[v] / 2 + room_.gap / 3;
      corner = {line < x_[v] ? x_[v] - aside : x_[v] + aside, level_[v]};
    }
  }
  return corner;
}

}  // namespace tropiary::io
