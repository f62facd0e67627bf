"""The data's way, room by room: raw -> core -> indicators -> report. Plain functions first, Dagster assets last."""
