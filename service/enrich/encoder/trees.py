"""Dependency trees from scores of arcs: the best tree with one root for every sentence.

Most often each word's best head makes a tree at once, and then it is the best one; where it does not,
the sentence is decoded by the algorithm of Chu and Liu (1965) and Edmonds (1967).
"""

import numpy as np

IMPOSSIBLE = np.float32(-1e9)
ONE_ROOT = 1e6
"""Taken from every root's score, more than any tree's scores differ by: the best tree then has one root."""


def best_trees(arcs: np.ndarray, roots: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """The head of every word of a window.

    Args:
        arcs: (n dependents, n heads) scores.
        roots: (n,) scores of having no head.
        starts: (n,) bool, whether a sentence begins at the word; the first one's is True.

    Returns:
        (n,) indexes of heads, a root's being its own.
    """
    number = np.cumsum(starts)
    scores = np.where(number[:, None] == number, arcs, IMPOSSIBLE)
    np.fill_diagonal(scores, roots)
    heads: np.ndarray = scores.argmax(1)
    first = np.flatnonzero(starts)
    for sentence in np.flatnonzero(~_are_trees(heads, first)):
        start = first[sentence]
        end = first[sentence + 1] if sentence + 1 < len(first) else len(heads)
        heads[start:end] = start + best_tree(scores[start:end, start:end])
    return heads


def best_tree(scores: np.ndarray) -> np.ndarray:
    """The head of every word of one sentence: the spanning tree with one root that scores most.

    Args:
        scores: (n dependents, n heads); a word's own place is its score as the root.

    Returns:
        (n,) indexes of heads, the root's being its own.
    """
    count = len(scores)
    with_root = np.full((count + 1, count + 1), -np.inf)
    with_root[1:, 1:] = scores
    with_root[1:, 0] = scores.diagonal() - ONE_ROOT
    np.fill_diagonal(with_root, -np.inf)
    heads = _arborescence(with_root)[1:] - 1
    found: np.ndarray = np.where(heads < 0, np.arange(count), heads)
    return found


def _are_trees(heads: np.ndarray, first: np.ndarray) -> np.ndarray:
    """Whether each sentence has one root and no cycle; ``first`` are the sentences' first words."""
    own = heads == np.arange(len(heads))
    one_root = np.add.reduceat(own, first, dtype=np.int64) == 1
    ancestors = heads
    for _ in range(len(heads).bit_length()):
        ancestors = ancestors[ancestors]
    trees: np.ndarray = one_root & np.logical_and.reduceat(own[ancestors], first)
    return trees


def _arborescence(scores: np.ndarray) -> np.ndarray:
    """The best heads of nodes 1 and up in a graph rooted at node 0."""
    heads: np.ndarray = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    # The cycle becomes one node, the last: an arc into it breaks the arc of the word it enters at.
    is_outside = np.ones(len(heads), bool)
    is_outside[cycle] = False
    outside = np.flatnonzero(is_outside)
    out = scores[np.ix_(outside, cycle)]
    into = scores[np.ix_(cycle, outside)] - scores[cycle, heads[cycle]][:, None]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[:-1, -1], leave = out.max(1), out.argmax(1)
    small[-1, :-1], enter = into.max(0), into.argmax(0)
    chosen = _arborescence(small)
    entered = chosen[-1]
    heads[cycle[enter[entered]]] = outside[entered]
    rest = chosen[1:-1]
    heads[outside[1:]] = np.where(rest == len(outside), cycle[leave[1:]], outside[np.minimum(rest, len(outside) - 1)])
    return heads


def _cycle(heads: np.ndarray) -> np.ndarray | None:
    """The nodes of one cycle, or None; node 0, its own head, is none."""
    ancestors = heads
    for _ in range(len(heads).bit_length()):
        ancestors = ancestors[ancestors]
    astray = np.flatnonzero(ancestors)
    if not len(astray):
        return None
    cycle = [node := int(ancestors[astray[0]])]
    while (node := int(heads[node])) != cycle[0]:
        cycle.append(node)
    return np.array(cycle)
