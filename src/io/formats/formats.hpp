#pragma once

#include <string>
#include <string_view>

#include "io/formats/text_scanner.hpp"
#include "tropiary/io/polyhedron_formats.hpp"

namespace tropiary::io {

// One reader and one writer for each format.
PolyhedronDescription parse_json_polyhedron(std::string_view text);
PolyhedronDescription parse_polymake(std::string_view text);
PolyhedronDescription parse_cdd(std::string_view text, PolyhedronFormat format);
PolyhedronDescription parse_normaliz(std::string_view text);
PolyhedronDescription parse_latte(std::string_view text);
PolyhedronDescription parse_vrep(std::string_view text);
PolyhedronDescription parse_off(std::string_view text);
PolyhedronDescription parse_stl(std::string_view text);
PolyhedronDescription parse_ply(std::string_view text);

std::string format_polymake(const Polyhedron& p);
std::string format_ext(const Polyhedron& p);
std::string format_ine(const Polyhedron& p);
std::string format_normaliz(const Polyhedron& p);
std::string format_latte(const Polyhedron& p);
std::string format_vrep(const Polyhedron& p);
std::string format_off(const Polyhedron& p);
std::string format_stl(const Polyhedron& p);
std::string format_ply(const Polyhedron& p);

// Rows in homogeneous coordinates: (1, x) is a point, (0, x) a ray; (b, a) stands for b + a·x.

/// Adds a point (first entry positive, then divided by it) or a ray (0); false for a negative first entry.
bool add_generator(PolyhedronDescription& description, RationalVector row);
/// Without the first entry.
RationalVector tail(RationalVector row);
AffineForm form_of(const RationalVector& row);
RationalMatrix homogeneous(const std::vector<AffineForm>& forms);
RationalMatrix homogeneous(const RationalMatrix& rows, int first);
RationalMatrix rational_rows(const std::vector<std::vector<Integer>>& rows);

[[noreturn]] void refuse(std::string_view format, const std::string& reason);

}  // namespace tropiary::io
