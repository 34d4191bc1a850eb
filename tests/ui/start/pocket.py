"""A place for secrets that lasts as long as a test."""


class Pocket:
    """Keep secrets in memory, as the computer's own place keeps them on disk."""

    def __init__(self) -> None:
        self.secrets: dict[str, str] = {}

    def read(self, name: str) -> str | None:
        return self.secrets.get(name)

    def keep(self, name: str, secret: str) -> bool:
        self.secrets[name] = secret
        return True

    def forget(self, name: str) -> None:
        self.secrets.pop(name, None)
