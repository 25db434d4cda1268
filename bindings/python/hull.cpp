#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/polytope/convex_hull.hpp"
#include "tropiary/polytope/linear_program.hpp"
#include "tropiary/polytope/polytope_from_inequalities.hpp"
#include "tropiary/tropical/newton_polytope.hpp"

namespace tropiary::python {

namespace {

/// A Progress that calls a Python object, which may raise or return False to stop.
class CalledProgress {
 public:
  explicit CalledProgress(nb::object called) : called_(std::move(called)) {}

  [[nodiscard]] Progress progress() {
    return {stop_.get_token(), [this](std::uint64_t done) { report(done); }};
  }
  /// Runs work without the GIL. What was raised goes before what the work throws.
  template <class Work>
  auto run(Work work) {
    try {
      const nb::gil_scoped_release release;
      return work();
    } catch (const Interrupted&) {
      if (error_) std::rethrow_exception(error_);
      throw;
    }
  }

 private:
  void report(std::uint64_t done) {
    const nb::gil_scoped_acquire acquire;
    try {
      if (PyErr_CheckSignals() != 0) nb::raise_python_error();
      if (!called_.is_none() && called_(done).is(nb::bool_(false))) stop_.request_stop();
    } catch (...) {
      error_ = std::current_exception();
      stop_.request_stop();
    }
  }

  nb::object called_;
  std::stop_source stop_;
  std::exception_ptr error_;
};

}  // namespace

void bind_hull(nb::module_& m) {
  using namespace nb::literals;
  nb::exception<Interrupted>(m, "Interrupted", PyExc_RuntimeError);
  m.def(
      "convex_hull",
      [](std::vector<RationalVector> points, nb::object ambient_dimension, std::string_view engine, unsigned threads,
         nb::object progress) {
        const std::size_t dimension = !ambient_dimension.is_none() ? nb::cast<std::size_t>(ambient_dimension)
                                      : points.empty()             ? 0
                                                                   : points.front().size();
        CalledProgress called(std::move(progress));
        const HullOptions options{hull_engine(engine), threads, called.progress()};
        return called.run([&] { return convex_hull(dimension, std::move(points), options); });
      },
      "points"_a, "ambient_dimension"_a = nb::none(), "engine"_a = "automatic", "threads"_a = 1,
      "progress"_a = nb::none(),
      "The convex hull of finitely many rational points, exactly, in any dimension and position. ambient_dimension is "
      "that of the first point unless given. engine: \"automatic\", \"beneath_beyond\", \"double_description\", "
      "\"cgal_planar\", \"cgal_spatial\", \"cgal_d\" or \"brute_force\"; all give the same Polytope, as any number of "
      "threads does. progress(done) is called now and then with the points inserted; it may return False, which raises "
      "Interrupted.");

  m.def(
      "polytope_from_inequalities",
      [](std::vector<AffineForm> inequalities, std::vector<AffineForm> equations, nb::object ambient_dimension,
         std::string_view engine) {
        const std::size_t dimension = !ambient_dimension.is_none() ? nb::cast<std::size_t>(ambient_dimension)
                                      : !inequalities.empty()      ? inequalities.front().normal.size()
                                      : !equations.empty()         ? equations.front().normal.size()
                                                                   : 0;
        const nb::gil_scoped_release release;
        return polytope_from_inequalities(dimension, std::move(inequalities), std::move(equations),
                                          HullOptions{hull_engine(engine)});
      },
      "inequalities"_a, "equations"_a = nb::tuple(), "ambient_dimension"_a = nb::none(), "engine"_a = "automatic",
      "The solutions of b + a·x ≥ 0 for rows (b, a_1, ..., a_n) of ints, and = 0 for the equations. Raises Error "
      "(\"invalid_argument\"), giving a direction, when they are unbounded.");

  nb::class_<LinearProgramSolution>(m, "LinearProgramSolution", "What `maximise` found, with the proof.")
      .def_prop_ro(
          "status",
          [](const LinearProgramSolution& s) {
            return s.status == LinearProgramStatus::optimal     ? "optimal"
                   : s.status == LinearProgramStatus::unbounded ? "unbounded"
                                                                : "infeasible";
          },
          "\"optimal\", \"unbounded\" or \"infeasible\".")
      .def_prop_ro(
          "value", [](const LinearProgramSolution& s) { return s.value ? nb::cast(*s.value) : nb::none(); },
          "The maximum, when optimal; else None.")
      .def_ro("point", &LinearProgramSolution::point, "Where the maximum is attained; any feasible point if unbounded.")
      .def_ro("direction", &LinearProgramSolution::direction, "When unbounded: where the objective grows without end.")
      .def_ro("multipliers", &LinearProgramSolution::multipliers,
              "y ≥ 0, one for each constraint. Optimal: c + Σ y_i a_i = 0 and the maximum is Σ y_i b_i. Infeasible: "
              "Σ y_i a_i = 0 and Σ y_i b_i < 0.");
  m.def(
      "maximise",
      [](const RationalVector& objective, const std::vector<AffineForm>& constraints) {
        return maximise(objective, constraints);
      },
      "objective"_a, "constraints"_a, without_gil(),
      "The maximum of objective · x over all x with b + a·x ≥ 0 for the constraints (b, a_1, ..., a_n), rows of ints; "
      "exact, with a proof in multipliers.");

  m.def(
      "newton_polytope",
      [](const TropicalPolynomial& f, std::string_view engine) {
        return newton_polytope(f, HullOptions{hull_engine(engine)});
      },
      "f"_a, "engine"_a = "automatic", without_gil(), "The convex hull of the exponents of f; empty for -inf.");
  m.def(
      "lifted_newton_polytope",
      [](const TropicalPolynomial& f, std::string_view engine) {
        return lifted_newton_polytope(f, HullOptions{hull_engine(engine)});
      },
      "f"_a, "engine"_a = "automatic", without_gil(),
      "The convex hull of the points (exponent, coefficient); its upper faces determine the function.");
  m.def("remove_redundant_terms", &remove_redundant_terms, "f"_a, without_gil(),
        "The same function with only the monomials that alone attain the maximum somewhere.");
}

}  // namespace tropiary::python
