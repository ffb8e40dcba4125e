"""Finds pictures that show the same: saved again, scaled, or cut a little at the edges, by a perceptual hash.

A hash is the signs of the lowest frequencies of a small grey picture (pHash, Zauner 2010). Each picture has one of
itself whole, and one of each slight cut of it, which another picture may be. Hashes that nearly agree are only
candidates: the small pictures themselves, aligned by the cut, have to agree, too.
"""

from collections.abc import Iterator
from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from engine.control import RunControl

SIDE = 32  # pixels of a small picture
MOST_BITS = 6  # of 63 in which hashes of the same picture differ; strangers differ in 31
LEAST_CORRELATION = 0.9  # of small pictures that show the same, without what is as smooth as a sky
LEAST_DETAILS = 12  # frequencies of the hash that a picture must have, or its hash is chance
_DETAIL = 1.0  # grey levels
LARGEST_GROUP = 50  # of a larger one only what resembles one picture of it stays together, so that no chain goes on
_CUTS = ((0.0, 1.0), (0.025, 0.975), (0.05, 0.95), (0.0, 0.95), (0.05, 1.0), (0.0, 0.9), (0.1, 1.0))  # of one axis
_HASHED, _COMPARED = 8, 12  # frequencies each way
_BAND_BITS = 16  # of four bands: hashes that agree in one of them are compared
_NEAREST = 16  # hashes each way among those of one band, and pictures compared with one: of thousands alike, enough
_AT_ONCE = 512  # pictures, so that memory stays small
_PAIRS_AT_ONCE = 4096

Small = NDArray[np.uint8]  # (N, 32, 32)
Hashes = NDArray[np.uint64]
Numbers = NDArray[np.int64]
Floats = NDArray[np.float32]


def has_details(small: NDArray[np.uint8]) -> bool:
    """Whether a small grey picture (32, 32) shows enough to be told from others: no sky, white page or dark night."""
    return bool(np.count_nonzero(np.abs(_frequencies(small, 0, 0)[_IN_HASH]) > _DETAIL * SIDE / 2) >= LEAST_DETAILS)


def look_alikes(small: Small, control: RunControl) -> Numbers:
    """The group (N,) of each small picture, numbered by its first one; pictures of a group show the same."""
    count = len(small)
    if not count:
        return np.zeros(0, np.int64)
    whole = np.concatenate([_hashes(some, cuts=False)[:, 0] for some in _pieces(small)])
    pairs = np.concatenate([_equal_hashes(small, whole), *_nearly_equal_hashes(small, whole, control)])
    links = coo_array((np.ones(len(pairs), bool), (pairs[:, 0], pairs[:, 1])), shape=(count, count))
    found = connected_components(links, directed=False)[1]
    _, first, found = np.unique(found, return_index=True, return_inverse=True)
    return _without_chains(small, np.asarray(first[found], np.int64))


def _equal_hashes(small: Small, whole: Hashes) -> Numbers:
    """Pairs (P, 2) of the first picture with a hash and each other one with just it."""
    _, first, inverse = np.unique(whole, return_index=True, return_inverse=True)
    others = np.flatnonzero(first[inverse] != np.arange(len(whole)))
    return _confirmed(small, others, np.zeros_like(others), first[inverse][others])


def _nearly_equal_hashes(small: Small, whole: Hashes, control: RunControl) -> Iterator[Numbers]:
    """Pairs (P, 2) of pictures of which one, cut or whole, has nearly the hash of the other; of equal hashes one."""
    places = np.unique(whole, return_index=True)[1].astype(np.int64)
    bands = [_Band(whole[places], number) for number in range(64 // _BAND_BITS)]
    for start in range(0, len(places), _AT_ONCE):
        control.check()
        some = places[start : start + _AT_ONCE]
        cuts = _hashes(small[some], cuts=True)
        asked, found, bits = np.concatenate([band.near(cuts) for band in bands], axis=1)
        picture, cut = np.divmod(asked, cuts.shape[1])
        best = _first_few(picture * len(places) + found, bits, 1)  # the cut that fits best
        best = best[some[picture[best]] != places[found[best]]]
        best = best[_first_few(picture[best], bits[best], _NEAREST)]
        yield _confirmed(small, some[picture[best]], cut[best], places[found[best]])


def _first_few(keys: Numbers, values: Numbers, few: int) -> Numbers:
    """Places of the ``few`` least values of each key."""
    order = np.lexsort((values, keys))
    ordered = keys[order]
    begins = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]][: len(order)])
    ranks = np.arange(len(order)) - np.repeat(begins, np.diff(np.r_[begins, len(order)]))
    return order[ranks < few]


class _Band:
    """Hashes in the order of some of their bits, so that those that agree in them stand together."""

    def __init__(self, hashes: Hashes, number: int) -> None:
        self._turned_by = np.uint64(number * _BAND_BITS)
        turned = self._turned(hashes)
        self._order = np.argsort(turned, kind="stable")
        self._hashes = turned[self._order]
        bands = self._hashes >> np.uint64(64 - _BAND_BITS)
        self._starts = np.searchsorted(bands, np.arange(2**_BAND_BITS + 1, dtype=np.uint64))

    def near(self, asked: Hashes) -> Numbers:
        """Places of those asked for (N, C) in one row, of hashes near to them, and by how many bits (3, P)."""
        wanted = self._turned(asked.reshape(-1))
        band = (wanted >> np.uint64(64 - _BAND_BITS)).astype(np.int64)
        place = np.searchsorted(self._hashes, wanted)
        start = np.maximum(self._starts[band], place - _NEAREST)
        counts = np.maximum(np.minimum(self._starts[band + 1], place + _NEAREST) - start, 0)
        asking = np.repeat(np.arange(len(wanted)), counts)
        found = np.arange(len(asking)) - np.repeat(np.cumsum(counts) - counts, counts) + np.repeat(start, counts)
        bits = np.bitwise_count(self._hashes[found] ^ wanted[asking])
        near = bits <= MOST_BITS
        return np.stack([asking[near], self._order[found[near]], bits[near]])

    def _turned(self, hashes: Hashes) -> Hashes:
        """The band first, the other bits after it."""
        rest = np.uint64((64 - int(self._turned_by)) % 64)
        return hashes << self._turned_by | hashes >> rest if rest else hashes


def _confirmed(small: Small, pictures: Numbers, cuts: Numbers, others: Numbers) -> Numbers:
    """Pairs (P, 2), once each, of those (K,) where the cut picture correlates with the other one."""
    agree = np.zeros(len(pictures), bool)
    for start in range(0, len(pictures), _PAIRS_AT_ONCE):
        some = slice(start, start + _PAIRS_AT_ONCE)
        cut = _details(small[pictures[some]], *np.divmod(cuts[some], len(_CUTS)))
        agree[some] = (cut * _details(small[others[some]], 0, 0)).sum(axis=1) >= LEAST_CORRELATION
    return np.unique(np.sort(np.stack([pictures[agree], others[agree]], 1), axis=1), axis=0)


def _without_chains(small: Small, groups: Numbers) -> Numbers:
    """The groups, but that in a large one only what resembles its first picture directly stays with it, and so on."""
    sizes = np.bincount(groups, minlength=len(groups))
    for large in np.flatnonzero(sizes > LARGEST_GROUP).tolist():
        left = np.flatnonzero(groups == large)
        details = np.concatenate([_details(some, 0, 0) for some in _pieces(small[left])])
        while len(left):
            alike = details @ details[0] >= LEAST_CORRELATION
            groups[left[alike]] = left[0]
            left, details = left[~alike], details[~alike]
    return groups


def _pieces(small: Small) -> Iterator[Small]:
    for start in range(0, len(small), _AT_ONCE):
        yield small[start : start + _AT_ONCE]


def _hashes(small: Small, cuts: bool) -> Hashes:
    """Of the whole pictures (N, 1), or of all cuts of them (N, 49), the whole first; the last of 64 bits is 0."""
    bases = _BASES[: len(_CUTS) if cuts else 1, :_HASHED]
    rows = np.einsum("vfi,nij->nvfj", bases, small.astype(np.float32), optimize=True)
    values = np.einsum("nvfj,hgj->nvhfg", rows, bases, optimize=True)
    signs = values.reshape(len(small), -1, _HASHED**2)[..., 1:] > 0  # without the brightness
    bits = np.concatenate([signs, np.zeros_like(signs[..., :1])], axis=-1)
    return np.packbits(bits, axis=-1).view(">u8")[..., 0].astype(np.uint64)


def _details(small: Small, down: Numbers | int, across: Numbers | int) -> Floats:
    """Of cut pictures what is finer than a slope, as vectors (N, F) of length 1; cuts (N,) of rows and columns."""
    values = _frequencies(small, down, across)[..., _FINER]
    return np.asarray(values / np.maximum(np.linalg.norm(values, axis=-1, keepdims=True), 1e-6), np.float32)


def _frequencies(small: NDArray[np.uint8], down: Numbers | int, across: Numbers | int) -> Floats:
    """The cosine transform (..., 12, 12) of cut pictures (..., 32, 32)."""
    return np.asarray(_BASES[down] @ small.astype(np.float32) @ np.swapaxes(_BASES[across], -1, -2), np.float32)


def _basis(begin: float, end: float) -> Floats:
    """The lowest frequencies (12, 32) of an axis that is cut and stretched to its old length (orthonormal DCT-II)."""
    middles = np.arange(SIDE) + 0.5
    waves = np.cos(np.pi / SIDE * np.outer(np.arange(_COMPARED), middles)) * np.sqrt(2 / SIDE)
    waves[0] /= np.sqrt(2)
    seen = np.clip((begin + (end - begin) * middles / SIDE) * SIDE - 0.5, 0, SIDE - 1)
    weights = np.maximum(0, 1 - np.abs(seen[:, None] - np.arange(SIDE)))  # linear between two pixels
    return np.asarray(waves @ weights, np.float32)


_BASES = np.stack([_basis(*cut) for cut in _CUTS])
_ORDERS = np.add.outer(np.arange(_COMPARED), np.arange(_COMPARED))
_FINER = _ORDERS >= 2
_IN_HASH = np.zeros_like(_FINER)
for _down, _across in product(range(_HASHED), repeat=2):
    _IN_HASH[_down, _across] = _down + _across > 0
