"""Time expressions as TIMEX3, resolved to days: the spaCy component ``newswire_times``.

``reading`` turns a text into words of a small calendar vocabulary, one letter for each; ``rules`` finds expressions in
those letters and says which days each one means, with the algebra of ``calendar``, the tense of its ``clause`` and the
``reference`` it is counted from; ``component`` takes them to the Doc.
"""

from service.enrich.times.component import Times, time_fields
from service.enrich.times.timex import Timex

__all__ = ["Times", "Timex", "time_fields"]
