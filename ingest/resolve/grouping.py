"""Disjoint groups of keys: pairs that are the same come in, each key's group goes out (union-find)."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Groups(Generic[Key]):
    """Keys in disjoint groups; every key begins in a group of its own."""

    def __init__(self) -> None:
        self._parent: dict[Key, Key] = {}

    def head(self, key: Key) -> Key:
        """The key that stands for the group of `key`."""
        head = self._parent.setdefault(key, key)
        while head != self._parent[head]:
            self._parent[head] = self._parent[self._parent[head]]
            head = self._parent[head]
        self._parent[key] = head
        return head

    def merge(self, key: Key, into: Key) -> None:
        """Put the group of `key` into that of `into`, whose head stays."""
        self._parent[self.head(key)] = self.head(into)
