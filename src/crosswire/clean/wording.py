"""Fragments that the rules share: moments, agencies, sites, credits and names, as pages write them."""

from __future__ import annotations

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
NTH = r"\d{1,2}(?:st|nd|rd|th)?"
DAY = rf"(?:{MONTH}\s+{NTH}(?:,?\s+\d{{4}})?|{NTH}\s+{MONTH}(?:,?\s+\d{{4}})?|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}})"
ZONE = (
    r"\(?(?:[ECMP][SD]?T|GMT|UTC|BST|IST|CES?T|EES?T|MSK|AES?T|local time"
    r"|(?:east|central|mountain|pacific)(?:ern)?(?: time)?)\b\)?"
)
CLOCK = r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?)"
AGO = (
    r"(?:(?:\d+|an?|one|two|a few)\s+(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\s+ago"
    r"|today|yesterday|just now)"
)
MOMENT = (
    rf"(?:{WEEKDAY},?\s*)?(?:{DAY}|{CLOCK}|{AGO})"
    rf"(?:[\s,@|•·–—-]|\b(?:at|on)\b|{DAY}|{CLOCK}|{AGO}|{WEEKDAY}|{ZONE}|\d{{4}})*+"
)
"""A day, a time of day, or both: "July 4, 2031, 11:14 GMT", "4 hours ago"."""

STAMP = (
    r"(?:(?:first|last|originally)\s+)?(?:published|posted|updated|modified|created|filed|issued|revised|uploaded)"
    r"(?:\s+(?:on|at|by))?"
)
SITES = (
    r"(?:facebook|twitter|instagram|linkedin|youtube|whatsapp|telegram|snapchat|pinterest|tiktok|google\+?|social media"
    r"|messenger|flipboard|reddit)"
)
AGENCY = (
    r"(?:the )?(?:associated press|ap|reuters|afp|agence france-presse|getty images|getty|upi|epa|epa-efe|dpa|tass"
    r"|xinhua|press association|bloomberg|shutterstock)"
)
PICTURE = r"(?:photo(?:graph)?|image|picture|video|graphic|illustration|screenshot|screengrab|footage)s?"
CREDIT = (
    rf"(?:(?:file |handout |courtesy )?{PICTURE}(?: (?:credit|courtesy|source|illustration))?|credits?|courtesy|source)"
)
LISTED = (
    r"(?:stor(?:y|ies)|articles?|posts?|news|coverage|content|links?|topics?|headlines?|videos?|items|reads?|reading"
    r"|columns?|picks)"
)
NAME = r"(?-i:[A-Z][\w.'’-]*+)"
LINK = r"(?:(?:and|of|the|for|in|at|de|del|la|van|von|bin|al-|with|by|editing|staff|agencies|correspondent)\s++)*+"
NAMES = rf"{NAME}(?:(?:\s*+[,;|/&•·]\s*+|\s++(?:-\s*+)?){LINK}{NAME}){{0,20}}"
"""Capitalised words with nothing but small links between them: people, their agency, their city."""
