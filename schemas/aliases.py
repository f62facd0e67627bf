"""Names that organisations and projects have gone by, and the one name a return uses for each.

Only the tables belong here, one a kind of name; a field says which is its own by `names`. Agencies were renamed
between the plans (C3): a series by agency must not break where only the name did.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from schemas.folding import fold_code


@dataclass(frozen=True, slots=True)
class Alias:
    """One name that has been in use.

    Attributes:
        text: the name as papers write it.
        name: the name that a return uses for the same body.
        first: first day it bore that name (None: not known, or always).
        last: last day it bore that name (None: not known, or still).
    """

    text: str
    name: str
    first: date | None = None
    last: date | None = None

    def in_use(self, day: date) -> bool:
        """Whether the body bore the name on that day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


_TRUSTS_BEGAN, _TRUSTS_ENDED = date(2010, 4, 1), date(2014, 5, 31)
_SPLIT_BEGAN, _SPLIT_ENDED = date(2014, 6, 1), date(2021, 6, 25)
_PCTS_ENDED, _CCGS_BEGAN = date(2013, 3, 31), date(2013, 4, 1)
_CCGS_ENDED, _ICBS_BEGAN = date(2022, 6, 30), date(2022, 7, 1)
_PCC_BEGAN, _AUTHORITY_ENDED = date(2012, 11, 22), date(2012, 11, 21)

#: Partners of the service. Days of general knowledge: primary care trusts to March 2013, clinical commissioning groups
#: to June 2022, probation trusts from April 2010 to May 2014, then two bodies until June 2021.
PARTNERS = (
    Alias("Health", "Health"),
    Alias("NHS", "Health"),
    Alias("PCT", "Health", last=_PCTS_ENDED),
    Alias("Primary Care Trust", "Health", last=_PCTS_ENDED),
    Alias("Leicestershire County and Rutland PCT", "Health", last=_PCTS_ENDED),
    Alias("NHS Leicestershire County and Rutland", "Health", last=_PCTS_ENDED),
    Alias("CCG", "Health", _CCGS_BEGAN, _CCGS_ENDED),
    Alias("Clinical Commissioning Group", "Health", _CCGS_BEGAN, _CCGS_ENDED),
    Alias("East Leicestershire and Rutland CCG", "Health", _CCGS_BEGAN, _CCGS_ENDED),
    Alias("West Leicestershire CCG", "Health", _CCGS_BEGAN, _CCGS_ENDED),
    Alias("Integrated Care Board", "Health", _ICBS_BEGAN),
    Alias("Leicester, Leicestershire and Rutland ICB", "Health", _ICBS_BEGAN),
    Alias("Leicestershire Partnership NHS Trust", "Health"),
    Alias("Probation", "Probation"),
    Alias("Probation Area", "Probation", last=date(2010, 3, 31)),
    Alias("Probation Trust", "Probation", _TRUSTS_BEGAN, _TRUSTS_ENDED),
    Alias("Leicestershire and Rutland Probation Trust", "Probation", _TRUSTS_BEGAN, _TRUSTS_ENDED),
    Alias("Leicestershire & Rutland Probation Trust", "Probation", _TRUSTS_BEGAN, _TRUSTS_ENDED),
    Alias("National Probation Service", "Probation", _SPLIT_BEGAN),
    Alias("NPS", "Probation", _SPLIT_BEGAN),
    Alias("Leicestershire and Rutland National Probation Service", "Probation", _SPLIT_BEGAN),
    Alias("Community Rehabilitation Company", "Probation", _SPLIT_BEGAN, _SPLIT_ENDED),
    Alias("CRC", "Probation", _SPLIT_BEGAN, _SPLIT_ENDED),
    Alias("Probation Service", "Probation"),
    Alias("Police", "Police"),
    Alias("Leicestershire Constabulary", "Police"),
    Alias("Leicestershire Police", "Police"),
    Alias("Police and Crime Commissioner", "Police and Crime Commissioner", _PCC_BEGAN),
    Alias("PCC", "Police and Crime Commissioner", _PCC_BEGAN),
    Alias("OPCC", "Police and Crime Commissioner", _PCC_BEGAN),
    Alias("Office of the Police and Crime Commissioner", "Police and Crime Commissioner", _PCC_BEGAN),
    Alias("Police Authority", "Police and Crime Commissioner", last=_AUTHORITY_ENDED),
    Alias("Leicestershire Police Authority", "Police and Crime Commissioner", last=_AUTHORITY_ENDED),
    Alias("Local authority", "Local authority"),
    Alias("Youth Justice Board", "Youth Justice Board"),
    Alias("YJB", "Youth Justice Board"),
    Alias("Children's social care", "Children's social care"),
    Alias("LA children's social care", "Children's social care"),
    Alias("Children and Young People's Service", "Children's social care"),
    Alias("CYPS", "Children's social care"),
    Alias("Children and Family Services", "Children's social care"),
    Alias("Education", "Education"),
    Alias("LA education", "Education"),
    Alias("Local authority education", "Education"),
    Alias("Education and Learning", "Education"),
)
#: Tables by the word a field's `names` says.
TABLES: Mapping[str, tuple[Alias, ...]] = MappingProxyType({"partner": PARTNERS})
_FOLDED: Mapping[str, Mapping[str, Alias]] = MappingProxyType(
    {table: {fold_code(alias.text): alias for alias in aliases} for table, aliases in TABLES.items()}
)


def found(table: str, text: str) -> Alias | None:
    """The entry of a name, in any case and spacing; None for a name the table does not have.

    Args:
        table: which table.
        text: the name as written.

    Raises:
        KeyError: there is no such table.
    """
    return _FOLDED[table].get(fold_code(text))


def name_of(table: str, text: str) -> str:
    """The name a return uses for a body; a name the table does not have stays as it is.

    Args:
        table: which table.
        text: the name as written.

    Raises:
        KeyError: there is no such table.
    """
    alias = found(table, text)
    return text if alias is None else alias.name


def names(table: str) -> tuple[str, ...]:
    """The names that a table leads to, in its order."""
    return tuple(dict.fromkeys(alias.name for alias in TABLES[table]))
