"""Words of news English that exclude one another."""

from __future__ import annotations

import re
from typing import Final

#: Each row two poles of one question, a row going on over lines that are set in; a telling at one pole excludes
#: a telling at the other. Forms are regular
#: expressions.
_LINES: Final = r"""
custody | arrested; captured; in custody; into custody; apprehended; detained; jailed; behind bars; caught |
    at large; on the run; still wanted; being sought; still sought; still searching for; manhunt continues;
    remains free; has not been caught; escaped
life | dead; died; killed; dies; deceased | survived; survives; is alive; expected to live; expected to survive;
    expected to recover
danger | life-threatening | non-life-threatening; not life-threatening; minor injuries; not serious
identity | identified as; named as; was identified; were identified; been identified; has identified;
    have identified; identified the | unidentified; not been identified; not identified; not yet identified;
    not released the name; not been named; not named; identity has not
guilt | guilty; convicted | not guilty; acquitted; innocent; cleared
plea | pleaded guilty; pled guilty | pleaded not guilty; pled not guilty
answer | accepted; accepts; agreed to; agrees to; welcomed; embraced | rejected; rejects; refused; refuses;
    turned down; declined; dismissed; spurned
support | supports; supported; backs; backed; endorsed; endorses; in favor of; in favour of | opposes; opposed;
    against; objected to; criticized; criticised; condemned
confirmation | confirmed; confirms; acknowledged; admitted | denied; denies; could not confirm; not confirmed;
    disputed
possibility | ruled out; rules out; ruling out | not ruled out; did not rule out; refused to rule out; open to;
    is open to; are open to; was open to; were open to; remains open to; remain open to; considering;
    signalled readiness; signaled readiness; ready to; prepared to; willing to; left open
readiness | ready to; prepared to; willing to; readiness | unwilling; not ready; distance themselves;
    distanced themselves; reluctant; refuses to; refused to
opening | opened; reopened; is open | closed; shut; shut down; remains closed
movement | rose; rises; increased; increases; grew; climbed; jumped; soared | fell; falls; decreased; decreases;
    declined; dropped; shrank; plunged
outcome | won; wins; passed; approved; succeeded; successful | lost; loses; failed; fails; defeated; unsuccessful
holding | released; freed; let go | held; kept in custody; remains in custody; still in custody
staying | left; withdrew; withdrawn; pulled out; departed | stayed; remained; remains; remain in place
start | began; started; begins; starts; launched | ended; stopped; ends; halted; finished; suspended
place | inside | outside
intent | deliberate; deliberately; intentional; intentionally; on purpose; targeted | accidental; accidentally;
    by accident; random; at random; randomly; unintentional
company | acted alone; alone; lone; single gunman | accomplice; accomplices; with others; several gunmen;
    group of attackers
sides | next to; adjacent to; beside; next door | across the street; opposite; across from
armed | armed; carrying a gun; with a gun | unarmed; not armed
service | active duty; active-duty; currently serving; is in the army; is in the military; in the u.s. military;
    serves in | veteran; former soldier; discharged; retired from the army
attempt | responding to; responded to | ambushed; lured
damage | destroyed | undamaged; intact; unharmed
harm | wounded; injured; hurt; was hit | unhurt; unharmed; uninjured; not injured; not hurt; escaped injury;
    no injuries
friendliness | friend; friends; ally; knew each other; knew the; had known | stranger; strangers; did not know
presence | attended; was present; were present; showed up | absent; did not attend; stayed away; skipped
truth | true; correct; accurate | false; untrue; incorrect; wrong; fabricated
legality | legal; lawful; constitutional | illegal; unlawful; unconstitutional
power | win; victory | defeat; loss
project | abandon; abandoned; abandons; scrap; scrapped; scraps; cancel; cancelled; canceled; cancels; called off;
    drop plans; dropped plans | put on hold; puts on hold; on hold; suspend; suspended; suspends; postpone;
    postponed; postpones; delayed; paused
likeness | mirrors; mirrored; identical to; is identical; are identical; the same as | differs; differ; differed;
    different from; unlike
outlook | expected to recover; expected to survive; will survive; will recover; will be okay; minor injuries;
    non-life-threatening; not life-threatening; grazed; superficial | critical condition; extremely critical;
    life-threatening; paralyzed; paralysed; fighting for his life; fighting for her life; gravely wounded;
    gravely injured; serious injuries
silence | spoke; commented; responded to questions | declined to comment; did not comment; refused to comment;
    no comment
"""


def table() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Returns each question with the forms of its two poles, longest first."""
    rows = []
    for line in re.sub(r"\n\s+", " ", _LINES).strip().splitlines():
        question, *poles = (cell.strip() for cell in line.split("|"))
        one, other = (
            tuple(sorted((form.strip() for form in pole.split(";")), key=len, reverse=True)) for pole in poles
        )
        rows.append((question, one, other))
    return tuple(rows)
