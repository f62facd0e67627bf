"""The errors workbook and back, over one small extract and without Dagster."""
