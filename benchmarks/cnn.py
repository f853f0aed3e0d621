"""What the encoder's speed is compared with: spaCy's own small pipeline of convolutional networks.

It has the components and sizes of spaCy's small English pipeline (a shared and a separate tok2vec of
width 96 and depth 4, tagger, morphologizer, edit-tree lemmatizer, parser, names), trained here on the
same corpora for long enough that it does its real work. Its accuracy is not used.
"""

import random
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import minibatch

from service.enrich.encoder.labels import NAME_TAGS
from training.corpora import read_names
from training.documents import NamesDocument
from training.treebanks import Tree, read_trees, treebank

STEPS = 120
SENTENCES, ARTICLES = 32, 1  # of one step
WIDTH, DEPTH = 96, 4


def load(corpora: Path, cache: Path) -> Language:
    """The pipeline from ``cache``, trained and put there first when it is missing.

    Raises:
        OSError: the corpora are missing.
    """
    if not (cache / "meta.json").is_file():
        _train(corpora).to_disk(cache)
    return spacy.load(cache)


def _train(corpora: Path) -> Language:
    chance = random.Random(1)
    nlp = _pipeline()
    banks = [bank for name in ("ud_ewt", "gum_open") for bank in read_trees(treebank(corpora, name, "train"))]
    trees = [_tree_example(nlp, tree) for bank in banks for tree in bank.trees]
    names = [_names_example(nlp, document) for document in read_names(corpora, "worldwide_newswire", "train")]
    chance.shuffle(trees)
    chance.shuffle(names)
    optimizer = nlp.initialize(lambda: [*trees[:2000], *names[:20]])
    tree_steps, name_steps = minibatch(cycle(trees), SENTENCES), minibatch(cycle(names), ARTICLES)
    for tree_step, name_step in islice(zip(tree_steps, name_steps, strict=False), STEPS):
        nlp.update([*tree_step, *name_step], sgd=optimizer, drop=0.1)
    return nlp


def _pipeline() -> Language:
    nlp = spacy.blank("en")
    tok2vec = {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": WIDTH,
        "depth": DEPTH,
        "embed_size": 5000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
    }
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}
    nlp.add_pipe("tok2vec", config={"model": tok2vec})
    for name in ("tagger", "morphologizer", "trainable_lemmatizer", "parser"):
        nlp.add_pipe(name, config={"model": {"tok2vec": listener}})
    nlp.add_pipe("ner", config={"model": {"tok2vec": tok2vec}})
    return nlp


def _tree_example(nlp: Language, tree: Tree) -> Example:
    gold = Doc(
        nlp.vocab,
        words=tree.words,
        tags=tree.xpos,
        pos=tree.upos,
        morphs=tree.feats,
        lemmas=tree.lemmas,
        heads=tree.heads,
        deps=["ROOT" if label == "root" else label for label in tree.labels],
    )
    return Example(Doc(nlp.vocab, words=tree.words), gold)


def _names_example(nlp: Language, document: NamesDocument) -> Example:
    gold = Doc(nlp.vocab, words=document.words)
    gold.ents = list(_spans(gold, document))
    return Example(Doc(nlp.vocab, words=document.words), gold)


def _spans(doc: Doc, document: NamesDocument) -> Iterator[Span]:
    start, label = 0, ""
    for index, row in enumerate([*document.tags.argmax(1), 0]):
        mark, _, name = NAME_TAGS[row].partition("-")
        if label and mark != "I":
            yield Span(doc, start, index, label)
            label = ""
        if mark == "B":
            start, label = index, name
