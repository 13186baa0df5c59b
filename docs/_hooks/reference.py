"""Reference pages that mkdocs makes while it builds the site: commands, the record, the lexicon."""

import tomllib
from importlib import resources
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from analyser.minutes import json_schema


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages to those that were found."""
    for name, content in (("commands", commands()), ("record", record()), ("lexicon", lexicon())):
        files.append(File.generated(config, f"reference/{name}.md", content=content))
    return files


def commands() -> str:
    """Give every command with its help."""
    from typer.main import get_command
    from typer.testing import CliRunner

    from analyser.cli import app

    parts = [
        "# Commands",
        "Data goes to standard output, everything else to standard error. Exit codes: 0 done; 1 some inputs failed,"
        " each named with why, the rest done; 2 unusable arguments.",
    ]
    for name in get_command(app).commands:  # type: ignore[attr-defined]
        shown = CliRunner().invoke(app, [name, "--help"], prog_name="referat", env={"COLUMNS": "110", "TERM": "dumb"})
        parts += [f"## referat {name}", f"```text\n{shown.output.strip()}\n```"]
    return "\n\n".join(parts) + "\n"


def record() -> str:
    """Give the record's fields, from its JSON Schema."""
    schema = json_schema()
    parts = [
        "# The record",
        "What `referat analyse` writes, made from the JSON Schema that `referat schema` prints. Adding fields is free;"
        " renaming one makes a new `schema`.",
    ]
    kinds = {"Minutes": schema, **schema["$defs"]}
    for name, kind in kinds.items():
        parts += [f"## {name}", (kind.get("description") or "").replace("\n", " ")]
        if "properties" in kind:
            rows = [f"| `{field}` | {_kind(of)} |" for field, of in kind["properties"].items()]
            parts.append("\n".join(["| field | type |", "|---|---|", *rows]))
        else:
            parts.append(_kind(kind))
    return "\n\n".join(part for part in parts if part) + "\n"


def _kind(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(_kind(one) for one in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "const" in schema:
        return f"`{schema['const']}`"
    if "prefixItems" in schema:
        return f"[{', '.join(_kind(one) for one in schema['prefixItems'])}]"
    if schema.get("type") == "array":
        return f"list of {_kind(schema['items'])}"
    if "minimum" in schema:
        return f"{schema['type']} from {schema['minimum']:g}" + (
            f" to {schema['maximum']:g}" if "maximum" in schema else ""
        )
    return str(schema.get("type", "anything"))


def lexicon() -> str:
    """Give each file of the lexicon: what it is about, by its first comment, and its lists with how long they are."""
    parts = [
        "# The lexicon",
        "All word lists, one concept a file, in `analyser/language/lexicon/`. Add words there: no code holds any."
        " [How to add words](../how-to/lexicon.md) says how.",
    ]
    for file in sorted(resources.files("analyser.language.lexicon").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            text = file.read_text("utf-8")
            about = [line.lstrip("# ") for line in _leading_comment(text)]
            rows = [f"| `{key}` | {size} | {example} |" for key, size, example in _lists(tomllib.loads(text))]
            parts += [
                f"## {file.name}",
                " ".join(about),
                "\n".join(["| list | entries | such as |", "|---|---|---|", *rows]),
            ]
    return "\n\n".join(parts) + "\n"


def _leading_comment(text: str) -> list[str]:
    lines = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line)
    return lines


def _lists(table: dict[str, Any], under: str = "") -> list[tuple[str, int, str]]:
    """Give each list and table of single values, with its size and its first entries."""
    found = []
    plain = {key: value for key, value in table.items() if not isinstance(value, dict | list)}
    if plain:
        found.append((under or "(values)", len(plain), _some(plain)))
    for key, value in table.items():
        name = f"{under}.{key}" if under else key
        if isinstance(value, dict):
            if value and all(isinstance(one, list) for one in value.values()) and len(value) > 8:
                found.append((name, len(value), _some(value)))  # a table of words, each with its forms
            else:
                found += _lists(value, name)
        elif isinstance(value, list) and all(isinstance(one, str) for one in value):
            found.append((name, len(value), _some(value)))
        elif isinstance(value, list):
            found.append((name, len(value), ""))
    return found


def _some(values: Any) -> str:  # noqa: ANN401
    shown = [str(value).replace("|", "\\|").replace("`", "'") for value in list(values)[:4] if str(value).strip()]
    return ", ".join(f"`{value}`" for value in shown)
