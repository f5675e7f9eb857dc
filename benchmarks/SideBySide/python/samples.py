"""The same numbers in every language."""

import numpy as np


def sample(n, stream, start, end, dtype):
    """16 bits of a multiplicative hash of the index, scaled to [start, end)."""
    index = np.arange(1, n + 1, dtype=np.uint64)
    hashed = (index * np.uint64(2654435761) + np.uint64(stream * 40503)) & np.uint64(0xFFFFFFFF)
    bits = ((hashed >> np.uint64(8)) & np.uint64(0xFFFF)).astype(np.float64)
    return (start + (end - start) * bits / 65536.0).astype(dtype)
