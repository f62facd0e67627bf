"""The Board's own papers of the sample service: risk register and priorities (D15 sections 7 and 8).

Only the words and scores of the plan belong here. Milestones, owners below the Head of Service, dates and standings of
the priorities are made up: the plan prints none.
"""

from __future__ import annotations

from sample.case_rows import Rows

_SCALE = "1-3, 1 highest"
_EDITION = "2015-16 plan"
_HEAD = "Head of Service"
_TARGETED = "Ensure that resources are effectively targeted to minimise any potential impact."

#: description, causes, consequences, controls, actions, (impact, likelihood, score), (residual ...), as printed (T-21)
_RISKS = (
    (
        "The numbers of First Time Entrants (FTEs) each year will level off or increase.",
        "A significant decrease in 14/15 FTE some attributable to introduction of LASBO changes; "
        "reduction in prevention funding",
        "Increase in the number of young people entering the CJS; additional stress on already limited resources; "
        "higher re-offending rates",
        "Monitor numbers of FTEs on a quarterly basis; identify areas of poorer performance; maintain YISP case "
        "management; extend restorative justice training",
        "Introduction of the new Youth Cautions may further reduce the risk of FTEs increasing",
        (2, 2, 4),
        (2, 3, 5),
    ),
    (
        "Loss of funding leading to reduction of resources to support young people",
        "Current national economic climate; reduction in funding to the YOS",
        "Impact on offending and reoffending rates; young people not receiving the support to help them achieve "
        "better outcomes",
        "Service reductions balanced by reviewing working practices; maintenance of effective prevention service; "
        "findings of social return on investment research",
        _TARGETED,
        (2, 2, 4),
        (2, 3, 5),
    ),
    (
        "Low level use of remand and custody not maintained",
        "Spike in number of young people committing serious offences; increase in the number persistently breaching "
        "court orders",
        "Increased cost to Local Authority to fund remand beds; impact on YOS and other sections of Children and "
        "Family Services",
        "Close liaison with the court; maintain bail management team; good use of YRO sentencing options; joint work "
        "on alternatives to remand and custody",
        _TARGETED,
        (2, 2, 4),
        (2, 3, 5),
    ),
    (
        "Risk of Harm posed by or to young people not effectively identified or managed",
        "Careworks inability to provide adequate management information on high risk of harm cases; information not "
        "shared effectively; assessments not effectively overseen",
        "Young person commits a serious offence; a serious incident receives significant negative media coverage; "
        "impact on victim satisfaction and public confidence",
        "Effective quality assurance process; monitoring of risk of harm and vulnerability; lessons from inspections "
        "and serious incidents; annual training priorities",
        _TARGETED,
        (1, 2, 2),
        (2, 3, 5),
    ),
)

#: number, priority as printed, owner, milestone, due, standing
_PRIORITIES = (
    (1, "Review arrangements linked to introducing the live reoffending toolkit, including a review of the IRIS project.",
     "Locality manager, West", "Review of the toolkit and IRIS reported to the Board", "2015-09-30", "On track"),
    (2, "Develop arrangements to monitor and review Interventions used in relation to young people who go onto reoffend.",
     "Programmes manager", "Review form in use for every young person who reoffends", "2015-06-30", "On track"),
    (3, "The YOS to progress towards obtaining the Restorative Justice Quality Mark to enable continued restorative "
     "justice development.", "Restorative justice lead", "Application for the Quality Mark made", "2015-12-31", "On track"),
    (4, "Introducing and monitoring an Asset Plus implementation plan", "Quality assurance manager",
     "AssetPlus live", "2015-08-31", "At risk"),
    (5, "During 2015/16 co-ordinate case practitioner and manager learning sessions within a structured Quality "
     "assurance framework.", "Quality assurance manager", "First learning session held", "2015-05-31", "Complete"),
    (6, "To ensure any relevant learning from the user voice survey and equality monitoring is linked to the continuous "
     "improvement cycle.", "Participation co-ordinator", "Viewpoint survey reported", "2015-03-31", "On track"),
    (7, "Continue to focus on effective interventions develop learning from the introduction of the multi-agency CSE "
     "team.", "Locality manager, North", "CSE champion named", "2015-06-30", "Complete"),
    (8, "To introduce a YOS training plan for 2015/16 and including an implementation plan for Asset Plus across the "
     "service.", "Training lead", "Every case worker trained for three days in AssetPlus", "2015-07-31", "At risk"),
    (9, "To conduct research to evaluate needs in relation to parenting support required across the YOS, to effectively "
     "assist work and interventions with offenders or young people at risk of offending.", "Parenting lead",
     "Research reported to the Board", "2015-12-31", "Not started"),
    (10, "During 2015/16 the LYOS and SLF/Changing lives programme to develop assessment, planning, and data sharing "
     "protocols in line with the findings from the HMIP 2015 thematic inspection.", "Locality manager, South",
     "Data sharing protocol signed", "2015-09-30", "On track"),
    (11, "To ensure that the LYOS is linked into and influences the development of Transition arrangements during "
     "2015/16, associated with the reforms to adult rehabilitation across Leicester, Leicestershire, and Rutland.",
     "Head of Service", "Transition protocol agreed with NPS and CRC", "2015-10-31", "Off track"),
)  # fmt: skip


def risks() -> Rows:
    """One row per risk of the register."""
    return [
        {
            "risk_id": f"R{number}",
            "register_version": _EDITION,
            "scale": _SCALE,
            "description": description,
            "causes": causes,
            "consequences": consequences,
            "owner": _HEAD,
            **dict(zip(("impact", "likelihood", "score"), map(str, now), strict=True)),
            **dict(zip(("residual_impact", "residual_likelihood", "residual_score"), map(str, after), strict=True)),
            "controls": controls,
            "actions": actions,
            "reviewed_date": "2014-12-05",
        }
        for number, (description, causes, consequences, controls, actions, now, after) in enumerate(_RISKS, start=1)
    ]


def priorities() -> Rows:
    """One row per priority and milestone."""
    return [
        {
            "priority_no": str(number),
            "fy": "2015-16",
            "priority_text": words,
            "owner": owner,
            "milestone": milestone,
            "due": due,
            "status": status,
            "narrative": "",
        }
        for number, words, owner, milestone, due, status in _PRIORITIES
    ]
