"""Norwegian words in Danish, and Danish words taken apart, by Debian's `apertium apertium-dan-nor`."""

import re
import subprocess
from collections.abc import Iterable
from html import escape, unescape

ANALYSER = "/usr/share/apertium/apertium-dan-nor/dan-nob.automorf.bin"
PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
ANALYSIS = re.compile(r"\^(.*?)(?<!\\)\$")

#: Apertium's part of speech → the tag of Universal Dependencies; what is not named here is of no use for lemmas.
UPOS = {
    "n": "NOUN",
    "vblex": "VERB",
    "vbmod": "AUX",
    "vaux": "AUX",
    "vbhaver": "AUX",
    "vbser": "AUX",
    "adj": "ADJ",
    "adv": "ADV",
}


def translate(forms: Iterable[str], mode: str) -> dict[str, str]:
    """Each word form by itself in Danish (mode `nob-dan` or `nno-dan`); an unknown one comes back as it is.

    One HTML paragraph a form keeps them apart. Raises CalledProcessError where apertium is not installed or fails.
    """
    ordered = sorted(set(forms))
    page = "\n".join(f"<p>{escape(form, quote=False)}</p>" for form in ordered)
    done = subprocess.run(
        ["apertium", "-u", "-f", "html", mode], input=page, capture_output=True, text=True, check=True, encoding="utf8"
    )
    translated = [unescape(text).strip() for text in PARAGRAPH.findall(done.stdout)]
    if len(translated) != len(ordered):
        raise ValueError(f"apertium {mode} gave {len(translated)} paragraphs for {len(ordered)} words")
    return dict(zip(ordered, translated, strict=True))


def lemmas(forms: Iterable[str]) -> dict[tuple[str, str], set[str]]:
    """(form, UPOS) → the lemmas that the Danish analyser knows for it, compounds left out.

    `kommunen` → `^kommunen/kommune<n><ut><sg><def>$` → ``{("kommunen", "NOUN"): {"kommune"}}``
    """
    ordered = sorted({form for form in forms if re.fullmatch(r"[\w-]+", form)})
    done = subprocess.run(
        ["lt-proc", ANALYSER], input="\n".join(ordered), capture_output=True, text=True, check=True, encoding="utf8"
    )
    found: dict[tuple[str, str], set[str]] = {}
    for analysis in ANALYSIS.findall(done.stdout):
        form, *readings = analysis.split("/")
        for reading in readings:
            lemma, *tags = reading.rstrip(">").replace("><", "<").split("<")
            if tags and tags[0] in UPOS and not any(tag.startswith("compound") or tag == "cmp" for tag in tags):
                found.setdefault((form, UPOS[tags[0]]), set()).add(lemma)
                if tags[0] == "adj" and tags[1].startswith("pp"):
                    found.setdefault((form, "VERB"), set()).add(lemma)
    return found
