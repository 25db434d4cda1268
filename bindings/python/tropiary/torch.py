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


def module(network: CompiledNetwork) -> torch.nn.Sequential:
    """The strict MLP Linear, ReLU, ..., Linear in the network's dtype, its weights loaded.

    Inside the certified box it computes the exact values, bit for bit, whatever the order of summation. Raises Error
    for the dag form.
    """
    import torch

    buffers = layer_buffers(network, "torch.module")
    layers: list[torch.nn.Module] = []
    for weight, bias in buffers:
        if layers:
            layers.append(torch.nn.ReLU())
        rows, columns = weight.shape
        linear = torch.nn.utils.skip_init(
            torch.nn.Linear, columns, rows, dtype=getattr(torch, _TORCH_TYPES[weight.dtype])
        )
        with torch.no_grad():
            linear.weight.copy_(_tensor(weight))
            linear.bias.copy_(_tensor(bias))
        layers.append(linear)
    return torch.nn.Sequential(*layers)
