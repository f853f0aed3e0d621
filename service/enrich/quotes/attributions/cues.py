"""Words of saying and thinking, by class."""

from typing import Literal

from service.enrich.words import word_set

CueClass = Literal["speech", "cognition", "document"]

SPEECH = word_set(
    """
    accuse acknowledge add admit advise advocate affirm allege announce answer argue ask assert assure attest
    aver avow beg blog boast brag caution charge claim clarify comment communicate complain concede confess
    confide confirm contend counter cry declare decree demand deny describe disclose divulge elaborate emphasise
    emphasize exclaim explain expound forecast foretell grumble guess hint hypothesise hypothesize imply inform
    inquire enquire insinuate insist instruct joke lament lecture maintain mention moan mutter narrate note
    notify object observe opine order phone plead pledge point post postulate preach predict proclaim profess
    promise pronounce propose protest quip quote reaffirm reason reassure rebut recall recommend recount
    reiterate rejoin relate relay remark remind repeat reply report request respond retort reveal rule say
    scream shout signal specify speculate state stipulate stress submit suggest swear sum tell testify theorise
    theorize threaten tout tweet underline underscore update urge vow volunteer wager warn whisper wire write
    email text message telegraph telephone conclude guarantee posit brief interject allude summarise summarize
    rumour rumor reckon
    """
)
"""Verbs of saying that take a clause of what is said."""

COGNITION = word_set(
    """
    agree anticipate assume believe disagree doubt dream envisage envision expect fear feel figure foresee
    gather guess hope imagine infer judge know learn perceive presume realise realize reckon recognise recognize
    regret suppose surmise suspect think understand wish wonder worry
    """
)
"""Verbs of thinking; they attribute only in the third person, and only a full clause."""

DOCUMENT = word_set(
    """
    allege assess certify cite claim conclude confirm demonstrate detail diagnose discover document establish
    estimate find illustrate indicate list outline proclaim prove read record reflect reveal rule show stipulate
    project verify
    """
)
"""Verbs that studies, documents and those who read them are the subjects of."""

BESIDE_QUOTES = word_set(
    """
    begin chime close commence conclude continue criticise criticize end explode express finish fume gasp gesture go
    groan grin growl hail interrupt intone laugh laud lead marvel mock muse nod open persist praise proceed
    quote rage rail rave recite resume roar scoff scold shriek shrug sigh smile snap sneer sob speak start
    stammer sign tell thunder vent wail weep yell call dub label term put slam blast denounce condemn decry
    deride brand dismiss hit mumble murmur chuckle highlight implore deplore
    """
)
"""Verbs that are cues only beside words in quotation marks."""

TO_SOMEBODY = frozenset(("tell", "inform", "remind", "assure", "notify"))
"""Verbs whose object is spoken to; it is neither who speaks nor what is said."""

WITH_INFINITIVE = word_set("pledge promise swear threaten vow claim")
"""Verbs whose infinitive tells what is said."""

THINGS_SAID = word_set(
    """
    statement report release letter memo email e-mail message post posting tweet article blog note notice
    document study survey poll review analysis paper filing lawsuit complaint affidavit indictment ruling
    verdict judgment judgement order transcript account book story editorial column communique communiqué
    declaration announcement briefing bulletin interview speech address remark comment website site page caption
    headline dispatch cable investigation inquiry research finding data figure statistic evidence information
    intelligence audit assessment estimate test result ad advert advertisement sign placard banner guideline
    rule law act bill treaty text media source press newspaper agency
    """
)
"""Nouns of what speaks for its author."""

EVIDENCE = word_set(
    """
    underscore underline signal reveal show indicate reflect demonstrate illustrate highlight prove suggest imply
    confirm
    """
)
"""Verbs of what lets something be seen, beside those who say it."""

DEEDS = word_set(
    """
    absence achievement action appearance arrest arrival attack attitude behavior behaviour change characteristic
    choice construction conviction crisis decision decline defeat departure development episode event example
    experience fact failure fall growth history incident increase intervention involvement launch look loss move
    performance popularity presence prize readiness reconstruction refusal rejection reluctance resignation return
    rise role shift success surge trend trial trip turnout twist victory visit war willingness withdrawal
    """
)
"""Nouns of deeds and states: what they show nobody says."""

ACCORDING = frozenset(("according", "per"))

CUES = SPEECH | COGNITION | DOCUMENT | BESIDE_QUOTES
"""All verbs of which somebody may be the source."""


def cue_class(lemma: str) -> CueClass | None:
    """The class of a verb that takes a clause; None for a verb that is no cue."""
    if lemma in SPEECH:
        return "speech"
    if lemma in COGNITION:
        return "cognition"
    return "document" if lemma in DOCUMENT else None
