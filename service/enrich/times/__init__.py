"""Time expressions as TIMEX3, resolved to days: the spaCy component ``newswire_times``.

``words`` reads a text as words of a small calendar vocabulary, one letter for each; ``grammar`` finds
expressions in those letters; ``absolute``, ``relative``, ``composed`` and ``spans`` say which days each
one means, with the algebra of ``calendar``; ``component`` takes them to the Doc.
"""

from service.enrich.times.component import Times, time_fields
from service.enrich.times.timex import Timex

__all__ = ["Times", "Timex", "time_fields"]
