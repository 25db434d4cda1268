"""Writing compiled networks to files."""

from __future__ import annotations

import os
import pathlib

from . import _tropiary
from ._errors import error
from ._tropiary import CompiledNetwork

_WRITERS = {
    ".onnx": _tropiary.to_onnx,
    ".safetensors": _tropiary.to_safetensors,
    ".json": lambda network: _tropiary.to_layer_config(network).encode(),
}


def save(self: CompiledNetwork, *paths: str | os.PathLike[str]) -> None:
    """Writes files, each in the format of its suffix: .onnx, .safetensors or .json (the layer config).

    All files are written or, if one fails, none. Raises Error for another suffix and for a path that cannot be written.
    """
    files = []
    for path in map(os.fspath, paths):
        writer = _WRITERS.get(pathlib.PurePath(path).suffix.lower())
        if writer is None:
            raise error("invalid_argument", f"save: {path!r} has no known suffix; known: {', '.join(_WRITERS)}")
        files.append((path, writer(self)))
    _tropiary.write_files(files)


def to_onnx(self: CompiledNetwork) -> bytes:
    """The bytes of an .onnx file; see tropiary.to_onnx."""
    return _tropiary.to_onnx(self)


def to_safetensors(self: CompiledNetwork) -> bytes:
    """The bytes of a .safetensors file; see tropiary.to_safetensors."""
    return _tropiary.to_safetensors(self)


def to_layer_config(self: CompiledNetwork) -> str:
    """The JSON layer config; see tropiary.to_layer_config."""
    return _tropiary.to_layer_config(self)
