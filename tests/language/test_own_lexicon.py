"""Words of a user's own: what is read with them that is not read without, and what is said where they are amiss."""

import ast
import threading
from pathlib import Path

import pytest
from spacy.language import Language

import analyser
from analyser import Minutes, analyse_text
from analyser.language.lexicon import LexiconError, lexicon, own_lexicon, using, words
from analyser.language.lexicon.checking import WORD_TABLES
from analyser.language.lexicon.shipped import shipped, shipped_names

HEAD = """Referat af møde i Fjordklyngen
Dato: 3. maj 2024

Til stede: Lis Bo, webmaster, Ib Holm, formand, Mona Friis

1. Legeplads
"""
BLANK = "blank:da"


def made(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.toml").write_text(content, "utf-8")
    return folder


def facts(record: Minutes) -> set[str]:
    """Give what was read, a line for each fact."""
    return {
        f"body: {record.meeting.body}",
        *(f"{p.name}: {p.role}" for p in record.participants),
        *(f"{s.speaker.name}: {s.act}: {s.verb}: {s.topic.text if s.topic else None}" for s in record.statements),
        *(f"{d.by.name if d.by else None}: {d.kind}" for d in record.decisions),
        *(f"by {a.due.to}" for a in record.actions if a.due),
    }


PHRASES = [
    # file, what stands in it, the sentence, what is read with it and not without
    ("titles", 'ends = ["webmaster"]', "Intet.", "Lis Bo: webmaster"),
    ("titles", 'ends = ["webmaster"]', "Webmasteren takkede for tilliden.", "Lis Bo: thank: takke: tilliden"),
    ("bodies", 'ends = ["klynge"]', "Intet.", "body: Fjordklyngen"),
    ("organisations", 'ends = ["klyngen"]', "Fjordklyngen besluttede at købe en gynge.", "Fjordklyngen: adopted"),
    (
        "speech_verbs",
        'verbs = [{ lemma = "pitche", act = "propose" }]',
        "Lis Bo pitchede en ny legeplads.",
        "Lis Bo: propose: pitche: en ny legeplads",
    ),
    (
        "speech_verbs",
        'verbs = [{ lemma = "briefe", act = "report", complement = ["om"] }]',
        "Lis Bo har briefet om legepladsen.",
        "Lis Bo: report: briefe: legepladsen",
    ),
    (
        "decisions",
        'verbs = [["blåstemple", "blåstemplede", "blåstemplet", "adopted"]]',
        "Bestyrelsen blåstemplede legepladsen.",
        "Bestyrelsen: adopted",
    ),
    (
        "decisions",
        '[phrases]\npostponed = ["lagt i mølposen"]',
        "Legepladsen blev lagt i mølposen.",
        "None: postponed",
    ),
    (
        "calendar",
        "[holidays]\nfjordfesten = [8, 1, 8, 7]",
        "Lis Bo køber en gynge inden fjordfesten.",
        "by 2024-07-31",
    ),
    (
        "abbreviations",
        'always = ["gyng"]',
        "Lis Bo fremlagde planen for gyng. Pladsen.",
        "Lis Bo: report: fremlægge: planen for gyng. Pladsen",
    ),
]


@pytest.mark.parametrize(("file", "content", "sentence", "fact"), PHRASES)
def test_a_word_is_read_with_the_file_and_not_without(
    tmp_path: Path, file: str, content: str, sentence: str, fact: str
) -> None:
    folder = made(tmp_path, **{file: content})
    text = f"{HEAD}{sentence}\n"
    assert fact not in facts(analyse_text(text, model=BLANK))
    assert fact in facts(analyse_text(text, model=BLANK, lexicon=folder))
    assert fact in facts(analyse_text(text, model=BLANK, lexicon=folder / f"{file}.toml"))
    assert fact not in facts(analyse_text(text, model=BLANK))


REMOVED = [
    ("speech_verbs", '[remove]\nverbs = ["takke"]', "Lis Bo takkede for tilliden.", "Lis Bo: thank: takke: tilliden"),
    ("decisions", '[remove]\nverbs = ["vedtage"]', "Bestyrelsen vedtog planen.", "Bestyrelsen: adopted"),
    ("calendar", '[remove]\nholidays = ["jul"]', "Lis Bo køber en gran inden jul.", "by 2024-12-23"),
]


@pytest.mark.parametrize(("file", "content", "sentence", "fact"), REMOVED)
def test_a_word_is_taken_out(tmp_path: Path, file: str, content: str, sentence: str, fact: str) -> None:
    text = f"{HEAD}{sentence}\n"
    assert fact in facts(analyse_text(text, model=BLANK))
    assert fact not in facts(analyse_text(text, model=BLANK, lexicon=made(tmp_path, **{file: content})))


SLIPS = [
    # file, what stands in it, what is said
    (
        "titel.toml",
        "",
        r"titel\.toml: no lexicon file of this name can be added to; these can: abbre.*",
    ),
    ("compounds.toml", "", r"compounds\.toml: .* \(only questions to a corpus read it\); .*"),
    ("titles.toml", 'ends = ["a"', r"titles\.toml: cannot be read as TOML: .*\(at end of document\)"),
    ("titles.toml", "\nends = [pedel]", r"titles\.toml: cannot be read as TOML: .*\(at line 2, column 9\)"),
    ("titles.toml", b'ends = ["v\xe6rt"]', r"titles\.toml: is not UTF-8; save it in that encoding"),
    ("titles.toml", 'end = ["pedel"]', r"titles\.toml: has no end; it has ends, strong_ends, .*"),
    (
        "titles.toml",
        'ends = "pedel"',
        r'titles\.toml: ends: must be a list in square brackets, such as \["direk.*',
    ),
    ("titles.toml", "ends = [7]", r"titles\.toml: ends: must be words in quotes, .*, not 7"),
    ("titles.toml", 'ends = [""]', r'titles\.toml: ends: must be words in quotes, .*, not ""'),
    ("titles.toml", 'ends = ["Pedel"]', r'titles\.toml: ends: write "Pedel" in lower case, as all words there are'),
    ("titles.toml", 'ends = ["pedel*"]', r'titles\.toml: ends: "pedel\*" has a sign that no word there has: \*'),
    ("titles.toml", "proposer = 7", r'titles\.toml: proposer: must be a word in quotes, such as "forslagsstiller"'),
    ("titles.toml", 'same = ["fmd"]', r"titles\.toml: same: must be a table: \[same\]"),
    ("names.toml", 'given = ["trunte"]', r'names\.toml: given: write "trunte" with a capital letter, .*'),
    ("calendar.toml", "[holidays]\nfesten = [8, 1]", r"calendar\.toml: holidays\.festen: must be 4 whole numbers, .*"),
    ("decisions.toml", 'verbs = [["nikke"]]', r'decisions\.toml: verbs: each entry must be a list such as \["godken.*'),
    (
        "decisions.toml",
        'verbs = [["nikke", "nikkede", "nikket", "yes"]]',
        r'decisions\.toml: verbs: "yes" is none of adopted, rejected, .*',
    ),
    (
        "speech_verbs.toml",
        'verbs = ["pitche"]',
        r'speech_verbs\.toml: verbs: each entry must be a table in braces, such as \{ lemma = "orientere", .*',
    ),
    ("speech_verbs.toml", 'verbs = [{ lemma = "pitche" }]', r"speech_verbs\.toml: verbs\.pitche: act is wanted .*"),
    (
        "speech_verbs.toml",
        'verbs = [{ lemma = "pitche", act = "pitch" }]',
        r'speech_verbs\.toml: verbs\.pitche\.act: "pitch" is none of report, ask, .*',
    ),
    (
        "speech_verbs.toml",
        'verbs = [{ lemma = "pitche", act = "propose", form = "pitchede" }]',
        r"speech_verbs\.toml: verbs\.pitche: has no form; it has lemma, act, .*",
    ),
    (
        "speech_verbs.toml",
        'verbs = [{ lemma = "pitche", act = "propose", forms = ["pitchede"] }]',
        r"speech_verbs\.toml: verbs\.pitche: forms must be 3 words: present, past, participle, .*",
    ),
    (
        "titles.toml",
        '[remove]\nends = ["webmaster"]',
        r'titles\.toml: remove\.ends: "webmaster" is not in the shipped list, so that it cannot be taken out',
    ),
    ("titles.toml", '[remove]\nend = ["bud"]', r"titles\.toml: remove\.end: there is no end; there is ends, .*"),
    ("titles.toml", '[remove]\nproposer = ["x"]', r"titles\.toml: remove\.proposer: is a single value, .*"),
    ("titles.toml", "remove = 1", r"titles\.toml: remove must be a table: \[remove\]"),
    ("pronouns.toml", '[remove]\nlast = ["sidstnævnte"]', r"pronouns\.toml: remove\.last: that is the whole list; .*"),
]


@pytest.mark.parametrize(("name", "content", "told"), SLIPS)
def test_what_is_said_of_a_slip(tmp_path: Path, name: str, content: str | bytes, told: str) -> None:
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(LexiconError, match=rf"^{tmp_path}/{told}$"):
        own_lexicon(tmp_path)


def test_what_is_said_where_nothing_is(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"holds no lexicon file; these can be added to: abbreviations\.toml"):
        own_lexicon(tmp_path)
    with pytest.raises(LexiconError, match=r"titles\.toml: cannot be read \(No such file or directory\)"):
        own_lexicon(tmp_path / "titles.toml")


def test_a_file_that_windows_wrote_is_read(tmp_path: Path) -> None:
    (tmp_path / "titles.toml").write_bytes('\ufeffends = [\r\n  "vært",\r\n  "webmaster",\r\n]\r\n'.encode())
    with using(own_lexicon(tmp_path)):
        assert "webmaster" in words("titles", "ends")


def test_the_record_says_by_whose_words_it_was_made(tmp_path: Path) -> None:
    folder = made(tmp_path / "a", titles='ends = ["webmaster"]')
    same = made(tmp_path / "b", titles='# Titler\nends = [\n  "webmaster",\n]\n')
    other = made(tmp_path / "c", titles='ends = ["webmester", "webmistress"]')
    digests = [analyse_text(HEAD, model=BLANK, lexicon=at).analysis.lexicon for at in (folder, same, other)]
    assert digests[0] == digests[1] != digests[2]
    plain = analyse_text(HEAD, model=BLANK)
    assert (plain.analysis.lexicon, '"lexicon"' in plain.to_json()) == (None, False)
    record = analyse_text(HEAD, model=BLANK, lexicon=folder)
    assert Minutes.from_json(record.to_json()) == record


def test_two_lexicons_in_turn_leave_nothing_of_each_other_behind(tmp_path: Path) -> None:
    text = f"{HEAD}Webmasteren takkede for tilliden. Lis Bo pitchede en gynge.\n"
    titles = made(tmp_path / "a", titles='ends = ["webmaster"]')
    verbs = made(tmp_path / "b", speech_verbs='verbs = [{ lemma = "pitche", act = "propose" }]')
    turns = [None, titles, verbs, titles, None, verbs]
    records = [analyse_text(text, model=BLANK, lexicon=at).to_json() for at in turns]
    assert len(set(records)) == 3
    assert (records[0], records[1], records[2]) == (records[4], records[3], records[5])


def test_two_pipelines_read_each_by_its_own(tmp_path: Path) -> None:
    text = f"{HEAD}Lis Bo pitchede en gynge.\n"
    titles = analyser.load(BLANK, lexicon=made(tmp_path / "a", titles='ends = ["webmaster"]'))
    verbs = analyser.load(
        BLANK, lexicon=made(tmp_path / "b", speech_verbs='verbs = [{ lemma = "pitche", act = "propose" }]')
    )
    for _ in range(2):
        assert "Lis Bo: webmaster" in facts(titles(text)._.minutes)
        assert "Lis Bo: propose: pitche: en gynge" in facts(verbs(text)._.minutes)
        assert facts(analyser.load(BLANK)(text)._.minutes) == facts(analyse_text(text, model=BLANK))


def test_a_saved_pipeline_reads_by_the_words_it_was_made_with(tmp_path: Path) -> None:
    folder = made(tmp_path / "a", titles='ends = ["webmaster"]')
    analyser.load(BLANK, lexicon=folder).to_disk(tmp_path / "saved")
    from spacy import load

    nlp: Language = load(tmp_path / "saved")
    assert nlp(HEAD)._.minutes.participants[0].role == "webmaster"


def test_threads_wait_for_each_other(tmp_path: Path) -> None:
    own = own_lexicon(made(tmp_path, titles='ends = ["webmaster"]'))
    seen: list[bool] = []

    def read() -> None:
        with using():
            seen.append("webmaster" in words("titles", "ends"))

    other = threading.Thread(target=read)
    with using(own):
        other.start()
        other.join(0.1)
        assert (seen, "webmaster" in words("titles", "ends")) == ([], True)
    other.join()
    assert seen == [False]


def test_other_words_within_a_reading_are_refused(tmp_path: Path) -> None:
    own = own_lexicon(made(tmp_path, titles='ends = ["webmaster"]'))
    with using(), pytest.raises(LexiconError, match="minutes are being read by another lexicon"), using(own):
        pass
    with using(own), using():
        assert "webmaster" in words("titles", "ends")


def test_the_shipped_lists_stay_as_they_are(tmp_path: Path) -> None:
    before = {name: repr(shipped(name)) for name in shipped_names()}
    content = 'ends = ["webmaster"]\n[same]\nwebmaster = ["webm"]\n[remove]\nends = ["bud"]\nsame = ["leder"]'
    with using(own_lexicon(made(tmp_path, titles=content))):
        assert lexicon("titles")["same"]["webmaster"] == ["webm"]
        assert "leder" not in lexicon("titles")["same"]
        assert "bud" not in words("titles", "ends")
    assert {name: repr(shipped(name)) for name in shipped_names()} == before


@pytest.mark.parametrize("name", sorted(WORD_TABLES))
def test_tables_of_words_are_there(name: str) -> None:
    file, *keys = name.split(".")
    table = shipped(file)
    for key in keys:
        table = table[key] if isinstance(table, dict) else next(e[key] for e in table if key in e)
    assert table


def test_no_module_reads_the_lexicon_while_it_is_imported() -> None:
    """What a module made of the lexicon once and for all would not change with a user's words."""
    root = Path(analyser.__file__).parent
    found = [
        f"{path.relative_to(root)}:{call.lineno}"
        for path in sorted(root.rglob("*.py"))
        for call in _calls_at_import(ast.parse(path.read_text("utf-8")))
    ]
    assert [where for where in found if "compounds.py" not in where] == []  # no user's file changes that


def _calls_at_import(module: ast.Module) -> list[ast.Call]:
    names = {
        name.asname or name.name
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom) and node.module == "analyser.language.lexicon"
        for name in node.names
    }
    at_import = [n for n in module.body if not isinstance(n, ast.FunctionDef | ast.ClassDef)]
    calls = [call for node in at_import for call in ast.walk(node) if isinstance(call, ast.Call)]
    return [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in names]
