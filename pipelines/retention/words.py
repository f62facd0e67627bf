"""What is said of a purge: counts in sentences, and nothing else.

What belongs here: the words for the command and for the job's page.
"""

from __future__ import annotations

from pipelines.retention.purge import Counts
from pipelines.retention.standing import FILE


def sentences(counts: Counts, *, done: bool) -> list[str]:
    """What is due or was done, one sentence each.

    Args:
        counts: the counts.
        done: True after a purge, False where it was only counted.
    """
    verb = "Gone" if done else "Due"
    children = f"{counts.children} children's records out of {counts.quarters_thinned} quarters"
    told = [
        f"{verb}: the working data of {counts.quarters_whole} quarters; {children}.",
        f"{verb}: {counts.files} files, {counts.tables} tables, {counts.runs} runs.",
    ]
    if counts.standing:
        told.append(
            f"{counts.standing} children due still stand in the newest extracts: delete them in the case system, then "
            f"export again" + (f" (errors/{FILE} lists them)." if done else ".")
        )
    if counts.busy:
        told.append(f"{counts.busy} quarters were left for the next time: a run works on them.")
    if counts.unsettled:
        told.append(f"{counts.unsettled} databases were in use and are to forget the rest the next time.")
    return told
