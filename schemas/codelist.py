"""What a code list is. The lists themselves are in `schemas.codelists_*`, by name in `schemas.codelists`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from schemas.folding import fold_code


@dataclass(frozen=True, slots=True)
class CodeList:
    """One list of codes.

    Attributes:
        name: the name fields refer to it by.
        source: where the codes come from.
        codes: code -> plain description, in the list's order.
        groups: code -> group it belongs to, for the codes that have one.
        synonyms: other text -> code, beyond differences of case, spaces, underscores and hyphens.
    """

    name: str
    source: str
    codes: Mapping[str, str]
    groups: Mapping[str, str] = field(default_factory=dict)
    synonyms: Mapping[str, str] = field(default_factory=dict)

    def lookup(self) -> dict[str, str]:
        """Folded text -> code: every code, every plain description and every synonym."""
        folded = {fold_code(text): code for code, text in self.codes.items()}
        folded |= {fold_code(text): code for text, code in self.synonyms.items()}
        return folded | {fold_code(code): code for code in self.codes}

    def read(self, text: str) -> str | None:
        """The code a text stands for, or None where it stands for none."""
        return self.lookup().get(fold_code(text))
