#include "tropiary/io/polyhedron_formats.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "io/abbreviate.hpp"
#include "io/formats/formats.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/json.hpp"

namespace tropiary {
namespace {

struct Format {
  PolyhedronFormat format;
  std::string_view name;
  std::array<std::string_view, 2> extensions;
};

constexpr std::array<Format, 10> formats = {{
    {PolyhedronFormat::json, "json", {".json", ""}},
    {PolyhedronFormat::polymake, "polymake", {".poly", ""}},
    {PolyhedronFormat::ext, "ext", {".ext", ""}},
    {PolyhedronFormat::ine, "ine", {".ine", ""}},
    {PolyhedronFormat::normaliz, "normaliz", {".in", ""}},
    {PolyhedronFormat::latte, "latte", {".latte", ".hrep"}},
    {PolyhedronFormat::vrep, "vrep", {".vrep", ""}},
    {PolyhedronFormat::off, "off", {".off", ""}},
    {PolyhedronFormat::stl, "stl", {".stl", ""}},
    {PolyhedronFormat::ply, "ply", {".ply", ""}},
}};

}  // namespace

std::string_view to_string(PolyhedronFormat format) noexcept {
  for (const Format& known : formats) {
    if (known.format == format) return known.name;
  }
  return "unknown";
}

PolyhedronFormat polyhedron_format(std::string_view name) {
  std::string known;
  for (const Format& format : formats) {
    if (format.name == name) return format.format;
    known += (known.empty() ? "" : ", ") + std::string(format.name);
  }
  throw Error(Errc::invalid_argument,
              "polyhedron_format: no format is called " + io::quote(name, 40) + "; known: " + known);
}

std::optional<PolyhedronFormat> polyhedron_format_of_path(std::string_view path) {
  std::string lower(path);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  for (const Format& format : formats) {
    for (const std::string_view extension : format.extensions) {
      if (!extension.empty() && lower.ends_with(extension)) return format.format;
    }
  }
  return std::nullopt;
}

PolyhedronDescription parse_polyhedron(std::string_view text, PolyhedronFormat format) {
  switch (format) {
    case PolyhedronFormat::json:
      return io::parse_json_polyhedron(text);
    case PolyhedronFormat::polymake:
      return io::parse_polymake(text);
    case PolyhedronFormat::ext:
    case PolyhedronFormat::ine:
      return io::parse_cdd(text, format);
    case PolyhedronFormat::normaliz:
      return io::parse_normaliz(text);
    case PolyhedronFormat::latte:
      return io::parse_latte(text);
    case PolyhedronFormat::vrep:
      return io::parse_vrep(text);
    case PolyhedronFormat::off:
      return io::parse_off(text);
    case PolyhedronFormat::stl:
      return io::parse_stl(text);
    case PolyhedronFormat::ply:
      return io::parse_ply(text);
  }
  throw Error(Errc::invalid_argument, "the format is none of PolyhedronFormat");
}

std::string format_polyhedron(const Polyhedron& p, PolyhedronFormat format) {
  switch (format) {
    case PolyhedronFormat::json:
      return to_json(p) + "\n";
    case PolyhedronFormat::polymake:
      return io::format_polymake(p);
    case PolyhedronFormat::ext:
      return io::format_ext(p);
    case PolyhedronFormat::ine:
      return io::format_ine(p);
    case PolyhedronFormat::normaliz:
      return io::format_normaliz(p);
    case PolyhedronFormat::latte:
      return io::format_latte(p);
    case PolyhedronFormat::vrep:
      return io::format_vrep(p);
    case PolyhedronFormat::off:
      return io::format_off(p);
    case PolyhedronFormat::stl:
      return io::format_stl(p);
    case PolyhedronFormat::ply:
      return io::format_ply(p);
  }
  throw Error(Errc::invalid_argument, "the format is none of PolyhedronFormat");
}

namespace io {

RationalVector tail(RationalVector row) {
  row.erase(row.begin());
  return row;
}

bool add_generator(PolyhedronDescription& description, RationalVector row) {
  const Rational first = row.front();
  if (first.sign() < 0) return false;
  row = tail(std::move(row));
  if (first.is_zero()) {
    description.rays.push_back(std::move(row));
    return true;
  }
  if (first != Rational(1)) {
    for (Rational& x : row) x /= first;
  }
  description.points.push_back(std::move(row));
  return true;
}

AffineForm form_of(const RationalVector& row) {
  std::vector<Integer> entries = primitive(std::span<const Rational>(row));
  AffineForm form{std::move(entries[0]), {}};
  form.normal.assign(entries.begin() + 1, entries.end());
  return form;
}

RationalMatrix homogeneous(const std::vector<AffineForm>& forms) {
  RationalMatrix rows;
  rows.reserve(forms.size());
  for (const AffineForm& form : forms) {
    rows.push_back({form.constant});
    rows.back().insert(rows.back().end(), form.normal.begin(), form.normal.end());
  }
  return rows;
}

RationalMatrix homogeneous(const RationalMatrix& rows, int first) {
  RationalMatrix result;
  result.reserve(rows.size());
  for (const RationalVector& row : rows) {
    result.push_back({first});
    result.back().insert(result.back().end(), row.begin(), row.end());
  }
  return result;
}

RationalMatrix rational_rows(const std::vector<std::vector<Integer>>& rows) {
  RationalMatrix result;
  result.reserve(rows.size());
  for (const auto& row : rows) result.emplace_back(row.begin(), row.end());
  return result;
}

void refuse(std::string_view format, const std::string& reason) {
  throw Error(Errc::invalid_argument, "format_polyhedron: format " + std::string(format) + " holds " + reason);
}

}  // namespace io
}  // namespace tropiary
