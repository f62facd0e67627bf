"""Whether sensors are on before anybody has switched them in the pages."""

from __future__ import annotations

import dagster as dg

from pipelines.platform.workplace import Workplace


def default_status(place: Workplace) -> dg.DefaultSensorStatus:
    """On, unless the service's settings say that nothing starts by itself.

    Args:
        place: the service's workplace.
    """
    by_itself = place.service.running.by_itself
    return dg.DefaultSensorStatus.RUNNING if by_itself else dg.DefaultSensorStatus.STOPPED
