"""Whether a sort code and an account number can belong together, and the table that tells."""

import dataclasses
import datetime
import enum


class AccountCheck(enum.StrEnum):
    """What the check of a sort code with an account number found; it warns and never blocks.

    VALID says that nothing speaks against the pair, not that the account exists or whose it is.
    """

    VALID = "valid"
    NOT_VALID = "not valid"
    CANNOT_BE_CHECKED = "cannot be checked"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class WeightTableFile:
    """The two files of Vocalink as the charity loaded them, kept letter for letter.

    `version` is what the person who loaded them typed, and may be empty: the files do not say it.
    `substitutions_text` may be empty too. `row_count` counts the rows of the weights.
    """

    weight_table_file_id: int
    name: str
    weights_text: str
    substitutions_text: str
    version: str
    row_count: int
    loaded_on: datetime.date
    loaded_by: str
