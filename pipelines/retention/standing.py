"""The list of children due who still stand in the newest extracts, for the officer who deletes them at the source.

What belongs here: writing that one file, or taking it away. It lies beside the errors workbooks, for officers only, and
is the only place where retention names a child.
"""

from __future__ import annotations

import csv
import io
import os

from pipelines.platform.workplace import Workplace
from pipelines.retention.plan import Plan

FILE = "due-for-deletion.csv"
_PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600


def list_standing(place: Workplace, plan: Plan) -> None:
    """Write the list anew, whole or not at all; where nobody is on it, there is none.

    Args:
        place: the service's workplace.
        plan: what is due.
    """
    path = place.settings.errors / FILE
    if not plan.standing:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(("ypid", "newest quarter"))
    writer.writerows((child, quarter.label) for child, quarter in sorted(plan.standing.items()))
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    temporary.touch(mode=_PRIVATE_FILE)
    temporary.write_text(lines.getvalue(), encoding="utf-8", newline="")
    temporary.replace(path)
