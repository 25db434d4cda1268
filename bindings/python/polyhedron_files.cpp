#include "tropiary/io/polyhedron_files.hpp"

#include "bind.hpp"
#include "casters.hpp"

namespace tropiary::python {

namespace {

std::optional<PolyhedronFormat> format_or_nothing(const nb::object& name) {
  if (name.is_none()) return std::nullopt;
  return polyhedron_format(nb::cast<std::string_view>(name));
}

}  // namespace

void bind_polyhedron_files(nb::module_& m) {
  using namespace nb::literals;
  nb::class_<PolyhedronDescription>(m, "PolyhedronDescription",
                                    "One description of a polyhedron as a file gives it, perhaps redundant: points, "
                                    "rays and lines, or inequalities and equations.")
      .def_ro("ambient_dimension", &PolyhedronDescription::ambient_dimension, "The number of coordinates.")
      .def_ro("by_inequalities", &PolyhedronDescription::by_inequalities, "Which of the two it is.")
      .def_ro("points", &PolyhedronDescription::points, "Rows of Fractions.")
      .def_ro("rays", &PolyhedronDescription::rays, "Rows of Fractions.")
      .def_ro("lines", &PolyhedronDescription::lines, "Rows of Fractions.")
      .def_ro("inequalities", &PolyhedronDescription::inequalities, "Rows (b, a_1, ..., a_n) of ints: b + a·x ≥ 0.")
      .def_ro("equations", &PolyhedronDescription::equations, "Rows (b, a_1, ..., a_n) of ints: b + a·x = 0.");
  m.def(
      "parse_polyhedron",
      [](std::string_view text, std::string_view format) { return parse_polyhedron(text, polyhedron_format(format)); },
      "text"_a, "format"_a = "json", without_gil(),
      "Reads the text of a file: format \"json\", \"polymake\", \"ext\", \"ine\", \"normaliz\", \"latte\", \"vrep\", "
      "\"off\", \"stl\" or \"ply\".");
  m.def(
      "format_polyhedron",
      [](const Polyhedron& polyhedron, std::string_view format) {
        return format_polyhedron(polyhedron, polyhedron_format(format));
      },
      "polyhedron"_a, "format"_a = "json", without_gil(),
      "The text of a file in a format that parse_polyhedron reads.");
  m.def(
      "to_polyhedron",
      [](const PolyhedronDescription& description, std::string_view engine) {
        HullOptions options;
        options.engine = hull_engine(engine);
        return to_polyhedron(description, options);
      },
      "description"_a, "engine"_a = "automatic", without_gil(), "The polyhedron of a description.");
  m.def(
      "polyhedron_format_of_path",
      [](std::string_view path) -> nb::object {
        const auto format = polyhedron_format_of_path(path);
        return format ? nb::cast(to_string(*format)) : nb::none();
      },
      "path"_a, "The format that a file's extension tells; None when it is not known.");
  m.def(
      "read_polyhedron",
      [](const std::string& path, const nb::object& format, std::string_view engine) {
        const auto chosen = format_or_nothing(format);
        HullOptions options;
        options.engine = hull_engine(engine);
        const nb::gil_scoped_release release;
        return read_polyhedron(path, chosen, options);
      },
      "path"_a, "format"_a = nb::none(), "engine"_a = "automatic",
      "The polyhedron in a file, in the format of its extension unless one is given; \"-\" is standard input.");
  m.def(
      "write_polyhedron",
      [](const std::string& path, const Polyhedron& polyhedron, const nb::object& format) {
        const auto chosen = format_or_nothing(format);
        const nb::gil_scoped_release release;
        write_polyhedron(path, polyhedron, chosen);
      },
      "path"_a, "polyhedron"_a, "format"_a = nb::none(),
      "Writes a file that read_polyhedron understands, whole or not at all.");
}

}  // namespace tropiary::python
