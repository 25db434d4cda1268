#include "tropiary/error.hpp"

#include "bind.hpp"

namespace tropiary::python {

namespace {

PyObject* error_type = nullptr;  // owned by the module for the life of the process

void raise(const Error& error) {
  const std::string_view what = error.what();
  // A message may quote a piece of the caller's text, cut inside a character.
  const nb::object message =
      nb::steal(PyUnicode_DecodeUTF8(what.data(), static_cast<Py_ssize_t>(what.size()), "replace"));
  if (!message.is_valid()) return;
  const nb::object exception = nb::steal(PyObject_CallOneArg(error_type, message.ptr()));
  if (!exception.is_valid()) return;
  const std::string_view code = to_string(error.code());
  const nb::object name = nb::steal(PyUnicode_FromStringAndSize(code.data(), static_cast<Py_ssize_t>(code.size())));
  if (!name.is_valid() || PyObject_SetAttrString(exception.ptr(), "code", name.ptr()) != 0) return;
  PyErr_SetObject(error_type, exception.ptr());
}

}  // namespace

void bind_error(nb::module_& m) {
  nb::dict members;
  members["code"] = "invalid_argument";
  error_type = PyErr_NewExceptionWithDoc(
      "tropiary.Error",
      "The one exception that tropiary raises for a caller's mistake: a ValueError whose message names the function, "
      "the argument, the value and the law that was broken.\n\n"
      "code: one of \"invalid_argument\", \"parse_error\", \"cyclic_relations\", \"dimension_mismatch\", "
      "\"division_by_zero\", \"too_large\", \"inexact\", \"io_error\", \"out_of_space\".",
      PyExc_ValueError, members.ptr());
  if (error_type == nullptr) throw nb::python_error();
  m.attr("Error") = nb::borrow(error_type);
  nb::register_exception_translator([](const std::exception_ptr& pointer, void*) {
    try {
      std::rethrow_exception(pointer);
    } catch (const Error& error) {
      raise(error);
    }
  });
}

}  // namespace tropiary::python
