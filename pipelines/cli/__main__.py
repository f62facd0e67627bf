"""`python -m pipelines.cli`: the command line where the installed command is not on the path."""

from pipelines.cli.main import run_and_exit

run_and_exit()
