"""Writing compiled networks to files."""

from __future__ import annotations

import os

from . import _tropiary
from ._tropiary import CompiledNetwork


def save(self: CompiledNetwork, *paths: str | os.PathLike[str]) -> None:
    """Writes files, each in the format of its suffix: .onnx, .safetensors, .npz, .json (layer config), .hpp or .cuh.

    All files are written or, if one fails, none. Raises Error for another suffix and for a path that cannot be written.
    """
    names = [os.fspath(path) for path in paths]
    _tropiary.write_files([(name, _tropiary.export_network(self, name)) for name in names])


def to_onnx(self: CompiledNetwork) -> bytes:
    """The bytes of an .onnx file; see tropiary.to_onnx."""
    return _tropiary.to_onnx(self)


def to_safetensors(self: CompiledNetwork) -> bytes:
    """The bytes of a .safetensors file; see tropiary.to_safetensors."""
    return _tropiary.to_safetensors(self)


def to_layer_config(self: CompiledNetwork) -> str:
    """The JSON layer config; see tropiary.to_layer_config."""
    return _tropiary.to_layer_config(self)


def to_npz(self: CompiledNetwork) -> bytes:
    """The bytes of an .npz file; see tropiary.to_npz."""
    return _tropiary.to_npz(self)


def to_cpp_header(self: CompiledNetwork, name: str = "network") -> str:
    """A header for C++17 and CUDA; see tropiary.to_cpp_header."""
    return _tropiary.to_cpp_header(self, name)
