"""One report through every annotator, in order."""

from __future__ import annotations

from crosswire.annotate.acts import acts
from crosswire.annotate.clauses import clauses, vectors
from crosswire.annotate.names import names
from crosswire.annotate.places import places
from crosswire.annotate.quantities import quantities
from crosswire.annotate.quotations import quotations
from crosswire.annotate.sentences import sentences
from crosswire.annotate.statements import statements
from crosswire.annotate.times import times
from crosswire.model import Annotated, Furniture, Report


def annotate_report(report: Report, furniture: tuple[Furniture, ...]) -> Annotated:
    """Returns `report` with everything the annotators find outside its furniture.

    A report in a language other than English comes back with understood=False and nothing found.
    """
    if report.language and report.language.lower()[:2] != "en":
        return Annotated(report=report, furniture=furniture, understood=False)
    found = sentences(report.text, furniture)
    named = names(report, found)
    quoted = quotations(report, furniture)
    said, quoted = statements(report, found, named, quoted, furniture)
    said, quoted = acts(report, found, named, said, quoted)
    cut = clauses(report, found, said)
    told = times(report, found)
    return Annotated(
        report=report,
        furniture=furniture,
        sentences=found,
        names=named,
        times=told,
        quantities=quantities(report, found, told),
        places=places(report, found),
        statements=said,
        quotations=quoted,
        clauses=cut,
        vectors=vectors(report, cut),
    )
