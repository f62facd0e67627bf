"""Which system calls a column what: the words of `schemas.source_headers`, put to use.

The readers know every word whatever the file's system, since nothing in a file says which system wrote it.
"""

from __future__ import annotations

from schemas.extract import Extract
from schemas.source_headers import SOURCE_HEADERS, SYSTEMS


def header_line(extract: str, system: str) -> dict[str, str]:
    """The whole header of a system's export: canonical column name -> its word.

    Args:
        extract: name of a case extract.
        system: one of `SYSTEMS`.

    Raises:
        KeyError: no such extract has words of its own.
        ValueError: there is no such system.
    """
    place = SYSTEMS.index(system)
    return {column: words[place] for column, words in SOURCE_HEADERS[extract].items()}


def source_words(extract: Extract) -> dict[str, str]:
    """Every word of every system -> the canonical name of the column it means in this extract."""
    lines = SOURCE_HEADERS.get(extract.name, {})
    return {word: column for column, words in lines.items() for word in words}


def words_by_system(extract: Extract, column: str) -> dict[str, str]:
    """What each system calls one column; nothing for an extract that no case system exports."""
    words = SOURCE_HEADERS.get(extract.name, {}).get(column, ())
    return dict(zip(SYSTEMS, words, strict=False))
