"""Another way in which lists and sheets write somebody's name, confirmed by a person once."""

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class NameAlias:
    """A participant is also written so, as "Sam K."; two people never share one."""

    name_alias_id: int
    participant_id: int
    alias: str
