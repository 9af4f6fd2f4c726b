"""Groups that grow by joining two members (union-find); the smallest member names its group."""

from collections.abc import Iterable


class Unions:
    """Disjoint groups over strings. The result does not depend on the order of joining."""

    def __init__(self, members: Iterable[str] = ()) -> None:
        self._parent = {member: member for member in members}

    def find(self, member: str) -> str:
        """The name of the member's group; an unknown member begins its own."""
        root = self._parent.setdefault(member, member)
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[member] != root:
            self._parent[member], member = root, self._parent[member]
        return root

    def join(self, left: str, right: str) -> None:
        """Make one group of two."""
        first, second = sorted((self.find(left), self.find(right)))
        self._parent[second] = first

    def groups(self) -> list[list[str]]:
        """All groups, members sorted, groups by their first member."""
        found: dict[str, list[str]] = {}
        for member in sorted(self._parent):
            found.setdefault(self.find(member), []).append(member)
        return list(found.values())
