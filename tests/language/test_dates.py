"""Danish dates and times of day: as written on the left, as the record gives them on the right."""

from datetime import date

import pytest

from analyser.language.dates import easter_sunday, find_dates
from analyser.language.times import find_time

MEETING = date(2024, 3, 14)  # a Thursday


def values(text: str, reference: date | None = MEETING) -> list[str]:
    return [found.value for found in find_dates(text, reference=reference)]


DAYS = [
    ("den 3. april 2024", "2024-04-03"),
    ("d. 3 april 2024", "2024-04-03"),
    ("onsdag d. 1/4/2009", "2009-04-01"),
    ("torsdag den 2. maj '24", "2024-05-02"),
    ("14.06.2018", "2018-06-14"),
    ("den 5/11-24", "2024-11-05"),
    ("5/11 1998", "1998-11-05"),
    ("den 24.12.24", "2024-12-24"),
    ("2024-03-15", "2024-03-15"),
    ("den 29. februar 2024", "2024-02-29"),
    ("3.-5. maj 2024", "2024-05-03/2024-05-05"),
    ("d. 3. og 4. maj 2024", "2024-05-03/2024-05-04"),
]
PERIODS = [
    ("december 2023", "2023-12-01/2023-12-31"),
    ("medio maj 2025", "2025-05-11/2025-05-20"),
    ("efteråret 2024", "2024-09-01/2024-11-30"),
    ("sommeren 2024", "2024-06-01/2024-08-31"),
    ("vinter 2024", "2024-12-01/2025-02-28"),
    ("1. kvartal 2017", "2017-01-01/2017-03-31"),
    ("tredje kvartal 2017", "2017-07-01/2017-09-30"),
    ("første halvår 2025", "2025-01-01/2025-06-30"),
    ("julen 2024", "2024-12-24/2024-12-26"),
    ("pinse 2024", "2024-05-19/2024-05-20"),
    ("uge 42, 2024", "2024-10-14/2024-10-20"),
    ("i 2023", "2023-01-01/2023-12-31"),
    ("uge 28 og 29, 2024", "2024-07-08/2024-07-21"),
    ("i ugerne 32-33 2024", "2024-08-05/2024-08-18"),
]
LIMITS = [
    ("senest den 1. november 2024", "../2024-11-01"),
    ("inden den 1. maj 2024", "../2024-05-01"),
    ("inden sommerferien 2024", "../2024-06-30"),
    ("inden udgangen af maj 2024", "../2024-05-31"),
]
NEAR_THE_MEETING = [
    ("senest d. 3.", "../2024-04-03"),
    ("inden den 20.", "../2024-03-20"),
    ("uge 20-22.", "2024-05-13/2024-06-02"),
    ("1/9", "2024-09-01"),
    ("den 1. februar", "2024-02-01"),  # six weeks back: this year's
    ("den 31. december", "2024-12-31"),
    ("uge 7", "2024-02-12/2024-02-18"),
    ("uge 42", "2024-10-14/2024-10-20"),
    ("primo marts", "2024-03-01/2024-03-10"),
    ("ultimo juni", "2024-06-21/2024-06-30"),
    ("vinteren", "2024-12-01/2025-02-28"),
    ("senest den 15. januar", "../2024-01-15"),
    ("inden udgangen af maj", "../2024-05-31"),
    ("inden påske", "../2024-03-27"),
    ("før jul", "../2024-12-23"),
    ("inden fredag", "../2024-03-15"),
    ("i næste uge", "2024-03-18/2024-03-24"),
    ("om 14 dage", "2024-03-28"),
    ("månedens udgang", "2024-03-31"),
    ("på torsdag i uge 15", "2024-04-11"),
    ("til næste fredag", "2024-03-22"),
    ("hver fredag i juni", "2024-06-01/2024-06-30"),
    ("om tre uger", "2024-04-04"),
    ("inden for ti dage", "2024-03-14/2024-03-24"),
    ("i starten af april", "2024-04-01/2024-04-10"),
    ("sankt hans", "2024-06-23/2024-06-24"),
]
NO_DATES = [
    "den 30. februar 2024",
    "den 29. februar 2023",
    "uge 53",
    "4.2",
    "4-5",
    "punkt 3.4",
    "side 3/5",
    "kl. 13.00",
    "sag 2023-1234",
    "tlf. 12 34 56 78",
    "24.12",
    "Maj-Britt",
    "inden den 3. fase",
    "på d. 3.",
    "",
]


@pytest.mark.parametrize(("written", "value"), DAYS + PERIODS + LIMITS)
def test_a_date_with_a_year_needs_no_meeting(written: str, value: str) -> None:
    assert values(written) == values(written, reference=None) == [value]


@pytest.mark.parametrize(("written", "value"), NEAR_THE_MEETING)
def test_a_date_without_a_year_is_read_near_the_meeting(written: str, value: str) -> None:
    assert values(written) == [value]
    assert values(written, reference=None) == []


@pytest.mark.parametrize("written", NO_DATES)
def test_no_date(written: str) -> None:
    assert values(written) == []


def test_a_day_more_than_ninety_days_back_is_next_year_s() -> None:
    assert values("den 1. februar", reference=date(2024, 11, 1)) == ["2025-02-01"]


def test_dates_stand_where_they_say() -> None:
    text = "Fra 1. juni til 5. juli 2024 – igen senest den 9. juli 2024"
    found = find_dates(text, reference=MEETING)
    assert [text[d.start : d.end] for d in found] == ["1. juni", "5. juli 2024", "senest den 9. juli 2024"]
    assert [d.text for d in found] == [text[d.start : d.end] for d in found]
    assert [d.value for d in find_dates(text, start=12, reference=MEETING)] == ["2024-07-05", "../2024-07-09"]


# from the tables of the Danish almanac
@pytest.mark.parametrize("day", [date(1961, 4, 2), date(2000, 4, 23), date(2008, 3, 23), date(2024, 3, 31)])
def test_easter(day: date) -> None:
    assert easter_sunday(day.year) == day


TIMES = [
    ("kl. 13.00 – 15.00", "13:00", "15:00"),
    ("kl. 10.00-12.00", "10:00", "12:00"),
    ("kl. 9-11", "09:00", "11:00"),
    ("kl. 16 til 18.30", "16:00", "18:30"),
    ("fra kl. 17.00 og sluttede kl. 19.00", "17:00", "19:00"),
    ("kl 19:30", "19:30", None),
    ("kl. 20,15", "20:15", None),
    ("kl. 1930", "19:30", None),
    ("Kl. 17 1/2", "17:30", None),
    ("kl.19", "19:00", None),
    ("klokken 8", "08:00", None),
    ("KL. 7", "07:00", None),
    ("kl. 24.00", "24:00", None),
]


@pytest.mark.parametrize(("written", "start", "end"), TIMES)
def test_times(written: str, start: str, end: str | None) -> None:
    found = find_time(f"Mødet holdes {written}")
    assert found is not None
    assert found[:2] == (start, end)
    assert f"Mødet holdes {written}"[found[2] : found[3]] == written.removeprefix("fra ")


@pytest.mark.parametrize("written", ["9:30", "kl. 25.00", "kl. 19305", "kl. 1975", "i alt 9.30 kr.", "klog 8", ""])
def test_no_time(written: str) -> None:
    assert find_time(written) is None


def test_behind_a_label_a_time_needs_no_mark() -> None:
    assert find_time("9:30 – 11", marked=False) == ("09:30", "11:00", 0, 9)
