"""What the offences of the made-up world were, and where they were heard.

Only descriptions belong here: Youth Justice Board categories with a usual gravity score, a CJS code and words for each.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from sample.chance import pick


@dataclass(frozen=True)
class Charge:
    """One kind of offence.

    Attributes:
        category: YJB offence category.
        gravity: usual gravity score, 1 to 8.
        code: CJS offence code.
        words: the offence in words.
    """

    category: str
    gravity: int
    code: str
    words: str


CHARGES = {
    Charge("THEFT_AND_HANDLING", 3, "TH68010", "Theft from a shop"): 24,
    Charge("THEFT_AND_HANDLING", 3, "TH68001", "Theft from the person of another"): 5,
    Charge("VIOLENCE_AGAINST_THE_PERSON", 3, "CJ88001", "Common assault"): 14,
    Charge("VIOLENCE_AGAINST_THE_PERSON", 4, "OF61102", "Assault occasioning actual bodily harm"): 7,
    Charge("VIOLENCE_AGAINST_THE_PERSON", 6, "OF61016", "Wounding or inflicting grievous bodily harm"): 2,
    Charge("CRIMINAL_DAMAGE", 2, "CD71039", "Criminal damage to property valued under 5,000 pounds"): 14,
    Charge("PUBLIC_ORDER", 2, "PU86116", "Using threatening, abusive or insulting words or behaviour"): 9,
    Charge("DRUGS", 2, "MD71530", "Possession of a controlled drug of class B"): 8,
    Charge("MOTORING_OFFENCES", 2, "RT88191", "Using a vehicle without insurance"): 5,
    Charge("VEHICLE_THEFT", 4, "TH68066", "Aggravated vehicle taking"): 3,
    Charge("DOMESTIC_BURGLARY", 6, "TH68013", "Burglary of a dwelling"): 3,
    Charge("NON_DOMESTIC_BURGLARY", 4, "TH68015", "Burglary other than of a dwelling"): 3,
    Charge("ROBBERY", 6, "TH68023", "Robbery"): 2,
    Charge("RACIALLY_AGGRAVATED", 4, "CD98019", "Racially aggravated harassment"): 1,
    Charge("FRAUD_AND_FORGERY", 3, "FR06001", "Fraud by false representation"): 1,
    Charge("ARSON", 5, "CD71002", "Arson"): 1,
    Charge("SEXUAL_OFFENCES", 5, "SX03007", "Sexual assault"): 1,
}
BREACH = Charge("BREACH_OF_STATUTORY_ORDER", 3, "CJ03522", "Failing to comply with the requirements of an order")
COURTS = {
    ("Leicester Youth Court", "YOUTH"): 62,
    ("Loughborough Youth Court", "YOUTH"): 30,
    ("Leicester Magistrates' Court", "MAGISTRATES"): 5,
    ("Leicester Crown Court", "CROWN"): 3,
}
#: How the case system words each legal outcome.
WORDING = {
    "REPRIMAND": "Police Reprimand",
    "FINAL_WARNING_WITH_INTERVENTION": "Final Warning + Intervention",
    "FINAL_WARNING_WITHOUT_INTERVENTION": "Final Warning (no intervention)",
    "DETENTION_AND_TRAINING_ORDER": "DTO",
    "YOUTH_REHABILITATION_ORDER": "YRO",
    "CRO": "Community Rehabilitation Order",
    "CPRO": "Community Punishment and Rehabilitation Order",
}


def charge_for(rng: random.Random, *, breach: bool, grave: bool) -> Charge:
    """What the offence was; one of the graver kinds where it led to custody."""
    if breach:
        return BREACH
    if grave:
        return pick(rng, {charge: weight for charge, weight in CHARGES.items() if charge.gravity >= 4})  # noqa: PLR2004
    return pick(rng, CHARGES)


def worded(legal: str) -> str:
    """The legal outcome in the case system's own words."""
    return WORDING.get(legal) or legal.replace("_", " ").capitalize()
