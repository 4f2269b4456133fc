"""How a time is told in English: each rule a pattern and what a match of it means."""

from __future__ import annotations

import re

from crosswire.model import Struct
from crosswire.values.times import days as on
from crosswire.values.times.context import Resolve
from crosswire.values.times.readings import (
    read_always,
    read_clock,
    read_decade,
    read_duration,
    read_edge,
    read_every,
    read_holiday,
    read_month,
    read_month_day,
    read_near_day,
    read_part,
    read_recent,
    read_season,
    read_unit_near,
    read_weekday,
    read_weekend,
    read_written,
    read_year,
    read_year_end,
)
from crosswire.values.times.tied import (
    read_after,
    read_ago,
    read_next_day,
    read_quarter,
    read_quarter_of,
    read_tied_weekday,
)
from crosswire.values.times.words import COUNT, DAY, HOLIDAY, MONTH, SEASON, UNIT, UNIT_ANY, WEEKDAY, YEAR
from crosswire.values.times.zones import ZONE


class Rule(Struct, frozen=True):
    """A pattern and what a match of it means; None where the match is no time after all."""

    pattern: re.Pattern[str]
    resolve: Resolve

    @property
    def weekday(self) -> bool:
        """Whether it reads weekdays."""
        return self.resolve is read_weekday


_C = r"(?:a\.m\.|p\.m\.|am\b|pm\b|a\.m\b|p\.m\b|AM\b|PM\b|A\.M\.|P\.M\.)"
#: The zone of a clock time, with its brackets or without.
_IN_ZONE = rf"(?:(?:\slocal(?:\stime)?)?\s\((?P<zone2>{ZONE})\)|\s?(?P<zone>{ZONE})\b)?"
_ABOUT = r"(?:(?:early|late|mid)[\s-])?"
_FOR = (
    r"(?:(?:about|nearly|almost|more\sthan|less\sthan|at\sleast|over|up\sto|around|roughly|only|"
    r"just|no\smore\sthan|as\smany\sas)\s)?"
)
_WHICH = r"(?P<which>last|next|this\scoming|this\spast|this|coming|past|previous)"


#: What makes a number before it that of a house.
_STREET = (
    r"\s(?:[NSEW]\.?\s|North\s|South\s|East\s|West\s)?(?:[A-Z0-9][\w.]+\s){1,3}"
    r"(?:Ave(?:nue)?|St(?:reet)?|Dr(?:ive)?|R(?:oa)?d|Blvd|Boulevard|L(?:a)?ne?|Court|Ct|Place|Pl|Parkway|Way|Terrace)\b"
)


def _rule(pattern: str, resolve: Resolve, flags: int = 0) -> Rule:
    return Rule(pattern=re.compile(rf"(?<![\w$£€.]){pattern}(?![\w])", flags), resolve=resolve)


_I = re.IGNORECASE
RULES: tuple[Rule, ...] = (
    _rule(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)", read_written),
    _rule(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:19|20)\d\d)", read_written),
    _rule(rf"{_ABOUT}(?P<month>{MONTH})\s(?:the\s)?(?P<day>{DAY})(?:\s?(?:-|–|to|and|"
        rf"through)\s?(?P<until>{DAY}))?(?:(?:,\s?|\s)(?P<year>{YEAR}))?", read_month_day),
    _rule(rf"(?:the\s)?(?P<day>{DAY})(?:\s?(?:-|–|to|"
        rf"and)\s?(?P<until>{DAY}))?\s(?:of\s)?(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?", read_month_day),
    _rule(rf"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|past)\s)?(?:early\s|late\s|[Mm]id-?)?(?P<month>(?!May\b|"
        rf"March\b){MONTH})(?:,?\s(?:of\s)?(?P<year>{YEAR}))?", read_month),
    _rule(rf"(?:(?<=\b[Ii]n\s)|(?<=\b[Ss]ince\s)|(?<=\b[Bb]y\s)|(?<=\b[Uu]ntil\s)|(?<=\bof\s)|"
        rf"(?<=\bearly\s)|(?<=\blate\s))(?P<which>)(?P<month>May|March)(?:,?\s(?P<year>{YEAR}))?", read_month),
    _rule(rf"(?P<which>last|next|this|past)?\s?(?P<month>May|March),?\s(?P<year>{YEAR})", read_month),
    _rule(r"(?P<which>last|next|this|past)\s(?P<month>May|March)(?P<year>)", read_month),
    _rule(rf"(?:the\s)?(?:{_WHICH}\s)?(?:early\s|late\s)?(?P<day>{WEEKDAY})", read_weekday),
    _rule(r"(?:(?:the\sday\s(?:before\syesterday|after\stomorrow))|(?:late\s|early\s|earlier\s|"
        r"later\s)?(?:today|yesterday|tomorrow|tonight|last\snight|overnight|this\s(?:morning|"
            r"afternoon|evening))(?:\s(?:morning|afternoon|evening|night))?)", read_near_day, _I),
    _rule(r"the\s(?P<way>previous|prior|following|next(?=\sday))\s(?P<unit>day|week|month|year)", read_next_day, _I),
    _rule(rf"(?:(?:earlier|later|early|late)\s)?(?P<which>last|this|next|the\spast|the\slast|the\snext|"
        rf"the\scoming|the\scurrent|the\sprevious|the\ssame|past|this\spast|"
            rf"this\scoming)\s(?P<unit>{UNIT})(?!\s(?:ago|earlier))", read_unit_near, _I),
    _rule(rf"{_FOR}(?P<count>{COUNT})[\s-](?P<unit>{UNIT_ANY})(?:\sor\s(?:so|two)|\sand\sa\shalf)?"
        r"[\s-](?P<way>ago|earlier|from\snow)", read_ago, _I),
    _rule(rf"(?<!next\s)(?<!last\s)(?<!this\s){_FOR}(?:(?:the|only|just)\s)?(?P<count>{COUNT}\s)?(?P<unit>day|days|week|weeks|month|"
        rf"months|year|years|hours?|minutes?)\s(?P<way>before|after|later|prior|beforehand|"
            rf"afterwards?)", read_after, _I),
    _rule(rf"[Tt]he\s(?P<way>following|previous)\s(?P<day>{WEEKDAY})", read_tied_weekday),
    _rule(rf"(?:(?:the|a|an|each\sof\sthe)\s)?(?:(?:last|past|next|first|previous|coming|latest|recent|"
        rf"additional|final|early)\s)?{_FOR}(?P<count>{COUNT})[\s-](?P<unit>{UNIT_ANY})(?:-long|"
            rf"\speriod)?(?![\s-]olds?\b|-old)", read_duration, _I),
    _rule(r"(?:the\s)?(?P<count>)(?P<unit>hour|day|week|month|year|decade)-long", read_duration, _I),
    _rule(r"(?:the\s)?(?:(?P<way>recent|past|coming)\s(?:few\s|several\s)?)(?:days|weeks|months|years|decades|"
        r"centuries|quarters)", read_recent, _I),
    _rule(r"(?:(?:the|last|for|next)\s)(?P<count>)(?P<unit>(?:days|weeks|months|"
        r"years|decades|centuries|quarters))(?:\sahead)?", read_duration, _I),
    _rule(rf"(?:(?<=[Ii]n\s)|(?<=[Ss]ince\s)|(?<=[Bb]y\s)|(?<=\bof\s)|(?<=[Uu]ntil\s)|(?<=[Ff]rom\s)|"
        rf"(?<=[Dd]uring\s)|(?<=\bto\s)|(?<=\()|(?<=\bthe\s)|(?<=\bearly\s)|(?<=\blate\s)|"
            rf"(?<=\bback\sin\s)|(?<=[Bb]efore\s)|(?<=[Aa]fter\s)|(?<=[Tt]hrough\s)|"
                rf"(?<=\band\s))(?P<year>{YEAR})(?!\s(?:people|men|women|troops|soldiers|dollars|votes|"
                    rf"miles|feet|points|jobs|employees|residents|workers|of|block)\b|[-,]\d|{_STREET})", read_year),
    _rule(r"(?:the\s)?(?:(?:early|late|"
        r"mid)[\s-])?(?:['’](?P<decade2>\d)0s)", lambda f, t: on.stretch(10, 1900 + int(f["decade2"] + "0"),
        f"{1900 + int(f['decade2'] + '0')}s")),
    _rule(r"(?:the\s)?(?:(?:early|late|mid)[\s-])?(?P<decade>(?:1[0-9]\d|20\d))0s", read_decade),
    _rule(rf"(?:the\s)?(?:fiscal\s)?(?P<which>first|second|third|fourth|1st|2nd|3rd|"
        rf"4th)[\s-]quarters?(?:\s(?:of\s)?(?P<year>{YEAR}))?", read_quarter, _I),
    _rule(rf"(?:the\s)?(?P<of>(?:last|this|next)\syear['’]s|{YEAR}|year-ago|year-earlier)\s(?:(?P<which>first|second|third|fourth)[\s-])?"
        r"(?:fiscal\s)?(?:quarter|period(?=\s(?:ended|last)))", read_quarter_of, _I),
    _rule(rf"(?:fiscal\s(?:year\s)?)(?P<year>{YEAR})", read_year, _I),
    _rule(rf"(?:the\s)?(?P<which>last|this|next|past)\s(?P<season>{SEASON})(?P<year>)", read_season, _I),
    _rule(rf"(?:the\s)?(?P<which>)(?P<season>{SEASON})\sof\s(?P<year>{YEAR})", read_season, _I),
    _rule(rf"(?P<holiday>{HOLIDAY})(?:,?\s(?P<year>{YEAR}))?", read_holiday, _I),
    _rule(r"(?:the\s)?(?:(?P<which>last|this|next|past)\s)?weekend", read_weekend, _I),
    _rule(rf"(?:the\s)?(?:end|beginning|start|middle)\sof\s(?:(?P<year>{YEAR})|the\syear)", read_edge, _I),
    _rule(r"year-end", read_year_end, _I),
    _rule(rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s?(?P<half>{_C}){_IN_ZONE}", read_clock),
    _rule(rf"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?P<half>)(?![:\d])(?:\s(?:hours|hrs)\b)?{_IN_ZONE}",
        read_clock),
    _rule(rf"(?P<hour>[01]\d|2[0-3])[.:]?(?P<minute>[0-5]\d)(?P<half>)(?:\s(?:hours|hrs))?\s"
        rf"(?P<zone>{ZONE})(?P<zone2>)", read_clock),
    _rule(r"(?P<hour>\d{1,2})(?P<minute>)(?P<half>)\s(?:o['’]clock|in\sthe\s(?:morning|afternoon|"
        r"evening))", read_clock),
    _rule(rf"(?P<hour>)(?P<minute>)(?P<half>)(?:noon|midnight){_IN_ZONE}", read_clock),
    _rule(r"(?:(?:in\s)?the\s)(?:early\s|late\s|mid[\s-]?)?(?P<part>morning|afternoon|"
        r"evening)(?:\shours)?", read_part, _I),
    _rule(r"(?:mid[\s-]?)(?P<part>morning|afternoon)|at\s(?:dawn|dusk|"
        r"night)", lambda f, t: read_part(f, t) if f["part"] else None, _I),
    _rule(rf"(?:every|each)\s(?P<unit>day|week|month|quarter|year|hour|night|morning|weekday|summer|winter|"
        rf"{MONTH}|{WEEKDAY})|(?P<often>daily|weekly|monthly|yearly|annually|hourly|quarterly)", read_every, _I),
    _rule(r"now|currently|nowadays|at\spresent|presently|right\snow|these\sdays|(?<=the\s)current|"
        r"(?<=its\s)current", read_always("now"), _I),
    _rule(r"recently|previously|lately|(?<=in\s)the\spast", read_always("past"), _I),
    _rule(r"soon(?!\sas|er)|the\s(?:near\s)?future|(?<=near\s)future", read_always("future"), _I),
)  # fmt: skip
