# What nanobind's stub generator cannot see: the exception, and the methods that Python files add to the classes.

_tropiary.Error:
    class Error(ValueError):
        """
        The one exception that tropiary raises for a caller's mistake.
        """

        code: str

_tropiary.Polytope.__repr__:
    def __repr__(self) -> str: ...
    def vertices_array(self) -> Any:
        """The vertices as the rows of an exact NumPy array."""
    def vertices_as_float(self) -> Any:
        """The vertices as the rows of a float64 array, rounded."""
    def facets_array(self) -> Any:
        """The facets as the rows of an exact NumPy array."""
    def equations_array(self) -> Any:
        """The equations as the rows of an exact NumPy array."""

_tropiary.Buffer.bytes:
    @property
    def bytes(self) -> bytes:
        """The numbers themselves."""
    def array(self) -> Any:
        """The numbers as a read-only NumPy array."""

_tropiary.CompiledNetwork.__repr__:
    def __repr__(self) -> str: ...
    def weights(self) -> list[tuple[Any, Any]]:
        """The pairs (W, b) of NumPy arrays of the dense layers."""
    def arrays(self) -> dict[str, Any]:
        """All buffers by name as NumPy arrays."""
    def save(self, *paths: str | PathLike[str]) -> None:
        """Writes files, each in the format of its suffix."""
    def to_onnx(self) -> bytes:
        """The bytes of an .onnx file."""
    def to_safetensors(self) -> bytes:
        """The bytes of a .safetensors file."""
    def to_layer_config(self) -> str:
        """The JSON layer config."""
    def to_npz(self) -> bytes:
        """The bytes of an .npz file."""
    def to_cpp_header(self, name: str = "network") -> str:
        """A header for C++17 and CUDA."""

_tropiary.__prefix__:
    from os import PathLike
    from typing import Any
