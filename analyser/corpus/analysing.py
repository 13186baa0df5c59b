"""One file of a batch analysed: whatever is wrong with it is one line, and stops nothing else."""

from pathlib import Path

from analyser.minutes import Minutes

_FAULT = 160
"""Characters of a fault's own message that are told; some libraries write paragraphs."""


class FileError(ValueError):
    """A file of a batch gives no record; its text is one line that names the file and says why."""


def analysed(path: Path, model: str | None = None) -> Minutes:
    """Analyse a file of a batch.

    Raises:
        FileError: it cannot be read, or the analysis fails on it, even where that is a fault of ours.
        analyser.language.ModelError: the model cannot be loaded; that concerns the whole batch.
    """
    from analyser import ReadingError, analyse
    from analyser.language import ModelError

    try:
        return analyse(path, model=model)
    except ModelError:
        raise
    except ReadingError as error:
        message = str(error)
        if message.startswith(f"{path.name}:"):  # the reader of a format knows no folders
            message = f"{path}{message.removeprefix(path.name)}"
        raise FileError(message) from error
    except Exception as error:
        fault = f"{type(error).__name__}: {str(error)[:_FAULT]}"
        raise FileError(f"{path}: the analysis failed ({fault}); this is a fault of the analyser") from error
