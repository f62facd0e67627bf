"""How two spellings of one header, or of one code, are found to be the same.

Only the foldings belong here: the lists they are used on are in `schemas.catalogue` and `schemas.codelists`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")
_NOUGHT_DECIMALS = re.compile(r"\s*(\d+)\.0+\s*")
#: The vintage inside the name of a code or name of the GSS: LTLA22CD, LAD23NM.
_VINTAGE = re.compile(r"([a-z]+)\d{2}(cd|nm)")
#: What something behind a header needs: a bracket, a line end, a figure.
_MAY_HAVE_MORE = re.compile(r"[])\r\n0-9\u00b9\u00b2\u00b3\u2070-\u209f]")
#: Units, notes and forms behind a header, one or more, in round or square brackets.
_BRACKETS = re.compile(r"(?:\s*(?:\([^()]*\)|\[[^\[\]]*\]))+[\s*:.]*$")
#: The figure of a footnote: close behind a letter, or raised.
_FOOTNOTE = re.compile(r"(?:(?<=[^\W\d_])[0-9]{1,2}|\s*[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+)\s*$")
_SEPARATORS = re.compile(r"[\s_\-]+")
#: Dashes and quotation marks that word processors put for the plain ones.
_TYPESET = (
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63", "-")
    | dict.fromkeys("\u2018\u2019\u02bc", "'")
    | dict.fromkeys("\u201c\u201d", '"')
)
#: Letters and figures of another width (East Asian typing); ligatures come from text copied out of a PDF.
_WIDTHS = ("<wide>", "<narrow>")
#: The time of normalizing grows with the square of the length, for a text made to do so: minutes for a long cell.
_LONGEST_VALUE = 1000
_LIGATURES = range(0xFB00, 0xFB07)


@lru_cache(maxsize=16384)
def fold_header(text: str) -> str:
    """A header without case, spaces, underscores and punctuation: "Date of Birth:" -> "dateofbirth".

    A whole number with decimals of nought is that number: an age written "1.0" must not become 10.
    """
    text = _NOUGHT_DECIMALS.sub(r"\1", text) if _NOUGHT_DECIMALS.fullmatch(text) else text
    plain = unicodedata.normalize("NFKD", text).casefold()
    return _NOT_ALPHANUMERIC.sub("", plain)


def header_forms(text: str) -> tuple[str, ...]:
    """What a header may be read as, folded: as it stands first, then without what is often put behind a name.

    Left off, in this order: units and notes in brackets ("Estimate [note 1]", "DOB (dd/mm/yyyy)"), the figure of a
    footnote ("Name1", never "Term 2"), and every line but the first.
    """
    if not _MAY_HAVE_MORE.search(text):
        form = fold_header(text)
        return (form,) if form else ()
    first_line = text.strip().splitlines()[0] if text.strip() else ""
    bare, bare_line = _without_brackets(text), _without_brackets(first_line)
    candidates = (text, bare, _FOOTNOTE.sub("", bare), bare_line, _FOOTNOTE.sub("", bare_line))
    return tuple(dict.fromkeys(form for form in map(fold_header, candidates) if form))


def _without_brackets(text: str) -> str:
    """The text without the brackets at its end."""
    return _BRACKETS.sub("", text)


@lru_cache(maxsize=4096)
def without_vintage(folded: str) -> str:
    """A folded header of the GSS without the year of its boundaries, any other as it is: "ltla22cd" -> "ltlacd"."""
    return _VINTAGE.sub(r"\1\2", folded) if _VINTAGE.fullmatch(folded) else folded


def fold_code(text: str) -> str:
    """A code in upper case, trimmed, runs of spaces, underscores and hyphens made one space (C2)."""
    return _SEPARATORS.sub(" ", plain_characters(text)).strip().upper()


def plain_characters(text: str) -> str:
    """The text with dashes, quotation marks, ligatures and letters or figures of another width made the plain ones.

    Nothing that could mean something else is touched: the raised figure of a footnote, "12\u00b9", never becomes 121.
    Texts too long for a code or a value come back as they are.
    """
    if text.isascii() or len(text) > _LONGEST_VALUE:
        return text
    return unicodedata.normalize("NFC", "".join(_plain(character) for character in text))


@lru_cache(maxsize=1024)
def _plain(character: str) -> str:
    """One character, or the plain ones it stands for."""
    if ord(character) in _LIGATURES or unicodedata.decomposition(character).startswith(_WIDTHS):
        character = unicodedata.normalize("NFKC", character)
    return _TYPESET.get(character, character)
