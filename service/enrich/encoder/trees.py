"""Dependency trees from scores of arcs: the best tree with one root for every sentence.

The word that gains most by being the root is it, and every other word takes its best head. No tree
with one root can score more, so where this makes a tree it is the answer. Where it makes a cycle, the
sentence is decoded by the algorithm of Chu and Liu (1965) and Edmonds (1967).
"""

import numpy as np

from service.enrich.encoder.session import IMPOSSIBLE

ONE_ROOT = 1e6
"""Taken from every root's score, more than any tree's scores differ by: the best tree then has one root."""

MAX_ROOTS = 8  # tried one by one; a sentence of doubtful words could need all of them


def best_trees(arcs: np.ndarray, roots: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """The head of every word of a window.

    Args:
        arcs: (n dependents, n heads) scores.
        roots: (n,) scores of having no head.
        starts: (n,) bool, whether a sentence begins at the word; the first one's is True.

    Returns:
        (n,) indexes of heads, a root's being its own.
    """
    number = np.cumsum(starts) - 1
    first = np.flatnonzero(starts)
    words = np.arange(len(starts))
    scores = np.where(number[:, None] == number, arcs, IMPOSSIBLE)
    np.fill_diagonal(scores, IMPOSSIBLE)
    heads: np.ndarray = scores.argmax(1)
    gains = roots - scores[words, heads]
    # The first of the words whose gain is their sentence's greatest.
    winners = np.flatnonzero(gains == np.maximum.reduceat(gains, first)[number])
    root = winners[np.searchsorted(winners, first)]
    heads[root] = root
    np.fill_diagonal(scores, roots)
    for sentence in np.flatnonzero(~_are_trees(heads, first)):
        start = first[sentence]
        end = first[sentence + 1] if sentence + 1 < len(first) else len(heads)
        heads[start:end] = start + best_tree(scores[start:end, start:end])
    return heads


def best_tree(scores: np.ndarray) -> np.ndarray:
    """The head of every word of one sentence: the spanning tree with one root that scores most.

    No tree scores more than its root and the best arc of every other word together. Roots are tried in
    the order of this bound, and the first tree that reaches the next one's bound is the best.

    Args:
        scores: (n dependents, n heads); a word's own place is its score as the root.

    Returns:
        (n,) indexes of heads, the root's being its own.
    """
    words = np.arange(len(scores))
    arcs = scores.astype(np.float64)
    roots = arcs.diagonal().copy()
    np.fill_diagonal(arcs, -np.inf)
    most = arcs.max(1)
    bounds = most.sum() - most + roots if len(words) > 1 else roots
    found, highest = words, -np.inf
    for root in np.argsort(-bounds, kind="stable")[:MAX_ROOTS].tolist():
        if bounds[root] <= highest:
            return found
        heads = _arborescence(arcs, root)
        others = words != root
        score = arcs[words[others], heads[others]].sum() + roots[root]
        if score > highest:
            found, highest = heads, score
    return found if len(words) <= MAX_ROOTS else _with_any_root(arcs, roots)


def _with_any_root(arcs: np.ndarray, roots: np.ndarray) -> np.ndarray:
    """The best tree by one more node that is every root's head; slower than a few tries of roots."""
    count = len(arcs)
    scores = np.full((count + 1, count + 1), -np.inf)
    scores[1:, 1:] = arcs
    scores[1:, 0] = roots - ONE_ROOT
    heads = _arborescence(scores, 0)[1:] - 1
    found: np.ndarray = np.where(heads < 0, np.arange(count), heads)
    return found


def _are_trees(heads: np.ndarray, first: np.ndarray) -> np.ndarray:
    """Whether each sentence, which has one root, has no cycle; ``first`` are the sentences' first words."""
    ancestors = heads
    for _ in range(len(heads).bit_length()):
        ancestors = ancestors[ancestors]
    trees: np.ndarray = np.logical_and.reduceat(heads[ancestors] == ancestors, first)
    return trees


def _arborescence(scores: np.ndarray, root: int) -> np.ndarray:
    """The best heads of all nodes in a graph with this root, which is its own head; no node scores itself."""
    heads: np.ndarray = scores.argmax(1)
    heads[root] = root
    cycle = _cycle(heads, root)
    if cycle is None:
        return heads
    # The cycle becomes one node, the last: an arc into it breaks the arc of the word it enters at.
    is_outside = np.ones(len(heads), bool)
    is_outside[cycle] = False
    outside = np.flatnonzero(is_outside)
    count = len(outside)
    out = scores[outside[:, None], cycle]
    into = scores[cycle[:, None], outside] - scores[cycle, heads[cycle]][:, None]
    leave, enter = out.argmax(1), into.argmax(0)
    small = np.full((count + 1, count + 1), -np.inf)
    small[:-1, :-1] = scores[outside[:, None], outside]
    small[:-1, -1] = out[np.arange(count), leave]
    small[-1, :-1] = into[enter, np.arange(count)]
    chosen = _arborescence(small, int(np.searchsorted(outside, root)))
    entered = chosen[-1]
    heads[cycle[enter[entered]]] = outside[entered]
    rest = chosen[:-1]
    heads[outside] = np.where(rest == count, cycle[leave], outside[np.minimum(rest, count - 1)])
    return heads


def _cycle(heads: np.ndarray, root: int) -> np.ndarray | None:
    """The nodes of one cycle, or None; the root, its own head, is none."""
    ancestors = heads
    for _ in range(len(heads).bit_length()):
        ancestors = ancestors[ancestors]
    astray = np.flatnonzero(ancestors != root)
    if not len(astray):
        return None
    cycle = [node := int(ancestors[astray[0]])]
    while (node := int(heads[node])) != cycle[0]:
        cycle.append(node)
    return np.array(cycle)
