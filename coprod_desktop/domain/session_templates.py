"""A session sheet kept under a name, to start the next one from: people and usual times."""

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SessionTemplate:
    """A named sheet without its day; `content` is its TOML text."""

    session_template_id: int
    name: str
    content: str
