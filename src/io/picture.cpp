#include "io/picture.hpp"

#include <algorithm>
#include <array>

#include "io/abbreviate.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/modular_decomposition.hpp"

namespace tropiary {

namespace {

constexpr std::array kind_names{"points", "up_set", "down_set", "chain", "antichain", "module"};

}  // namespace

std::string_view to_string(Highlight kind) noexcept { return kind_names[static_cast<std::size_t>(kind)]; }

Highlight highlight_kind(std::string_view name) {
  std::string known;
  for (std::size_t i = 0; i < kind_names.size(); ++i) {
    if (name == kind_names[i]) return static_cast<Highlight>(i);
    known += std::string(i == 0 ? "" : ", ") + kind_names[i];
  }
  throw Error(Errc::invalid_argument, "highlight_kind: unknown kind " + io::quote(name, 60) + "; known: " + known);
}

namespace io {

namespace {

constexpr std::size_t max_points = 5000;
constexpr std::size_t max_edges = 1000000;

void refuse_if_too_large(const char* function, const Poset& p) {
  if (p.size() > max_points || p.count_covers() > max_edges)
    throw Error(Errc::too_large, std::string(function) + ": " + std::to_string(p.size()) + " points and " +
                                     std::to_string(p.count_covers()) + " covers; the limits are " +
                                     std::to_string(max_points) + " and " + std::to_string(max_edges));
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count) text.remove_prefix(std::max<std::size_t>(1, utf8_character_length(text)));
  return count;
}

/// What stands in a point: its label, shortened when it is long.
std::string shown_label(const std::string& label) {
  constexpr std::size_t limit = 24;
  std::string_view rest = label;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < limit && !rest.empty(); ++i) {
    const std::size_t length = std::max<std::size_t>(1, utf8_character_length(rest));
    bytes += length;
    rest.remove_prefix(length);
  }
  return rest.empty() ? label : label.substr(0, bytes) + "…";
}

/// Around the filled points, if no other point reaches into the box.
std::optional<Picture::Box> box_around_filled(const Picture& picture) {
  constexpr double padding = 7;
  std::optional<Picture::Box> box;
  const auto extent = [&](std::size_t i, double more) {
    const DrawnPoint& at = picture.drawing.points[i];
    const double half_width = picture.widths[i] / 2 + more;
    const double half_height = picture.radius + more;
    return Picture::Box{at.x - half_width, at.y - half_height, at.x + half_width, at.y + half_height};
  };
  for (std::size_t i = 0; i < picture.is_filled.size(); ++i) {
    if (!picture.is_filled[i]) continue;
    const Picture::Box point = extent(i, padding);
    if (!box) box = point;
    box = Picture::Box{std::min(box->left, point.left), std::min(box->top, point.top),
                       std::max(box->right, point.right), std::max(box->bottom, point.bottom)};
  }
  for (std::size_t i = 0; box && i < picture.is_filled.size(); ++i) {
    const Picture::Box point = extent(i, 0);
    if (!picture.is_filled[i] && point.left < box->right && point.right > box->left && point.top < box->bottom &&
        point.bottom > box->top)
      box.reset();
  }
  return box;
}

/// Two points that show that the set is not what it is claimed to be, and why.
struct Witness {
  Element a;
  Element b;
  const char* problem;
};

/// A point in the set and one outside that has to be inside too, above it or below it.
std::optional<Witness> find_gap(const Poset& p, const ElementSet& set, bool upwards) {
  for (const Element e : set) {
    for (const Element next : upwards ? p.upper_covers(e) : p.lower_covers(e)) {
      if (!set.contains(next)) return Witness{e, next, upwards ? " is in it and is below " : " is in it and is above "};
    }
  }
  return std::nullopt;
}

std::optional<Witness> find_pair(const Poset& p, const ElementSet& set, bool comparable) {
  // Those of a chain come one after another in any linear extension.
  std::optional<Element> last;
  for (const Element e : p.linear_extension()) {
    if (!set.contains(e)) continue;
    if (!comparable && last && !p.less(*last, e)) return Witness{*last, e, " is not comparable with "};
    last = e;
  }
  if (!comparable) return std::nullopt;
  for (const Element e : set) {
    const ElementSet above = p.above(e) & set;
    if (!above.empty()) return Witness{e, *above.begin(), " is below "};
  }
  return std::nullopt;
}

/// A point outside and two points of the set that it compares with in different ways.
std::string module_problem(const Poset& p, const ElementSet& set) {
  const Element first = *set.begin();
  for (const Element inside : set) {
    for (std::size_t x = 0; x < p.size(); ++x) {
      const Element outside = element(x);
      if (set.contains(outside)) continue;
      if (p.less(outside, inside) == p.less(outside, first) && p.less(inside, outside) == p.less(first, outside))
        continue;
      return p.label(outside) + " compares with " + p.label(first) + " in another way than with " + p.label(inside);
    }
  }
  return "points outside tell its points apart";
}

}  // namespace

void require_highlight(const char* function, const Poset& p, const DrawOptions& options) {
  const ElementSet& set = options.highlight;
  if (set.universe_size() == 0 && !p.empty()) return;
  if (set.universe_size() != p.size())
    throw Error(Errc::dimension_mismatch, std::string(function) + ": highlight is a set of " +
                                              std::to_string(set.universe_size()) + " points, the poset has " +
                                              std::to_string(p.size()));
  const auto refuse = [&](const char* what, const std::string& problem) {
    throw Error(Errc::invalid_argument,
                std::string(function) + ": the highlighted set is no " + what + ": " + abbreviate(problem, 200));
  };
  const auto check = [&](const char* what, const std::optional<Witness>& witness) {
    if (witness) refuse(what, p.label(witness->a) + witness->problem + p.label(witness->b));
  };
  switch (options.kind) {
    case Highlight::points:
      return;
    case Highlight::up_set:
      return check("up-set", find_gap(p, set, true));
    case Highlight::down_set:
      return check("down-set", find_gap(p, set, false));
    case Highlight::chain:
      return check("chain", find_pair(p, set, false));
    case Highlight::antichain:
      return check("antichain", find_pair(p, set, true));
    case Highlight::module:
      if (!set.empty() && !is_module(p, set)) refuse("module", module_problem(p, set));
  }
}

Picture make_picture(const char* function, const Poset& p, const DrawOptions& options) {
  refuse_if_too_large(function, p);
  require_highlight(function, p, options);
  Picture picture;
  DrawingRoom room;
  picture.radius = options.labels ? 14 : 5;
  room.half_height = picture.radius;
  room.gap = options.labels ? 26 : 22;
  room.level_gap = options.labels ? 66 : 44;
  for (std::size_t i = 0; i < p.size(); ++i) {
    picture.labels.push_back(options.labels ? shown_label(p.label(element(i))) : std::string());
    // A digit of 13 px takes about 7.9 px.
    const double text_width = 7.9 * static_cast<double>(count_characters(picture.labels.back())) + 12;
    picture.widths.push_back(options.labels ? std::max(2 * picture.radius, text_width) : 2 * picture.radius);
    picture.is_filled.push_back(options.highlight.universe_size() != 0 && options.highlight.contains(element(i)));
  }
  picture.drawing = draw_hasse_diagram(p, picture.widths, room);
  for (const DrawnEdge& edge : picture.drawing.edges)
    picture.is_strong.push_back(picture.is_filled[index(edge.lower)] && picture.is_filled[index(edge.upper)]);
  if (options.kind == Highlight::module) picture.module_box = box_around_filled(picture);
  picture.is_dense = p.count_covers() > 6 * p.size() + 60;
  return picture;
}

}  // namespace io

}  // namespace tropiary
