"""The papers of the made-up return: its budget, spending, risks and priorities, in the plans' words."""

from __future__ import annotations

import pandas as pd


def budget() -> pd.DataFrame:
    """The published budget of 2015/16 (D15 section 5): 2,268,584 pooled, 580,880 additional; agencies are made up."""
    pooled = [
        ("Local authorities", 200000.0, 67764.0, 565265.0),
        ("Police", 148000.0, 20000.0, 94400.0),
        ("Probation", 120000.0, 14759.0, 5000.0),
        ("Health", 203182.0, 30000.0, 175543.0),
        ("Youth Justice Grant", 0.0, 0.0, 624671.0),
    ]
    rows: list[tuple[str, str, str | None, str, str, float]] = [
        ("2015-16", agency, None, "pooled", kind, amount)
        for agency, *amounts in pooled
        for kind, amount in zip(("staffing", "in kind", "delegated"), amounts, strict=True)
        if amount
    ]
    rows += [
        ("2015-16", "Leicestershire County Council", "IMPACT", "additional", "grant", 300000.0),
        ("2015-16", "Troubled Families", None, "additional", "grant", 280880.0),
        ("2011-12", "Leicestershire County Council", "IMPACT", "additional", "grant", 917950.0),
    ]
    return pd.DataFrame(rows, columns=["fy", "agency", "line", "stream", "kind", "budget"])


def actual() -> pd.DataFrame:
    rows = [
        ("2014-15", period, centre, "Staffing", None, 70000.0 + period, 1500.0, 850000.0)
        for period in range(1, 10)
        for centre in ("Field teams", "Prevention")
    ]
    columns = ["fy", "period", "cost_centre", "account", "agency", "actual", "commitment", "forecast"]
    return pd.DataFrame(rows, columns=columns)


def risks() -> pd.DataFrame:
    scale = "Impact and likelihood 1 to 3, 1 highest"
    rows = [
        ("R1", "First-time entrants level off or rise.", 2, 2, 4, 2, 3, 5),
        ("R2", "Loss of funding reduces the resources to support young people.", 2, 2, 4, 2, 3, 5),
        ("R3", "Low use of remand and custody is not maintained.", 2, 2, 4, 2, 3, 5),
        ("R4", "Risk of harm by or to young people is not identified or managed.", 1, 2, 2, 2, 3, 5),
    ]
    names = ["impact", "likelihood", "score", "residual_impact", "residual_likelihood", "residual_score"]
    frame = pd.DataFrame(rows, columns=["risk_id", "description", *names])
    frame = frame.astype(dict.fromkeys(names, "Int64"))
    return frame.assign(
        register_version="2015-16",
        scale=scale,
        causes="Reduced prevention funding; more young people persistently breach court orders.",
        consequences="More young people enter the justice system; stress on limited resources.",
        owner="Head of Service",
        controls="Numbers are watched each quarter with partners; prevention work is kept up.",
        actions="Resources are aimed where they matter most.",
        reviewed_date=pd.Timestamp("2014-12-15"),
    )


def priorities() -> pd.DataFrame:
    rows = [
        (
            1,
            "Live reoffending toolkit",
            "Toolkit in weekly use",
            "2015-06-30",
            "On track",
            "Two of three teams trained.",
        ),
        (3, "Restorative Justice Quality Mark", "Application sent", "2015-09-30", "At risk", None),
        (4, "AssetPlus implementation", "Go-live", "2015-08-31", "Not started", "Waits for the supplier."),
        (8, "Training plan", "Plan agreed", "2014-12-31", "Complete", "Agreed in December."),
    ]
    columns = ["priority_no", "priority_text", "milestone", "due", "status", "narrative"]
    frame = pd.DataFrame(rows, columns=columns).assign(fy="2015-16", owner="Performance manager")
    return frame.assign(due=pd.to_datetime(frame["due"]).astype("datetime64[us]"))
