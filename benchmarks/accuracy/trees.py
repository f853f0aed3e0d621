"""Tags, lemmas and trees on a treebank's own words, and sentences from its raw text."""

from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.accuracy.scores import Score
from training.treebanks import TreeDocument


def score_grammar(nlp: Language, documents: list[TreeDocument]) -> dict[str, float]:
    """Accuracies, in per cent, with gold words and gold sentences; punctuation counts, and so do subtypes.

    Returns:
        ``upos``, ``xpos``, ``lemma``, ``uas``, ``las``, by spaCy's attributes of the same meaning.
    """
    counts = Counter[str]()
    for document in documents:
        words = [word for tree in document.trees for word in tree.words]
        spaces = [space for tree in document.trees for space in tree.spaces]
        starts: list[bool | int | None] = [not index for tree in document.trees for index in range(len(tree.words))]
        doc = Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)
        for _, pipe in nlp.pipeline:
            doc = pipe(doc)
        first = 0
        for tree in document.trees:
            for index, token in enumerate(doc[first : first + len(tree.words)]):
                head_right = token.head.i - first == tree.heads[index]
                counts["words"] += 1
                counts["upos"] += token.pos_ == tree.upos[index]
                counts["xpos"] += token.tag_ == tree.xpos[index]
                counts["lemma"] += token.lemma_ == tree.lemmas[index]
                counts["uas"] += head_right
                # spaCy writes ROOT in capitals.
                label = "root" if token.dep_ == "ROOT" else token.dep_
                counts["las"] += head_right and label == tree.labels[index]
            first += len(tree.words)
    return {name: 100 * counts[name] / counts["words"] for name in ("upos", "xpos", "lemma", "uas", "las")}


def score_sentences(nlp: Language, documents: list[TreeDocument]) -> Score:
    """Sentences found in raw text, exact spans; paragraphs, where the treebank marks them, are an empty line apart."""
    score = Score()
    for document in documents:
        text, gold = raw_text(document)
        found = set()
        for sentence in nlp(text).sents:
            start = sentence.start_char + len(sentence.text) - len(sentence.text.lstrip())
            found.add((start, start + len(sentence.text.strip())))
        score.add(found, gold)
    return score


def raw_text(document: TreeDocument) -> tuple[str, set[tuple[int, int]]]:
    """The text of a document, and the (start, end exclusive) of its sentences."""
    text, gold = "", set()
    for tree in document.trees:
        if text and tree.starts_paragraph:
            text = text.rstrip() + "\n\n"
        sentence = "".join(word + " " * space for word, space in zip(tree.words, tree.spaces, strict=True))
        gold.add((len(text), len(text) + len(sentence.rstrip())))
        text += sentence
    return text.rstrip(), gold
