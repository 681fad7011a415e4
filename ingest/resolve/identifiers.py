"""Stable ids: what a row is made from comes in, text that stays the same at every build goes out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from ingest.resolve.words import fold

LONGEST_SLUG = 60


def digest(*parts: object, length: int = 12) -> str:
    """A short hash of the parts, in hexadecimal digits."""
    joined = "\0".join(map(str, parts))
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def slug(name: str) -> str:
    """A name as lower-case words between hyphens ("Ferdinand Marcos Jr." is "ferdinand-marcos-jr")."""
    words = "-".join(re.findall(r"[a-z0-9]+", fold(name)))[:LONGEST_SLUG].strip("-")
    return words or digest(name)


def unique_ids(bases: Sequence[str], seeds: Sequence[object]) -> tuple[str, ...]:
    """The bases as ids; where one is taken already, it gets a hash of its seed behind it."""
    taken: set[str] = set()
    ids = []
    for base, seed in zip(bases, seeds, strict=True):
        chosen = base if base not in taken else f"{base}-{digest(base, seed, length=6)}"
        while chosen in taken:
            chosen = f"{base}-{digest(chosen, seed, length=8)}"
        taken.add(chosen)
        ids.append(chosen)
    return tuple(ids)
