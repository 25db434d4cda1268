"""Compiled networks as PyTorch modules. PyTorch is imported when it is needed, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._arrays import layer_buffers
from ._tropiary import Buffer, CompiledNetwork

if TYPE_CHECKING:
    import torch

__all__ = ["module"]

_TORCH_TYPES = {"F64": "float64", "F32": "float32", "F16": "float16", "BF16": "bfloat16"}


def _tensor(buffer: Buffer) -> torch.Tensor:
    import torch

    dtype = getattr(torch, _TORCH_TYPES[buffer.dtype])
    if not buffer.bytes:
        return torch.empty(buffer.shape, dtype=dtype)
    return torch.frombuffer(bytearray(buffer.bytes), dtype=dtype).reshape(buffer.shape)


def _grouped_maximum(pieces: int) -> torch.nn.Module:
    import torch

    class GroupedMaximum(torch.nn.Module):
        """The maximum of each `pieces` consecutive entries of the last axis."""

        def __init__(self) -> None:
            super().__init__()
            self.pieces = pieces

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            return x.unflatten(-1, (-1, self.pieces)).amax(-1)

        def extra_repr(self) -> str:
            return f"pieces={self.pieces}"

    return GroupedMaximum()


def module(network: CompiledNetwork) -> torch.nn.Sequential:
    """The layers in the network's dtype, their weights loaded.

    relu: Linear, ReLU, ..., Linear. maxout and filters: Linear and the maximum of each group of rows, in turns.

    Inside the certified box it computes the exact values, bit for bit, whatever the order of summation. Raises Error
    for the dag form.
    """
    import torch

    buffers = layer_buffers(network, "torch.module")
    layers: list[torch.nn.Module] = []
    for layer, (weight, bias) in zip(network.layers, buffers):
        if layers and network.form == "relu":
            layers.append(torch.nn.ReLU())
        rows, columns = weight.shape
        linear = torch.nn.utils.skip_init(
            torch.nn.Linear, columns, rows, dtype=getattr(torch, _TORCH_TYPES[weight.dtype])
        )
        with torch.no_grad():
            linear.weight.copy_(_tensor(weight))
            linear.bias.copy_(_tensor(bias))
        layers.append(linear)
        if layer.pieces > 1:
            layers.append(_grouped_maximum(layer.pieces))
    return torch.nn.Sequential(*layers)
