"""A bare Dagster process that materialises as many empty assets as the pipeline has: the floor to compare with.

Usage: python -m benchmarks.bare NUMBER_OF_ASSETS (with Dagster's environment set, as benchmarks.run does).
"""

from __future__ import annotations

import os
import sys

import dagster as dg


def empty_asset(number: int) -> dg.AssetsDefinition:
    """An asset that does nothing."""

    @dg.asset(name=f"empty_{number}")
    def empty() -> dg.MaterializeResult[None]:
        """Nothing at all."""
        return dg.MaterializeResult()

    return empty


def main(count: int) -> None:
    """Materialise that many empty assets in one job, in this process, on the instance the pipeline uses."""
    definitions = dg.Definitions(
        assets=[empty_asset(number) for number in range(count)],
        jobs=[dg.define_asset_job("everything", selection="*")],
        executor=dg.in_process_executor,
    )
    with dg.DagsterInstance.from_config(os.environ["DAGSTER_HOME"]) as instance:
        definitions.resolve_job_def("everything").execute_in_process(
            instance=instance, run_config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
        )


if __name__ == "__main__":
    main(int(sys.argv[1]))
