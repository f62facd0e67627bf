"""What a service is: its areas, geographies, history, thresholds and Board year.

One folder below `services/` holds one service as `service.yaml`; adding a service is adding a folder.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from schemas.alerting import AlertTimes
from schemas.retention import Retention
from schemas.running import Running

AreaLevel = Literal["service", "county", "locality", "district", "region", "national"]


class Area(BaseModel):
    """One place figures are given for.

    Attributes:
        code: GSS code, or our own for the service and its localities.
        name: name in the pack.
        level: kind of place.
        districts: district (or unitary) codes it is made of; a district lists itself.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str
    name: str
    level: AreaLevel
    districts: tuple[str, ...] = ()


#: How a figure that misses its target is told amber from red; each is a council's own (measures.md B9).
RagName = Literal["target percent", "derbyshire", "havering", "points"]


class MeasureRag(BaseModel):
    """What one measure's rating does otherwise than the service's; what is left out is as for all.

    Attributes:
        rule: the rule.
        amber_within_percent: as in `RagRule`.
        amber_within_points: as in `RagRule`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    rule: RagName | None = None
    amber_within_percent: float | None = Field(default=None, ge=0)
    amber_within_points: float | None = Field(default=None, ge=0)


class RagRule(BaseModel):
    """When a measure with a target is green, amber or red (measures.md B9).

    Attributes:
        rule: "target percent": amber when missed by up to `amber_within_percent` of the target; "derbyshire": the
            same with 5%; "points": amber when missed by up to `amber_within_points`; "havering": green on or within
            10% of the target, amber beyond it but no worse than the same period last year.
        amber_within_percent: per cent *of the target*.
        amber_within_points: in the measure's unit.
        minimum_base: below this denominator nothing is rated.
        measures: measures that are rated otherwise, by id.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    rule: RagName = "target percent"
    amber_within_percent: float = Field(default=5.0, ge=0)
    amber_within_points: float = Field(default=1.0, ge=0)
    minimum_base: int = 10
    measures: dict[str, MeasureRag] = {}

    def of(self, measure_id: str) -> RagRule:
        """The rule as it holds for one measure."""
        own = self.measures.get(measure_id)
        return self if own is None else self.model_copy(update=own.model_dump(exclude_none=True))


class LinkRule(BaseModel):
    """How records that may be of one young person are brought before an officer (measures.md C3).

    Attributes:
        propose_from: probability from which two records are proposed. At one half a pair is as likely as not to be one
            young person; an officer looks at it, since no figure can tell.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    propose_from: float = Field(default=0.5, gt=0, le=1)


class AreaEdition(BaseModel):
    """A return of one area's own, with the figures of that area only.

    Attributes:
        key: what the edition is called in file names, e.g. "rutland".
        area: code of the area.
        framework: the framework of the area that the return answers to, as its first page names it.
        framework_theme: number of the Board theme whose measures answer to it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    area: str
    framework: str
    framework_theme: Literal[1, 2, 3, 4]


class Editions(BaseModel):
    """Which editions of its return a service makes beside the Board's and the data tables.

    Attributes:
        publishable: make the edition that anybody may read; False where a service must publish without it.
        lead_member_from: first day of the first quarter with a progress report for the Lead Member; None for none.
        areas: areas that have a return of their own.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    publishable: bool = True
    lead_member_from: date | None = None
    areas: tuple[AreaEdition, ...] = ()


class BoardMeeting(BaseModel):
    """One Board meeting: three fields kept apart (measures.md T-27).

    Attributes:
        meets_on: the date the Board meets.
        data_quarter: label of the quarter whose figures it sees.
        theme_quarter: number of the theme, 1 to 4.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    meets_on: date
    data_quarter: str
    theme_quarter: Literal[1, 2, 3, 4]


class Service(BaseModel):
    """One youth justice service.

    Attributes:
        code: area code of the whole service.
        name: full name.
        contact: whom readers of the return may ask.
        history_from: first day of case history still held.
        areas: every place figures are given for, in the order of the pack.
        geographies: names used by MOJ, YJB and comparators -> area code.
        authorities: code of a home authority, as persons have it -> area code of the county; others are elsewhere.
        rag: rating rule.
        linking: how likely pairs of records are proposed.
        editions: editions of its return beside those of every service.
        running: when its quarters are run by themselves.
        alerts: from when on people are told that something is amiss.
        retention: how long it keeps what it was sent.
        themes: Board theme by quarter number.
        meetings: known Board meetings.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str
    name: str
    contact: str
    history_from: date
    areas: tuple[Area, ...]
    geographies: dict[str, str]
    authorities: dict[str, str] = Field(default_factory=dict)
    rag: RagRule = RagRule()
    linking: LinkRule = LinkRule()
    editions: Editions = Editions()
    running: Running = Running()
    alerts: AlertTimes = AlertTimes()
    retention: Retention = Retention()
    themes: dict[int, str]
    meetings: tuple[BoardMeeting, ...] = ()

    @model_validator(mode="after")
    def _editions_have_areas(self) -> Self:
        """Refuse an edition of an area that the service has not, and two editions of one name.

        Raises:
            ValueError: which one.
        """
        known, keys = {area.code for area in self.areas}, [one.key for one in self.editions.areas]
        for edition in self.editions.areas:
            if edition.area not in known:
                raise ValueError(f"editions.areas: {edition.area} is no area of the service")
            if keys.count(edition.key) > 1:
                raise ValueError(f"editions.areas: {edition.key} is there twice")
        return self
