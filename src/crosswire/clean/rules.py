"""The words of lines that pages add around a report. A rule is (kind, longest line, pattern).

The lists differ in where the pattern stands: it is the whole line, it opens the line, it opens a line that has no end
mark (as headlines have none), or it stands anywhere in the line.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.clean.wording import AGENCY, CREDIT, LISTED, MOMENT, NAME, NAMES, PICTURE, SITES, STAMP
from crosswire.model import FurnitureKind

Rule = tuple[FurnitureKind, int, str]

WHOLE: Sequence[Rule] = (
    ("byline", 200, rf"(?:by|from)\s+{NAMES}(?:\s*[|•·].*)?"),
    ("promotion", 40, r"(?:story|article|post|text) continue[sd]? below"),
    ("navigation", 300, r"(?:https?://|www\.)\S+"),
    ("navigation", 100, r"\S+@\S+\.\w{2,}"),
    ("navigation", 60, r"(?:image|photo|slide|picture|page|video|item)?\s*\d+\s*(?:of|/)\s*\d+"),
    ("navigation", 40, r"\d+[ -]min(?:ute)?s?[ -](?:read|listen|watch)|(?:reading|listening) time:? \d+ \w+"),
    ("navigation", 200, r"[\w'’& -]{2,24}(?:\s*[|·•»]\s*[\w'’& -]{2,24}+){2,}"),
    (
        "navigation",
        30,
        r"(?:world|politics|business|money|sports?|culture|arts|science|technology|tech|health|opinion|analysis"
        r"|commentary|editorial|explainer|exclusive|lifestyle|entertainment|travel|weather|local|national"
        r"|international|breaking news|live|video|podcasts?|obituaries)(?: (?:news|desk))?",
    ),
    ("navigation", 60, r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|in this (?:story|article)):?"),
    (
        "comments",
        60,
        r"(?:\d+|no|view|view all|show|add|read|see|hide|load|all)(?: the| all| \d+)* comments?(?: yet"
        r"| \(\d+\))?",
    ),
    (
        "comments",
        60,
        r"(?:view|show|see|load|read) all(?: \d+)? (?:repl(?:y|ies)|responses|thoughts|conversations"
        r"|reflections)",
    ),
    ("comments", 60, r"comments?(?: \(\d+\)| are (?:now )?closed| are off| are disabled| policy| guidelines)?:?"),
    (
        "comments",
        80,
        r"(?:leave|post|write|submit|add|be the first to)(?: a| your)? (?:reply|comment|response)(?: here"
        r"| below)?",
    ),
    (
        "promotion",
        80,
        r"(?:most (?:popular|read|viewed|shared)|trending(?: now)?|top picks|editor['’]s picks?|around the web)",
    ),
    (
        "promotion",
        80,
        rf"(?:{LISTED} )?you may (?:also )?(?:like|be interested in)|also|read next|up next|from our partners?",
    ),
    ("promotion", 60, rf"(?:on|via) {SITES}:?(?:\s+@?\w+)?"),
    ("promotion", 100, r"(?:@\w{2,30}[\s,|&]*(?:and\s+)?)+"),
    ("promotion", 60, r"(?:posted|congratulations|thank you for (?:sign|subscri)\w+(?: up)?)!"),
    ("notice", 60, rf"(?:corrections?|clarifications?|editor['’]?s?['’]? note|disclaimer):?(?:\s*{MOMENT})?"),
    (
        "notice",
        60,
        r"(?:the )?original (?:story|report|article|post)(?: (?:begins|follows|starts|continues|is"
        r"|appears))?(?: \w+)?:?",
    ),
    (
        "notice",
        120,
        r"(?:[\s|•·,/&-]*(?:and )?(?:privacy policy|terms of (?:use|service)|cookie policy|contact us"
        r"|about us|sitemap))+",
    ),
    ("notice", 60, r"(?:developing|breaking)(?: news)? story:?"),
    ("caption", 160, rf"[(\[]?(?:file )?{PICTURE} (?:by|via|courtesy(?: of)?|provided by|credit) (?:the )?{NAMES}"),
    ("caption", 120, rf"[(\[]?(?:{AGENCY})\s+(?:file\s+)?{PICTURE}(?:\s*[/,:]?\s*{NAMES})?"),
    ("caption", 120, rf"{NAMES}\s*(?:[/|]|\bvia\b)\s*(?:{AGENCY})(?:\s*/\s*{NAMES})?(?:\s+via\s+(?:{AGENCY}))?"),
    ("caption", 60, rf"{NAME}(?: {NAME}){{0,4}},? (?:{AGENCY})"),
    ("caption", 60, rf"(?:{SITES}|screengrab|screenshot)/@?\w+(?:\s+via\s+\w+)?"),
    ("caption", 40, r"file|(?:file|stock|handout) (?:photo|image)|photo illustration"),
    ("byline", 140, rf"[(\[]?(?:{STAMP}\s*:?\s*)?{MOMENT}[\s.)|•·:\]]*"),
    ("byline", 60, rf"{STAMP}\s*:?"),
    (
        "byline",
        140,
        rf"{NAME}(?:[\s,|•·–—-]++(?:{NAME}|edition|staff|desk|bureau|service|online|reporters?|correspondents?|writers?))*+"
        rf"[\s,|•·–—-]*{MOMENT}",
    ),
    ("notice", 60, r"all times (?:are |in |given in )?[\w ]{2,30}"),
    ("byline", 80, r"(?:by|from) the .*\b(?:press|reuters|staff|desk|news|bureau|team|times|post)"),
    (
        "byline",
        300,
        rf"(?:(?:additional|with) )?(?:reporting|writing|editing|reported|written|edited|compiled)(?: and \w+)"
        rf"? by {NAMES}(?:[;,] .*)?",
    ),
    (
        "byline",
        120,
        rf"{NAME}(?: {NAME}){{1,3}}\s*[|•·–—-]\s*(?:{NAMES}.*)?\b(?:reporter|correspondent|editor"
        rf"|columnist|writer|staff|{AGENCY})",
    ),
    ("byline", 160, rf"{NAME}(?:(?:,? and |, | ){NAME}){{1,12}},?\s+(?:{AGENCY})\s*[•|·]?"),
    (
        "byline",
        80,
        rf"(?:{AGENCY})(?:\s*[|,•·-]?\s*{MOMENT})?|{NAME} (?:staff|wire|news service)(?: reports?"
        rf"| reporters?)?",
    ),
    ("byline", 80, rf"(?:--|—|–)\s*{NAME}(?: {NAME}){{1,3}}(?:, {NAMES})?"),
    (
        "byline",
        80,
        rf"{NAME}(?: {NAME}){{0,3}}(?: and {NAME}(?: {NAME}){{0,3}})? (?:reported|contributed) from {NAMES}",
    ),
)

OPENING: Sequence[Rule] = (
    ("navigation", 90, r"(?:press|hit) .{0,12}\b(?:enter|esc|escape|tab|return)\b"),
    (
        "navigation",
        60,
        r"(?:skip|jump|scroll|back|return) to (?:the )?(?:main |top)?(?:content|navigation|home|search"
        r"|gallery|footer|permalink|menu|of)?\b",
    ),
    ("comments", 120, r"(?:join|start) the (?:conversation|discussion|debate)\b|what do you think\?"),
    (
        "comments",
        160,
        r"(?:(?:log|sign) in|register|click here|to find out more about .{0,20}) ?(?:to|\w+) comment(?:ing)"
        r"?\b",
    ),
    (
        "promotion",
        300,
        r"(?:also read|read also|see also|also see|read more|read next|up next|related(?: \w+)?|must[- ]read"
        r"|you may also like|watch live|watch now|now playing|just watched|also|watch)\s*(?::|>+"
        r"|»|→)",
    ),
    (
        "promotion",
        200,
        r"(?:to read|continue reading|keep reading) (?:the|this|more)\b|read (?:more (?:about|on"
        r"|from|at|here)|the (?:full|whole|rest|original)|or share)\b",
    ),
    (
        "promotion",
        220,
        rf"(?:follow|like|find|join|friend|connect with|chat with|tweet|message|add)\b.{{0,80}}(?:\b(?:on"
        rf"|via)\b.{{0,20}}\b{SITES}|@\w)",
    ),
    ("promotion", 120, r"follow .{0,60}\bfor (?:more|the latest|updates|live)\b"),
    ("promotion", 160, r"follow (?:us|@\w+|[\w.]+\.com)\b|like us on\b"),
    (
        "promotion",
        200,
        r"sign (?:me )?up (?:for|to|here|now|today)\b|sign(?:ed)? in (?:to|as|with)\b|you are signed in\b",
    ),
    ("promotion", 200, r"subscribe\b|(?:become|already) an? (?:member|subscriber|supporter)\b|not a subscriber"),
    (
        "promotion",
        200,
        r"(?:get|want|receive|enjoy|never miss|don['’]t miss|keep up|catch up|have)\b.{0,90}\b(?:in(?:to)? your inbox"
        r"|newsletters?|(?:email|news) alerts?|notifications|delivered|with our app)\b",
    ),
    ("promotion", 120, r"never miss (?:a|an|our)\b|(?:unlimited |full )?digital access\b|be the first to know\b"),
    (
        "promotion",
        160,
        r"your (?:subscription|support|donation|contribution|privacy|ad choices)\b|support (?:our"
        r"|us|independent)\b|donate to (?:us|our)\b",
    ),
    (
        "promotion",
        250,
        r"(?:click|tap) (?:here|on|the|to|below|through|any|each)\b|swipe\b|download (?:the|our) .{0,30}\bapp\b",
    ),
    (
        "promotion",
        200,
        r"(?:watch|listen|tune in|stay tuned|stay with|check back|check in|visit)\b.{0,80}\b(?:for (?:more"
        r"|the latest|updates|details)|on air|our (?:site|website|app|podcast))\b",
    ),
    (
        "promotion",
        160,
        r"(?:have|got|do you have) (?:a |any )?(?:news )?tips?\b|we want to hear\b|tell us (?:what"
        r"|your|about)\b|chat with us\b",
    ),
    (
        "promotion",
        200,
        r"originally (?:published|posted|appeared)\b|this (?:story|article|post|piece) (?:was )?(?:originally "
        r"|first )?(?:published|appeared|posted|produced)\b",
    ),
    ("notice", 400, r"[(\[]?\s*(?:©|\(c\)|copyright\b|&copy;)"),
    ("notice", 300, r"this is a (?:developing|breaking|evolving)(?: news)? story\b"),
    (
        "notice",
        400,
        r"(?:this (?:story|article|post|page|report|item)|the (?:story|article|post)) (?:has been"
        r"|will be|is being|was) (?:updated|corrected|revised|amended)\b",
    ),
    (
        "notice",
        250,
        r"(?:we will|we['’]ll|we are|we['’]re) (?:update|updating|continue to update|continuing to update"
        r"|following)\b.{0,40}\b(?:story|post|article|page)\b",
    ),
    ("notice", 600, r"(?:correction|clarification|editor['’]?s?['’]? note|note to readers)s?(?: \(.{0,40}\))?:"),
    (
        "notice",
        160,
        r"(?:content |viewer )?(?:warning|discretion|caution)\b.{0,10}(?:graphic|strong|explicit"
        r"|disturbing|is advised|language)",
    ),
    (
        "notice",
        300,
        r"(?:we|this site|this website|our site) uses? cookies\b|by (?:using|continuing|clicking"
        r"|signing|subscribing)\b.{0,60}\byou (?:agree|accept|consent)\b",
    ),
    ("notice", 160, r"these are external links\b|a link has been (?:sent|posted)\b|turn on notifications\b"),
    ("caption", 200, rf"[(\[]?\s*{CREDIT}\s*[:|]"),
    (
        "byline",
        200,
        rf"(?:contact|email|e-mail) (?:the (?:reporter|author|writer)|{NAME}(?: {NAME}){{0,3}})\b.{{0,60}}(?:@"
        rf"|\bat\b)",
    ),
)

OPENING_HEADLINE: Sequence[Rule] = (
    ("navigation", 90, r"(?:view|see|show|load|hide|toggle) (?:all|as|the full|full|more|less|caption|chapters?)\b"),
    ("navigation", 120, r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords):\s"),
    (
        "promotion",
        250,
        r"(?:more|previously|earlier|next|previous|video|videos|photos?|pictures|in pictures|in photos"
        r"|gallery|photo gallery|slideshow|live updates|full coverage|explainer|opinion|analysis"
        r"|recommended|trending|learn more|podcast|read|listen)(?: (?:story|article|video))?\s*(?::"
        r"|>+|»|→|\|)",
    ),
    (
        "promotion",
        100,
        rf"(?:related|recommended|popular|most \w+|top|latest|more|other|featured|editor['’]?s['’]?"
        rf"|promoted|sponsored|partner|similar|suggested|further|recent|breaking)\s+{LISTED}\b",
    ),
    ("promotion", 100, r"(?:trending|most (?:popular|read|viewed)|recommended|read more|more (?:on|about|from))\b"),
)

ANYWHERE: Sequence[tuple[FurnitureKind, int, str, str]] = (
    ("navigation", 300, "{", r"\$\{\w*\}|\{\{.*\}\}"),
    ("navigation", 300, "$__", r"\$__\w+"),
    ("promotion", 250, " here", r"\b(?:click|tap) here\b"),
    ("promotion", 250, " readers", r"\b(?:paid for|funded|supported) by (?:its|our|the|your) readers\b"),
    ("notice", 400, "rights reserved", r"\ball rights reserved\b"),
    ("notice", 400, "copy this code", r"\bcopy this code to your (?:website|blog)\b"),
    (
        "notice",
        300,
        " may not be ",
        r"\b(?:material|content|article|story|work)s? may not be (?:published|reproduced|reprinted|copied)\b",
    ),
    (
        "notice",
        500,
        " version of this ",
        r"\b(?:an|the) (?:earlier|previous|original) version of this (?:story|article|post|report|page|headline)\b",
    ),
    ("notice", 600, " browser ", r"\b(?:your|this) browser (?:does not|doesn['’]t|is not|isn['’]t|no longer)\b"),
    ("notice", 600, "enable javascript", r"\benable javascript\b"),
    (
        "byline",
        300,
        " contributed ",
        r"\bcontributed (?:to (?:this|the) (?:report|story|article|post)|reporting)\b",
    ),
)
"""Each with the letters that a line must hold before its pattern is looked for, which costs far more."""

TAIL: Sequence[Rule] = (
    (
        "byline",
        400,
        rf"{NAME}(?: {NAME}){{1,3}} (?:is|was|has been) (?:an?|the|our|{NAME}['’]s) .{{0,80}}\b(?:reporter"
        rf"|correspondent|editor|columnist|journalist|writer|bureau chief|contributor|fellow|professor"
        rf"|author)\b",
    ),
)
"""What opens one of the last lines: who wrote it."""
