"""Registers: what a story's parties have pledged, threatened, demanded, offered, refused, and who stands where.

Kinds follow PLOVER (POLECAT): pledge, offer and agreement are AGREE, demand and appeal REQUEST, refusal REJECT, threat
THREATEN, accusation ACCUSE; a denial has no PLOVER type. UCDP's side A and side B and ACLED's Actor 1 and Actor 2 are
the entry's actor and addressee; ACLED's Agreement is an agreement here.
"""

from crosswire.register.entries import registers
from crosswire.register.positions import positions

__all__ = ["positions", "registers"]
