"""The whole training: `python -m models.training.train DATA WORK`, about an hour of CPU time.

Prepares the files, trains stage 1 and, with one feature more, stage 2, then the parser alone (`speech`) and the name
finder alone (`names`; one config each in `configs/`), writes the shipped pipeline to `models/da_referat_sm`, and
appends its scores to `runs.md`. Every seed is fixed, here, in `prepare` and in the configs.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "da_referat_sm"
#: Stage 2 is run once for each, and the weights averaged.
SEEDS = (20240315, 2)


def run(*words: str | Path) -> None:
    """A step in a Python of its own, started in the project's folder; stops the training if the step fails."""
    subprocess.run([sys.executable, "-m", *map(str, words)], check=True, cwd=HERE.parents[1])


def stage(name: str, data: Path, out: Path, *more: str | Path) -> Path:
    """Train one stage; gives the folder of its pipeline after the last step."""
    config = HERE / "configs" / f"{name}.cfg"
    code = HERE / "callbacks.py"
    paths: list[str | Path] = ["--paths.train", data / f"{name}.spacy", "--paths.dev", data / "held.spacy"]
    run("spacy", "train", config, "--code", code, "--output", out, *paths, *more)
    return out / "model-last"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    arguments = parser.parse_args()
    data, work = arguments.data.resolve(), arguments.work.resolve()
    run("models.training.prepare", data, work / "data", "--all")
    first = stage("stage1", work / "data", work / "stage1")
    run("models.training.widen", first, work / "widened")
    start: list[str | Path] = ["--paths.start", work / "widened"]
    seconds = [
        stage("stage2", work / "data", work / f"stage2-{seed}", *start, "--system.seed", str(seed)) for seed in SEEDS
    ]
    run("models.training.average", work / "averaged", *seconds)
    averaged = work / "averaged"
    spoken = stage("speech", work / "data", work / "speech", "--paths.start", averaged)
    run("models.training.average", work / "spoken", averaged, averaged, spoken)
    run("models.training.names.gazetteer", data, work / "gazetteer")
    names = stage("names", work / "data", work / "names", "--paths.gazetteer", work / "gazetteer")
    shutil.rmtree(SHIPPED, ignore_errors=True)
    run("models.training.finish", work / "spoken", names, SHIPPED, "--scores", work / "data" / "test.spacy")
    for name in ("trained.fingerprints", "test.fingerprints"):
        shutil.copy(work / "data" / name, HERE / name)
    run("models.training.score", SHIPPED, work / "data" / "test.spacy", "--run", "the shipped pipeline")


if __name__ == "__main__":
    main()
