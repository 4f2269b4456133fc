"""Every comparator by a table: two tellings, and the nature of what differs, None where nothing does."""

from __future__ import annotations

import pytest
from tests.judge.invented import side

from crosswire.judge.comparators import COMPARATORS
from crosswire.judge.events.causes import causes
from crosswire.judge.events.opposites import opposites
from crosswire.judge.numbers.numbers import numbers
from crosswire.judge.people.ages import ages
from crosswire.judge.people.names import names
from crosswire.judge.people.roles import roles
from crosswire.judge.places.places import places
from crosswire.judge.sayings.speakers import speakers
from crosswire.judge.sayings.wordings import wordings
from crosswire.judge.times.clocks import clocks
from crosswire.judge.times.dates import dates
from crosswire.judge.times.orders import orders

NUMBERS = [
    ("Five people were killed.", "Seven people were killed.", "conflict"),
    ("Five people were killed.", "5 people were killed.", None),
    ("Five people were killed.", "Seven people were wounded.", None),
    ("Five dead, nine wounded in Orsk.", "Five killed and eleven wounded in Orsk.", "conflict"),
    ("Dozens of people were injured.", "At least 40 people were injured.", "precision"),
    ("Several people were injured.", "Six people were injured.", "precision"),
    ("Some 26 nations pledged troops.", "30 nations pledged troops.", "rounding"),
    ("26 nations pledged troops.", "30 nations pledged troops.", "conflict"),
    ("26 countries pledged troops.", "26 nations pledged troops.", None),
    ("Nearly 500 sailors were rescued.", "487 sailors were rescued.", "rounding"),
    ("A fine of $8 million was paid.", "A fine of $8 million was paid.", None),
    ("A fine of $8 million was paid.", "A fine of $18 million was paid.", "conflict"),
    ("The ferry was held for an hour.", "The ferry was held for three hours.", "conflict"),
    ("Two men and two women were wounded.", "Four people were wounded.", None),
    ("Six others were wounded.", "Six people were wounded.", None),
    ("Three of the sailors were wounded.", "Nine sailors were wounded.", None),
    ("More than 30 soldiers were wounded.", "45 soldiers were wounded.", "precision"),
    ("The police fired 18 rounds.", "The police fired 40 shots.", "conflict"),
    ("Turnout was 61 percent.", "Turnout was 16 percent.", "conflict"),
    ("Two people were killed, including the gunman.", "One person was killed.", None),
    ("50 people were killed in the blast.", "49 people were killed in the blast.", "conflict"),
    ("500 people were rescued from the ferry.", "490 people were rescued from the ferry.", "rounding"),
    ("Four people were wounded and a fifth person was hurt.", "Five people were wounded.", None),
    ("One person was killed and nine were wounded.", "Ten people were wounded.", None),
    ("One person was killed and nine were wounded.", "One person was killed and ten were wounded.", "conflict"),
    ("Another five people were wounded.", "Nine people were wounded.", None),
    ("Two are still wounded.", "Eight are wounded.", None),
    ("Seven surviving sailors were wounded.", "Eight sailors were wounded.", None),
    ("Seven people were killed in three separate attacks.", "Four people were killed in an attack.", None),
    ("He killed three people and then himself.", "Four people were killed.", None),
    ("Tellin was given two years in prison.", "A judge sentenced Brask to five years in prison.", None),
    ("The four officers in the car opened fire.", "Two officers are facing murder charges.", None),
    ("Four officers are charged with murder.", "Two officers were charged with murder.", "conflict"),
    ("The indictment of four officers in Orsk.", "Two officers were indicted in Orsk.", "conflict"),
    ("Four sailors were shot on the quay.", "Five sailors were shooting on the quay.", None),
    ("The identities of three victims killed in Orsk were told.", "Five people were killed in Orsk.", None),
]
AGES = [
    ("Mara Tellin, 25, was found.", "Mara Tellin, 27, was found.", "conflict"),
    ("Mara Tellin, 25, was found.", "The 25-year-old Mara Tellin was found.", None),
    ("The 25-year-old pilot was found.", "The 26-year-old pilot was found.", "conflict"),
    ("Ralf Orvik, 26, was found.", "Mara Orvik, 22, was found.", None),
    ("Eldar Orvik, 26, was found.", "Eldor Orvik, 22, was found.", "conflict"),
    ("The pilot, in his 50s, was found.", "The 56-year-old pilot was found.", "precision"),
    ("The pilot, in his early 30s, was found.", "The 38-year-old pilot was found.", "conflict"),
    ("Mara Tellin, 25, was found.", "Jon Brask, 27, was found.", None),
    ("Mara Tellin, 25, was found.", "Mara Tellin was found.", None),
    ("The boy, aged 9, was found.", "The boy, 9 years of age, was found.", None),
    ("The boy, aged 9, was found.", "The boy, aged 10, was found.", "conflict"),
    ("Mara Tellin, 25, and Jon Brask, 30, were found.", "Mara Tellin, 26, was found.", "conflict"),
    ("Mara Tellin, 25, and Jon Brask, 30, were found.", "Jon Brask, 30, and Mara Tellin, 25, were found.", None),
    ("A 31-year-old sailor drowned.", "A sailor, 31, drowned.", None),
    ("The 84-year-old widow drowned.", "The 48-year-old widow drowned.", "conflict"),
    ("Tellin, 25, was found.", "Mara Tellin, 29, was found.", "conflict"),
    ("The twelve-year-old girl was found.", "The 12-year-old girl was found.", None),
    ("The twelve-year-old girl was found.", "The 13-year-old girl was found.", "conflict"),
    ("The 25-year-old woman was hurt at home.", "Her child, a 2-year-old, was hurt at home.", None),
    ("The 19-year-old sailor drowned.", "The 20-year-old sailor drowned.", "conflict"),
]
DATES = [
    ("The attack came on Tuesday.", "The attack came on Thursday.", "conflict"),
    ("The attack came on Tuesday.", "The attack came on Tuesday.", None),
    ("The attack came on September 2, 2025.", "The attack came on 2 September 2025.", None),
    ("The attack came on September 2, 2025.", "The attack came on September 4, 2025.", "conflict"),
    ("The attack came in September 2025.", "The attack came on September 4, 2025.", "precision"),
    ("The attack came in August 2025.", "The attack came on September 4, 2025.", None),
    ("The attack came in August 2025.", "The attack came in September 2025.", "conflict"),
    ("The attack came on September 2.", "The attack came on September 3.", "conflict"),
    ("The attack came on September 2.", "The attack came on September 2, 2025.", None),
    ("The treaty was signed in 1994.", "The treaty was signed in 1996.", "conflict"),
    ("The treaty was signed in 1994.", "The treaty was signed on 3 May 1994.", "precision"),
    ("The talks lasted three days.", "The talks were held on Tuesday.", None),
    ("The talks are now under way.", "The talks began on Tuesday.", None),
    ("Tellin was arrested on Friday.", "The attack on Sunday was ambitious.", None),
    ("The attack came on Tuesday.", "The attack came in the morning.", None),
    ("Oil rose this week.", "Oil is dearer than a week ago.", None),
    ("Oil was dearer on Friday.", "Oil was dearer than on Monday.", None),
    ("She spoke on This Week on Sunday.", "She spoke on Monday.", "conflict"),
]
CLOCKS = [
    ("The blast was at 1:30 a.m.", "The blast was at 3 a.m.", "conflict"),
    ("The blast was at 1:30 a.m.", "The blast was at 1:30 am.", None),
    ("The blast was at about 1:30 a.m.", "The blast was at around 1:40 a.m.", "rounding"),
    ("The blast was at about 1:30 a.m.", "The blast was at around 1 a.m.", "conflict"),
    ("The blast was at 13:30.", "The blast was at 1:30 p.m.", None),
    ("The blast was at 10:15 a.m.", "The blast was at 10:15 p.m.", "conflict"),
    ("The blast was at noon.", "The blast was at 12 p.m.", None),
    ("The blast was at midnight.", "The blast was at noon.", "conflict"),
    ("The blast was at 6:30 Sunday night.", "The blast was at 6:30 p.m. Sunday.", None),
    ("The blast came on Sunday morning.", "The blast came on Sunday night.", "conflict"),
    ("The blast came on Sunday evening.", "The blast came on Sunday night.", None),
    ("The blast came overnight.", "The blast came early on Sunday morning.", None),
    ("The blast came on Sunday morning.", "The blast was at 9 a.m. Sunday.", None),
    ("The blast came on Sunday afternoon.", "The blast was at 9 a.m. Sunday.", "conflict"),
    ("The blast was at 1:30 a.m.", "The blast was loud.", None),
    ("The blast was at 5 o'clock.", "The blast was at 5 p.m.", None),
    ("The blast was at midnight.", "The blast was at 12:15 a.m.", "rounding"),
    ("The blast was at about 6:30 p.m.", "The blast was at about 6:15 p.m.", "conflict"),
    ("The blast was shortly after 3 p.m.", "The blast was at 3:17 p.m.", "rounding"),
    ("The blast was just after 4 a.m.", "The blast was just before 4:30 a.m.", "conflict"),
    ("Tellin was seen until 3 a.m.", "Tellin was seen at 5 a.m.", None),
    ("The blast on Birch Street was at 1:30 a.m.", "The blast on Elm Street was at 3 a.m.", None),
    ("The blast came overnight on Friday.", "The blast was at 1:30 a.m. on Friday.", None),
]
PLACES = [
    ("A man from Paris was arrested.", "A Berlin man was arrested.", "conflict"),
    ("A man from Paris was arrested.", "The Berlin police arrested a man.", None),
    ("The Paris clinic took the sailor in.", "A clinic in Berlin took the sailor in.", "conflict"),
    ("The talks were held in France.", "The talks were held in Germany.", "conflict"),
    ("The talks were held in Paris.", "The talks were held in France.", None),
    ("The talks were held in Paris.", "The talks were held in Berlin.", "conflict"),
    ("The talks were held in Orsk.", "The talks were held in Halden.", "conflict"),
    ("The talks were held in Orsk.", "The talks were held in Orsk.", None),
    ("The talks were held near Orsk.", "The talks were held in Halden.", None),
    ("The talks were held in northern Veskia.", "The talks were held in Veskia.", None),
    ("The talks were held in eastern Veskia.", "The talks were held in western Veskia.", "conflict"),
    ("He lives on Birch Street.", "He lives on Alder Street.", "conflict"),
    ("He lives on Birch Street.", "He lives in Orsk.", None),
    ("It was at Birch Street and Elm Avenue.", "It was at 325 Elm Avenue.", None),
    ("He lives on Birch Street.", "He lives on Birch St.", None),
    ("The talks were held in Texas.", "The talks were held in the United States.", None),
    ("The talks were held in Texas.", "The talks were held in Ohio.", "conflict"),
    ("The talks were held at a hotel.", "The talks were held in Orsk.", None),
    ("The talks were held in Britain.", "The talks were held in the United Kingdom.", None),
    ("The talks were long.", "The talks were held in Orsk.", None),
    ("The talks were held in southern Veskia.", "The talks were held in south Veskia.", None),
    ("The talks were held in southern Veskia.", "The talks were held in southeast Veskia.", None),
    ("The talks were held in northeast Veskia.", "The talks were held in southeastern Veskia.", "conflict"),
    ("He was treated at Orsk General Hospital.", "He was treated at Halden Medical Center.", "conflict"),
    ("He was treated at Kelm Regional Hospital.", "He was treated at Kelm Medical Center.", None),
    ("He was treated at KRMC Hospital.", "He was treated at Kelm Regional Medical Center.", None),
    ("He was treated at Orsk General Hospital.", "He was treated in Halden.", None),
    ("The pilot from Orsk was found.", "The pilot was found in Halden.", None),
    ("The pilot from Texas was found.", "The pilot from Ohio was found.", "conflict"),
    ("The talks were held in Orsk.", "The talks were held with Halden's Mara Tellin.", None),
    ("The talks were held in Orsk in 2017.", "The talks were held in Halden in 2018.", None),
    ("The talks were held in Orsk in 2018.", "The talks were held in Halden in 2018.", "conflict"),
    ("The talks were held in the Mirra Region of Veskia.", "The talks were held in Mirra County.", None),
]
NAMES = [
    ("Eldar Orvik was charged.", "Eldor Orvik was charged.", "conflict"),
    ("Eldar Orvik was charged.", "Eldar Orvik was charged.", None),
    ("Eldar Orvik was charged.", "E. Orvik was charged.", "precision"),
    ("Eldar Orvik was charged.", "Orvik was charged.", None),
    ("Eldar Orvik was charged.", "Ralf Orvik was charged.", "conflict"),
    ("Mara Tellin was charged.", "Mara Telin was charged.", "conflict"),
    ("Mara Tellin was charged.", "Jon Brask was charged.", None),
    ("Jon Brask was charged.", "Jonathan Brask was charged.", "precision"),
    ("Volodymyr Zelin was charged.", "Volodymir Zelin was charged.", "wording"),
    ("Oleg Petrenkov was charged.", "Oleg Petrenkow was charged.", "wording"),
    ("Ilsa Venn was charged.", "Ilse Venn was charged.", "conflict"),
    ("Ada Holm and Gustav Holm were charged.", "Ada Holm was charged.", None),
    ("Ada Holm, sister of Gustav, was charged.", "Gustav Holm was charged.", None),
    ("Tellin was charged.", "Mara Tellin was charged.", None),
    ("Nobody was charged.", "Mara Tellin was charged.", None),
    ("Senate Majority Leader Eldar Orvik was charged.", "Senate Majority Leader Ralf Orvik was charged.", "conflict"),
    ("Mara Tellin's brother, Eldar Orvik, was charged.", "Ralf Orvik was charged.", None),
    ("The owner, Ralf Orvik, was charged.", "His wife, Mara Orvik, was charged.", None),
    ("A woman who identified herself as Ada Holm was charged.", "Gustav Holm, his son, was charged.", None),
    ("Ilsa Tellin was charged, and Ilsa Telin was fined.", "Ilsa Telin was charged.", None),
    ("Ada Marenko was charged.", "Alla Marenka was charged.", "conflict"),
    ("The chief of Ralf, Eldar Orvik, was charged.", "Ralf Orvik was charged.", None),
    ("JON BRASK was charged.", "Ada Brask was charged.", None),
    ("Eldar Marel Orvik was charged.", "Ralf Orvik was charged over Eldar Orvik.", "precision"),
    ("Monica Holm was charged.", "Monika Holm was charged.", "conflict"),
    ("Ilsa Brayden was charged.", "Ilsa Breyden was charged.", "conflict"),
    ("Sergei Petrenkov was charged.", "Sergey Petrenkov was charged.", "wording"),
]
OPPOSITES = [
    ("Police ask whether the fire was accidental.", "Police say the fire was deliberate.", None),
    ("He would go if he is not prepared to stay.", "He is willing to stay.", None),
    ("Two sailors were killed in the gale.", "A stoker survived the gale with burns on his hands.", None),
    ("A cutter opened fire in the strait.", "A cutter closed the strait.", None),
    ("Norland opened the strait on Monday.", "Norland closed the strait on Monday.", "conflict"),
    ("The suspect is still at large.", "The suspect was arrested.", "conflict"),
    ("The suspect was not arrested.", "The suspect was arrested.", "conflict"),
    ("The suspect was not arrested.", "The suspect is at large.", None),
    ("Norland ruled out sending troops.", "Norland did not rule out sending troops.", "conflict"),
    ("Norland ruled out sending troops.", "Norland is open to sending troops.", "conflict"),
    ("The injuries were life-threatening.", "The injuries were not life-threatening.", "conflict"),
    ("Veskia accepted the offer.", "Veskia rejected the offer.", "conflict"),
    ("Veskia rejected the offer.", "Veskia turned down the offer.", None),
    ("The minister supports the bill.", "The minister opposes the bill.", "conflict"),
    ("Veskia confirmed the loss of a ship.", "Veskia denied the loss of a ship.", "conflict"),
    ("The bridge was reopened.", "The bridge remains closed.", "conflict"),
    ("Exports rose in May.", "Exports fell in May.", "conflict"),
    ("Exports rose in May.", "Imports fell sharply.", None),
    ("The victim has been identified.", "The victim has not been identified.", "conflict"),
    ("The captain was found guilty.", "The captain was found not guilty.", "conflict"),
    ("The crowd was inside the hall.", "The crowd was outside the hall.", "conflict"),
]
ROLES = [
    ("The manager, Jon Brask, fled.", "The owner, Jon Brask, fled.", "conflict"),
    ("Sheriff Jon Brask spoke.", "Deputy Jon Brask spoke.", "conflict"),
    ("Sheriff Jon Brask spoke.", "Sheriff Brask spoke.", None),
    ("Spokesman Jon Brask spoke.", "Jon Brask, a spokesperson, spoke.", None),
    ("President Mara Tellin spoke.", "Prime Minister Mara Tellin spoke.", "conflict"),
    ("President Mara Tellin spoke.", "Mara Tellin spoke.", None),
    ("The owner, Jon Brask, fled.", "The owner, Mara Tellin, fled.", None),
    ("Jon Brask, the driver, fled.", "Jon Brask, a passenger, fled.", "conflict"),
    ("Senator Mara Tellin spoke.", "Governor Mara Tellin spoke.", "conflict"),
    ("Mara Tellin, his daughter, fled.", "Mara Tellin, her mother, fled.", None),
    ("Mara Tellin, the lawyer, spoke.", "Mara Tellin, an attorney, spoke.", None),
    ("Chief Jon Brask spoke.", "Police Chief Jon Brask spoke.", None),
    ("The doctor, Ilsa Venn, came.", "The nurse, Ilsa Venn, came.", "conflict"),
    ("Second Deputy Superintendent Jon Brask spoke.", "Second Deputy Harbour Supt. Jon Brask spoke.", None),
    ("Lt. Jon Brask, chief of detectives, spoke.", "Detective Jon Brask spoke.", None),
    ("The doctor, Ilsa Venn, came.", "The mayor, Ilsa Venn, came.", None),
    ("Colonel Jon Brask came.", "General Jon Brask came.", "conflict"),
]
CAUSES = [
    ("The fire was caused by a fallen lamp.", "The fire was caused by lightning.", "conflict"),
    ("The fire was caused by a fallen lamp.", "The fire was due to a lamp that fell.", None),
    ("The fire started when a shell hit the mill.", "The fire started when a lamp fell over.", "conflict"),
    ("The protest was sparked by the arrest of a priest.", "The protest was triggered by bread prices.", "conflict"),
    ("The protest was sparked by bread prices.", "The protest was triggered by the price of bread.", None),
    ("The fire was caused by lightning.", "The fire burned all night.", None),
    ("The delay was due to fog.", "The delay was because of fog.", None),
    ("The delay was due to fog.", "The delay was due to a strike.", "conflict"),
    ("The warning was in response to the pledge.", "The warning was in response to the blockade.", "conflict"),
    ("The warning was in response to the pledge.", "The warning was in retaliation for the pledge.", None),
    ("The quarrel stemmed from a debt.", "The quarrel was provoked by an insult.", "conflict"),
    ("The flood was blamed on a broken dam.", "The flood was blamed on heavy rain.", "conflict"),
    ("The flood was blamed on a broken dam.", "The storm was caused by warm water.", None),
    ("The flood came.", "The flood was caused by rain.", None),
    ("The ban was prompted by an outbreak.", "The ban was prompted by an outbreak of fever.", None),
]
WORDINGS = [
    ('He said: "The strait will stay open to all."', 'He said: "The strait shall stay open to all."', "wording"),
    ('He said: "The strait will stay open to all."', 'He said: "The strait will stay open to all."', None),
    ('He said: "The strait will stay open."', 'He said: "We never asked for this war."', None),
    ('He said: "Never."', 'He said: "Not ever."', None),
    ('He said: "The strait will stay open to all."', 'He said: "The strait will stay open to all nations."', "wording"),
    ('"We are ready for talks," he said.', '"We are ready to talk," he said.', "wording"),
    ('"We are ready for talks," he said.', "He was ready for talks.", None),
    ('"WE ARE READY FOR TALKS" he said.', '"We are ready for talks" he said.', None),
    ('"The ships will be met with fire," he said.', '"Ships will be met by fire," he said.', "wording"),
    ('"One two three four five," he said.', '"Six seven eight nine ten," he said.', None),
    ('"A red line was crossed today," she said.', '"A red line has been crossed today," she said.', "wording"),
    ('"Peace," she said.', '"Peace," she said.', None),
    ('"It is over for us all now," she said.', '"It is over for all of us now," she said.', "wording"),
    ("She said nothing.", "She said little.", None),
    ('"They lied to the whole country," she said.', '"They lied to the country," she said.', "wording"),
]  # fmt: skip
ORDERS = [
    (
        "Veskia closed the strait hours after the shooting.",
        "Veskia had closed the strait two days before the shooting.",
        "conflict",
    ),
    (
        "Veskia closed the strait hours after the shooting.",
        "Within hours of the shooting Veskia closed the strait.",
        None,
    ),
    (
        "Veskia closed the strait hours after the shooting.",
        "The strait was closed by Veskia the day after the shooting.",
        None,
    ),
    ("The envoy left Orsk before the vote.", "The envoy left Orsk shortly after the vote in parliament.", "conflict"),
    ("The envoy left Orsk before the vote.", "The envoy left Orsk after the storm.", None),
    ("The envoy left Orsk before the vote.", "The minister spoke in Halden after the vote.", None),
    ("The envoy left Orsk before the vote.", "The envoy left Orsk.", None),
    ("Trade fell ahead of the talks.", "Trade fell prior to the talks.", None),
]
TABLES = {
    "numbers": (numbers, NUMBERS), "ages": (ages, AGES), "dates": (dates, DATES), "clocks": (clocks, CLOCKS),
    "places": (places, PLACES),
    "names": (names, NAMES), "opposites": (opposites, OPPOSITES), "roles": (roles,
    ROLES),
    "causes": (causes, CAUSES), "orders": (orders, ORDERS), "wordings": (wordings, WORDINGS),
}  # fmt: skip
ROWS = [(name, *row) for name, (_, rows) in TABLES.items() for row in rows]


def natures(comparator, a: str, b: str) -> set[str]:
    return {f.nature for f in comparator(side(a, "01"), side(b, "02"))}


@pytest.mark.parametrize(("name", "a", "b", "expected"), ROWS)
def test_nature(name: str, a: str, b: str, expected: str | None) -> None:
    comparator, _ = TABLES[name]
    assert natures(comparator, a, b) == ({expected} if expected else set())


@pytest.mark.parametrize(("name", "a", "b", "expected"), ROWS)
def test_the_order_of_the_sides_makes_no_difference(name: str, a: str, b: str, expected: str | None) -> None:
    comparator, _ = TABLES[name]
    there = comparator(side(a, "01"), side(b, "02"))
    back = comparator(side(b, "02"), side(a, "01"))
    assert sorted((f.slot, f.nature, f.left.value, f.right.value) for f in there) == sorted(
        (f.slot, f.nature, f.right.value, f.left.value) for f in back
    )


@pytest.mark.parametrize("text", sorted({text for _, a, b, _ in ROWS for text in (a, b)}))
def test_a_telling_never_differs_from_itself(text: str) -> None:
    for comparator in COMPARATORS:
        assert comparator(side(text, "01"), side(text, "02")) == ()


SAID = "The strait of Mirra will stay open to every ship."
NEARLY = "The strait of Mirra would stay open to every ship."
SPEAKERS = [
    (SAID, "Mara Tellin", NEARLY, "Jon Brask", "conflict"),
    (SAID, "Mara Tellin", NEARLY, "Mara Tellin", None),
    (SAID, "Mara Tellin", NEARLY, "Tellin", None),
    (SAID, "Mara Tellin", NEARLY, None, None),
    (SAID, None, NEARLY, None, None),
    (SAID, "Mara Tellin", NEARLY, "police", None),
    (SAID, "Mara Tellin", "Norland would never give up its claim to the harbour.", "Jon Brask", None),
    (SAID, "Jon Brask", NEARLY, "Jonathan Brask", None),
    (SAID, "Volodymyr Zelin", NEARLY, "Volodymir Zelin", None),
    (SAID, "Eldar Orvik", NEARLY, "Ilsa Venn", "conflict"),
    (SAID, "Eldar Orvik", NEARLY, "Ralf Orvik", None),
    ("Yes.", "Mara Tellin", "Yes.", "Jon Brask", None),
    (SAID, "Ada Holm", SAID, "Oleg Petrenkov", "conflict"),
    (SAID, "Ada Holm", "The ship came late.", "Oleg Petrenkov", None),
    (SAID, "the ministry", NEARLY, "Ilsa Venn", None),
]  # fmt: skip


@pytest.mark.parametrize(("a", "one", "b", "other", "expected"), SPEAKERS)
def test_speakers(a: str, one: str | None, b: str, other: str | None, expected: str | None) -> None:
    found = speakers(side(a, "01", voice=one), side(b, "02", voice=other))
    assert {f.nature for f in found} == ({expected} if expected else set())
