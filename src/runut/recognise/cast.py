"""Who is who in an article, for those who look for a speaker: entities by place and by name."""

from bisect import bisect_right
from collections.abc import Sequence

from runut.records.marks import Entity
from runut.text.names import name_words


class Cast:
    """Look-ups over the entities of one article. Offsets are those of its text."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.entities = tuple(entities)
        self.people = tuple(entity for entity in self.entities if entity.kind == "person")
        """The people, in the order of their first mention."""
        self._mentions = sorted(
            (mention.start, mention.end, number)
            for number, entity in enumerate(self.entities)
            for mention in entity.mentions
        )
        self._starts = [start for start, _, _ in self._mentions]
        self._longest = max((end - start for start, end, _ in self._mentions), default=0)

    def entities_in(self, start: int, end: int) -> list[Entity]:
        """The entities mentioned wholly inside `start:end`, in the order of their mentions there."""
        at = bisect_right(self._starts, start - 1)
        found = []
        while at < len(self._mentions) and self._mentions[at][0] < end:
            if self._mentions[at][1] <= end:
                found.append(self.entities[self._mentions[at][2]])
            at += 1
        return found

    def entity_at(self, start: int, end: int) -> Entity | None:
        """The entity whose mention shares most characters with `start:end`, the earlier one of equals, or None."""
        best, most = None, 0
        at = bisect_right(self._starts, start - self._longest - 1)
        while at < len(self._mentions) and self._mentions[at][0] < end:
            shared = min(end, self._mentions[at][1]) - max(start, self._mentions[at][0])
            if shared > most:
                best, most = self.entities[self._mentions[at][2]], shared
            at += 1
        return best

    def best_for(self, name: str) -> Entity | None:
        """The entity with this name, in full or in part; people before bodies, earlier ones first; or None."""
        wanted = name_words(name)
        if not wanted:
            return None
        for exact in (True, False):
            for entity in (*self.people, *self.entities):
                for form in (entity.name, *entity.names):
                    words = name_words(form)
                    if words == wanted or (not exact and words and wanted <= words):
                        return entity
        return None
