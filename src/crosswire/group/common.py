"""The words of English that stories are told by: those that say nothing of the event, days, counts and tolls."""

from __future__ import annotations

_ARTICLES = "a an the this that these those here there such same other another"
_PRONOUNS = (
    "i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours "
    "ourselves they them their theirs themselves who whom whose which what someone somebody something anyone anybody "
    "anything everyone everybody everything nobody nothing one ones"
)
_VERBS = (
    "am is are was were be been being do does did done doing have has had having will would shall should can could may "
    "might must ought cannot don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't "
    "can't couldn't shouldn't"
)
_PREPOSITIONS = (
    "of in on at by for from to into onto with without within about after before during since until till against "
    "between among through over under above below up down out off across around behind beside besides beyond along "
    "near per via toward towards upon"
)
_CONJUNCTIONS = (
    "and or but nor so yet if than as because while whereas although though unless whether when where why how"
)
_ADVERBS = (
    "not no also just only even still already then now again once very too more most much many few some any all both "
    "each every either neither less least several quite rather almost ever never always often soon later earlier ago "
    "however therefore thus meanwhile instead perhaps maybe well back away first last next new own"
)
_REPORTING = "said say says saying told tell tells according added add adds mr mrs ms dr"

COMMON = frozenset(" ".join((_ARTICLES, _PRONOUNS, _VERBS, _PREPOSITIONS, _CONJUNCTIONS, _ADVERBS, _REPORTING)).split())

WEEKDAYS = {
    name: number
    for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())  # noqa: SIM905
}
_MONTHS = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
MONTHS = {form: number for number, forms in enumerate(_MONTHS, 1) for form in forms.split()}
_COUNTS = "no one two three four five six seven eight nine ten eleven twelve"
COUNTS = {form: number for number, form in enumerate(_COUNTS.split())} | {"a": 1, "an": 1, "man": 1, "woman": 1}
COUNTS |= {"boy": 1, "girl": 1, "teen": 1, "teenager": 1, "dozen": 12}
KILLED = frozenset("killed dead died dies kills fatally fatal killing death deaths slain lives".split())
HURT = frozenset("injured wounded hurt injures injuring wounding wounds injuries".split())
