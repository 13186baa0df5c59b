"""The command `referat`: arguments, progress, exit codes; a module a group of commands.

Data goes to standard output, everything else to standard error. Exit codes: 0 done; 1 some inputs failed, each named
on standard error with why, the rest done; 2 unusable arguments. Ctrl-C ends with 130, and a reader that closes the
pipe ends a command as it ends `cat`.

What a command needs is imported when it runs, so that `referat --help` is quick.
"""

from analyser.cli.analysing import analyse
from analyser.cli.app import app, main
from analyser.cli.asking import actions, decisions, who
from analyser.cli.correcting import corrections
from analyser.cli.erasing import erase
from analyser.cli.evaluating import evaluate
from analyser.cli.exploring import explore
from analyser.cli.exporting import export
from analyser.cli.importing import failures, import_
from analyser.cli.people import app as people
from analyser.cli.recording import schema

for command in (
    analyse, import_, failures, who, decisions, actions, explore, corrections, export, erase, evaluate, schema
):  # fmt: skip
    app.command(command.__name__.strip("_"))(command)
app.add_typer(people, name="people")

__all__ = ["app", "main"]
