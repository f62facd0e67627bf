"""What the library says when it does not show or hand out something: one page a status, with a code to quote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageTrouble:
    """What stands on the page.

    Attributes:
        code: the code.
        title: what is wrong, in few words.
        words: what is wrong, a sentence.
        fix: what to do next.
    """

    code: str
    title: str
    words: str
    fix: str


TROUBLES: Mapping[int, PageTrouble] = {
    403: PageTrouble(
        "BR-722",
        "You may not read this",
        "This address is not open to you, or the sign-on does not say who you are.",
        "Sign in to the council's network and try again; if it stays, ask for a group of Board Returns.",
    ),
    404: PageTrouble(
        "BR-721",
        "Nothing is published here",
        "There is no page, quarter, version or file at this address.",
        "Go to the list of quarters and choose from there.",
    ),
    405: PageTrouble(
        "BR-723",
        "The library only hands out",
        "Nothing can be sent to or changed in the library.",
        "Put files into the inbox folder of their quarter.",
    ),
    409: PageTrouble(
        "BR-724",
        "This file is not what was published",
        "The file is missing, or its checksum is another one than the register's. It was not handed out.",
        "Tell IT this code; the command board-returns verify says what is wrong, and a backup puts it right.",
    ),
    500: PageTrouble(
        "BR-725",
        "Something unforeseen happened",
        "The page could not be made. Nothing was changed.",
        "Try again; if it stays, tell IT this code.",
    ),
    503: PageTrouble(
        "BR-726",
        "The register cannot be reached just now",
        "Without it, nothing is shown or handed out.",
        "Try again in a minute; if it stays, tell IT this code.",
    ),
}
