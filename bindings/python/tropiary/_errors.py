"""Errors raised by the Python part of the package, in the form of the C++ ones."""

from ._tropiary import Error


def error(code: str, message: str) -> Error:
    """An Error with this code, to be raised."""
    exception = Error(message)
    exception.code = code
    return exception
