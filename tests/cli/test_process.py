"""The command as a process: closed pipes, Ctrl-C, the server, and what `--help` loads."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.corpus.invented import TEXT

REFERAT = [sys.executable, "-m", "analyser.cli"]
QUIET = os.environ | {"TERM": "dumb", "NO_COLOR": "1"}


def test_help_and_usage() -> None:
    helped = subprocess.run([*REFERAT, "--help"], capture_output=True, text=True, env=QUIET)
    assert (helped.returncode, helped.stderr) == (0, "")
    for command in (
        "analyse",
        "import",
        "who",
        "decisions",
        "actions",
        "people",
        "explore",
        "export",
        "evaluate",
        "schema",
    ):
        assert f" {command} " in helped.stdout
        assert subprocess.run([*REFERAT, command, "--help"], capture_output=True, env=QUIET).returncode == 0
    for arguments in (["who"], ["nonsense"], ["analyse", "--nonsense"], ["who", "--store", "x", "--format", "xml"]):
        wrong = subprocess.run([*REFERAT, *arguments], capture_output=True, text=True, env=QUIET)
        assert (wrong.returncode, wrong.stdout) == (2, "")
        assert "Traceback" not in wrong.stderr


@pytest.mark.parametrize("arguments", ["--help", "--version", "schema"])
def test_what_needs_nothing_loads_nothing(arguments: str) -> None:
    code = f"""
import sys
sys.argv = ["referat", "{arguments}"]
from analyser.cli import main
try:
    main()
finally:
    print(sorted({{"spacy", "pandas", "numpy", "starlette", "uvicorn", "pyarrow"}} & set(sys.modules)), file=sys.stderr)
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (result.returncode, result.stderr) == (0, "[]\n")


def test_a_closed_pipe_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        result = subprocess.run([*REFERAT, "schema"], stdout=closed, stderr=subprocess.PIPE, text=True)
    assert (result.returncode, result.stderr) == (-signal.SIGPIPE, "")


def test_data_is_utf8_whatever_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "møde.txt"
    path.write_text("Referat af møde i Trivselsrådet\n\n1. Åbning\nIntet.\n", "utf-8")
    environment = os.environ | {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    result = subprocess.run([*REFERAT, "analyse", path], capture_output=True, env=environment)
    assert result.returncode == 0
    assert "Trivselsrådet" in result.stdout.decode("utf-8")


def test_the_explorer_answers_until_ctrl_c(tmp_path: Path) -> None:
    store = tmp_path / "arkiv.db"
    (tmp_path / "a.txt").write_text("Referat af møde i Trivselsrådet\n", "utf-8")
    subprocess.run([*REFERAT, "import", tmp_path / "a.txt", "--store", store], check=True, capture_output=True)
    server = subprocess.Popen(
        [*REFERAT, "explore", "--store", store, "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stderr is not None
        address = server.stderr.readline().split()[0]
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(address) as page:
            assert "Hvem sagde hvad?" in page.read().decode()
            assert "server" not in page.headers
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(urllib.request.Request(address, headers={"Host": "evil.example"}))
        port = address.rstrip("/").rsplit(":", 1)[1]
        taken = subprocess.run([*REFERAT, "explore", "--store", store, "--port", port], capture_output=True, text=True)
        assert taken.returncode == 2
        assert f"port {port}: cannot be used" in taken.stderr
        server.send_signal(signal.SIGINT)
        out, err = server.communicate(timeout=20)
        assert (server.returncode, out, err) == (0, "", "")
    finally:
        server.kill()
        server.communicate()


def test_ctrl_c_leaves_no_traceback(tmp_path: Path) -> None:
    short, long, out = tmp_path / "short.txt", tmp_path / "long.txt", tmp_path / "out"
    short.write_text(TEXT, "utf-8")
    long.write_text(TEXT * 1000, "utf-8")  # half a minute's work
    process = subprocess.Popen(
        [*REFERAT, "analyse", short, long, "-o", out], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        deadline = time.monotonic() + 60
        while not (out / "short.json").exists() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        printed, err = process.communicate(timeout=20)
        assert (process.returncode, printed) == (130, "")
        assert "Traceback" not in err
    finally:
        process.kill()
        process.communicate()
