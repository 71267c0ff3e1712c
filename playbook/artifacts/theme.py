"""What an agency may set of the looks: a logo, three colours, a line with its name. Reading it is for `playbook.intake`."""

from __future__ import annotations

from base64 import b64encode
from typing import Literal

from playbook.provenance import Frozen


class Logo(Frozen):
    """A picture that was looked into: whole, small, and without anything that it could fetch or run."""

    media: Literal["image/png", "image/svg+xml"]
    data: bytes

    @property
    def uri(self) -> str:
        """The picture as a `data:` address."""
        return f"data:{self.media};base64,{b64encode(self.data).decode()}"


class Theme(Frozen):
    """The looks of an agency; the handout never has them. Colours are `#rrggbb`, and were checked for contrast."""

    brand: str | None = None
    """The line on the cover and in the running foot."""
    logo: Logo | None = None
    ground: str = "#12203f"
    """Of the cover and the openers of sections; white text stands on it."""
    accent: str = "#1d4fb4"
    """Links, bars and numbers, on white."""
    highlight: str = "#e9b04a"
    """Small labels and rules, on the ground."""
