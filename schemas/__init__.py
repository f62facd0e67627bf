"""What the data is: fields, code lists, extracts, contracts, the indicator shape and the pack.

Nothing here knows how a run is started or where a file lies. Imports: standard library, pandas, pandera, pydantic.
"""
