"""Who is meant by `jeg`, `mig` and `undertegnede` where the one who keeps the minutes says that he does."""

import pytest

from analyser import analyse_text

HEADS = {
    "mig": "Til stede: Ib Ravn (formand), Lone Friis, Ole Bech (mig, referent)",
    "referent": "Til stede: Ib Ravn (formand), Lone Friis, Ole Bech (referent)",
    "undertegnede": "Til stede: Ib Ravn (formand), Lone Friis og undertegnede Ole Bech (referent)",
}

WRITTEN = [
    ("mig", "[Jeg] foreslog et telt.", "Ole Bech"),
    ("undertegnede", "[Jeg] foreslog et telt.", "Ole Bech"),
    ("mig", "Ib bestiller teltet, og [jeg] skriver til naboerne.", "Ole Bech"),
    ("mig", "Send bud til [mig], hvis teltet mangler.", "Ole Bech"),
    ("referent", "[Jeg] foreslog et telt.", "-"),  # may be a speech that is quoted, as that of a chairman
    ("mig", "[Jeg] savner et telt, sagde Lone.", "-"),
    ("mig", "Lone sagde: [Jeg] savner et telt.", "-"),
    ("mig", "Lone: [Jeg] savner et telt.", "Lone Friis"),
    ("mig", 'Lone sagde "[jeg] er træt".', "-"),
    ("referent", "Undertegnede foreslog et telt. [Jeg] henter det.", "Ole Bech"),
    ("referent", "Undertegnede skriver til kommunen. [Jeg] ringer også.", "Ole Bech"),
    ("referent", "Undertegnede beboere klager over støj. [Jeg] ringer til politiet næste gang.", "-"),
    ("referent", "[Undertegnede] beboere klager over støj.", "-"),
    ("referent", "Undertegnede lejere er utilfredse. [Jeg] ringer til politiet næste gang.", "-"),
    ("referent", "Lone og [undertegnede] finder et telt.", "Ole Bech"),
    ("referent", "Lone ringer til Ole. Formanden og undertegnede taler med [ham].", "-"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "marked", "who"), WRITTEN)
def test_who_writes_of_himself(head: str, marked: str, who: str) -> None:
    text = f"Referat af møde i festudvalget\n\n{HEADS[head]}\n\n1. Festen\n\n{marked}\n"
    start = text.index("[")
    record = analyse_text(text.replace("[", "").replace("]", ""))
    names = {p.id: p.name for p in record.participants}
    found = [names.get(m.participant or "", "-") for m in record.mentions if m.span[0] == start]
    assert (found or ["-"]) == [who]


def test_the_sender_of_a_mail_writes_of_himself() -> None:
    text = "Fra: Ole Bech\nTil: Bestyrelsen\nEmne: Referat af møde i festudvalget\n\nVi var: Ib Ravn og Ole Bech.\n\n"
    record = analyse_text(f"{text}1. Festen\nJeg bestiller et telt.\n")
    names = {p.id: p.name for p in record.participants}
    assert [names[m.participant or ""] for m in record.mentions if m.text == "Jeg"] == ["Ole Bech"]
    assert [a.responsible.name for a in record.actions if a.responsible] == ["Ole Bech"]


NOT_WRITTEN = [
    "1. Post\nBrev fra nabo:\nFra: Ole Bech\nEmne: Hæk\n\n2. Festen\n",
    "1. Besøg\nOle Bech, undertegnede og Lone Friis var til møde i kommunen.\n2. Festen\n",
    "1. Besøg\nIb gav mig Ole Bechs nummer.\n2. Festen\n",
]


@pytest.mark.parametrize("text", NOT_WRITTEN)
def test_who_stands_beside_the_writer_is_another(text: str) -> None:
    head = "Referat af møde i festudvalget\n\nTil stede: Ib Ravn (formand), Lone Friis, Ole Bech\n\n"
    record = analyse_text(f"{head}{text}Jeg orienterede om teltet. Jeg kontakter kommunen.\n")
    assert [m.participant for m in record.mentions if m.text == "Jeg"] in ([], [None, None])
    assert [s.speaker.participant for s in record.statements if s.speaker] in ([], [None])
    assert [a.responsible.participant for a in record.actions if a.responsible] in ([], [None])
