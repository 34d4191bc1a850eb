"""How statements are wanted when they are made."""

from dataclasses import dataclass

from coprod_desktop.services.statement_issuing import AS_THEY_WISH, Wishes


@dataclass(frozen=True, slots=True, kw_only=True)
class MakingOrder:
    """What to make and how: `is_one_file` for printing on both sides, `password` locks files."""

    wishes: Wishes = AS_THEY_WISH
    is_one_file: bool = False
    password: str = ""


AS_USUAL = MakingOrder()
