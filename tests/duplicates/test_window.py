"""The window of duplicates: what is a copy of what, in which order, and within which bounds."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.clean.fingerprint import take_fingerprint
from service.config.processing import DuplicateSettings
from service.duplicates.verdict import NONE, Duplicate
from service.duplicates.window import MIN_CONTAINMENT, MIN_SHARED, DuplicateWindow
from tests.duplicates.texts import SIZE, edited, story


class Stream:
    """A window that articles go through one after the other."""

    def __init__(self, articles: int = 100, seconds: float = 1_000.0, size: int = SIZE) -> None:
        self.window = DuplicateWindow(DuplicateSettings(articles, seconds), size)
        self._size = size

    def see(self, article_id: str, words: Sequence[str], second: float = 0) -> Duplicate:
        fingerprint = take_fingerprint(" ".join(words), self._size)
        verdict = self.window.judge(article_id, int(second * 1000), fingerprint)
        self.window.add(article_id, int(second * 1000), fingerprint)
        return verdict


def test_the_same_words_are_an_exact_copy() -> None:
    """Of the earliest article that has them."""
    stream = Stream()
    assert stream.see("a", story(1)) == NONE
    assert stream.see("b", story(1)) == Duplicate("exact", "a", 1.0)
    assert stream.see("c", [word.upper() for word in story(1)]) == Duplicate("exact", "a", 1.0)


def test_short_notices_are_found_when_they_are_the_same() -> None:
    """They have too few shingles to be near copies."""
    stream = Stream()
    stream.see("a", ["sold", "out"])
    assert stream.see("b", ["sold", "out"]).kind == "exact"
    assert stream.see("c", ["sold", "off"]) == NONE


def test_a_text_with_some_words_changed_is_a_copy() -> None:
    """Its containment is the share of its shingles that survived."""
    stream = Stream()
    stream.see("a", story(1))
    verdict = stream.see("b", edited(story(1), every=25))
    assert (verdict.kind, verdict.of) == ("copy", "a")
    assert verdict.containment == pytest.approx(17 / 25, abs=0.15)


def test_a_text_with_every_eighth_word_changed_is_another_text() -> None:
    """No run of eight words is left of it."""
    stream = Stream()
    stream.see("a", story(1))
    assert stream.see("b", edited(story(1), every=8)) == NONE


def test_the_first_part_of_a_long_text_is_a_partial_copy_that_stands_in_it_whole() -> None:
    """As when a wire story is cut."""
    stream = Stream()
    stream.see("a", story(1))
    assert stream.see("b", story(1)[:100]) == Duplicate("partial", "a", 1.0)


def test_a_text_that_holds_an_earlier_one_is_a_partial_copy_with_a_small_share() -> None:
    """As when a first report is extended: little of the new text is old."""
    stream = Stream()
    stream.see("a", story(1)[:100])
    verdict = stream.see("b", story(1))
    assert (verdict.kind, verdict.of) == ("partial", "a")
    assert verdict.containment == pytest.approx(0.25, abs=0.1)


def test_all_copies_name_the_earliest_article_they_resemble() -> None:
    """So the copies of a story make one group under one id."""
    stream = Stream()
    stream.see("a", story(1))
    for copy in range(20):
        stream.see(f"b{copy}", edited(story(1), every=30 + copy))
    assert stream.see("c", edited(story(1), every=60)).of == "a"


def test_a_copy_of_a_copy_that_does_not_resemble_the_original_names_the_copy() -> None:
    """Links are verified each, not inherited: a chain of small changes does not make two texts one."""
    first, second, third = (story(1, words=600)[start : start + 300] for start in (0, 150, 300))
    stream = Stream()
    stream.see("a", first)
    assert stream.see("b", second).of == "a"
    assert stream.see("c", third).of == "b"


def test_a_closer_text_wins_over_a_page_that_only_holds_a_piece() -> None:
    """A morning's round-up quotes many stories; it is the original of none."""
    stream = Stream()
    stream.see("round-up", [*story(2), *story(1)[:150], *story(3)])
    stream.see("a", story(1))
    assert stream.see("b", edited(story(1), every=40)).of == "a"


def test_a_new_version_of_an_article_is_no_copy_of_itself() -> None:
    """The same id again, with the same words or with others: an update, or a second delivery."""
    stream = Stream()
    stream.see("a", story(1))
    assert stream.see("a", story(1)) == NONE
    assert stream.see("a", edited(story(1), every=50)) == NONE
    assert len(stream.window) == 1


def test_an_original_that_comes_again_is_no_copy_of_its_copies() -> None:
    """Links never point forward, so a replay gives the verdicts of the first time."""
    stream = Stream()
    articles = {"a": story(1), "b": story(1), "c": edited(story(1), every=50)}
    first = {article_id: stream.see(article_id, words) for article_id, words in articles.items()}
    assert first["b"].of == first["c"].of == "a"
    assert {article_id: stream.see(article_id, words) for article_id, words in articles.items()} == first


def test_copies_are_found_by_the_newest_version_of_an_article() -> None:
    """The earlier one has been replaced."""
    stream = Stream()
    stream.see("a", story(1))
    stream.see("a", story(2))
    assert stream.see("b", story(1)) == NONE
    assert stream.see("c", story(2)).of == "a"


def test_the_window_holds_the_newest_articles_only() -> None:
    """An original that was pushed out is unknown; its copy is the original now."""
    stream = Stream(articles=3)
    for number in range(4):
        stream.see(str(number), story(number))
    assert len(stream.window) == 3
    assert stream.see("copy of 0", story(0)) == NONE
    assert stream.see("another", story(0)).of == "copy of 0"


def test_the_oldest_article_of_a_full_window_still_counts() -> None:
    """Up to the last one before it goes."""
    stream = Stream(articles=2)
    stream.see("a", story(1))
    stream.see("b", story(2))
    assert stream.see("c", edited(story(1), every=50)).of == "a"


def test_an_original_may_be_only_so_much_older_than_its_copy() -> None:
    """By the times of their records, so that a stream read again gives the same verdicts."""
    stream = Stream(seconds=60)
    stream.see("a", story(1), second=0)
    assert stream.see("b", story(1), second=60).of == "a"
    assert stream.see("c", story(1), second=61).of == "b"
    assert stream.see("d", edited(story(1), every=50), second=500) == NONE


def test_a_record_from_another_time_does_not_empty_the_window() -> None:
    """One with a time in the future, or another partition that is days ahead."""
    stream = Stream(seconds=60)
    stream.see("a", story(1), second=0)
    stream.see("from the future", story(2), second=10**9)
    assert stream.see("b", story(1), second=1).of == "a"


def test_an_article_that_comes_again_when_its_first_version_is_too_old_is_a_new_one() -> None:
    """Its copies name it, and it may be the copy of what came meanwhile."""
    stream = Stream(seconds=60)
    stream.see("a", story(1), second=0)
    stream.see("b", story(2), second=100)
    assert stream.see("a", story(2), second=110).of == "b"
    stream.see("c", story(3), second=120)
    stream.see("a", story(3), second=180)
    assert stream.see("d", story(1), second=190) == NONE


def test_an_article_that_was_not_published_is_nobodys_original() -> None:
    """It was taken back: the broker refused it."""
    stream = Stream()
    stream.see("a", story(1))
    stream.window.forget("a")
    stream.window.forget("never seen")
    assert stream.see("b", story(1)) == NONE
    assert stream.see("c", edited(story(1), every=50)).of == "b"


def test_a_line_that_hundreds_of_articles_share_links_none_of_them() -> None:
    """And those articles keep finding their own copies."""
    credit = story(99, words=60)
    stream = Stream(articles=1_000)
    for number in range(500):
        assert stream.see(f"a{number}", [*story(number), *credit]) == NONE
    assert stream.see("copy", [*edited(story(400), every=40), *credit]).of == "a400"


def test_a_story_copied_hundreds_of_times_does_not_hide_others() -> None:
    """Its shingles take no more room than those of a few articles."""
    stream = Stream(articles=600)
    stream.see("a", story(1))
    for number in range(500):
        assert stream.see(f"b{number}", edited(story(1), every=20 + number)).of == "a"
    stream.see("c", story(2))
    assert stream.see("d", edited(story(2), every=50)).of == "c"


TEXTS = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=40)
ARTICLES = st.lists(st.tuples(st.integers(0, 12), TEXTS, st.integers(0, 50)), max_size=30)


@given(ARTICLES, st.integers(1, 8), st.integers(16, 64))
def test_whatever_comes_the_window_is_bounded_and_every_link_is_true(
    articles: list[tuple[int, list[str], int]], most: int, size: int
) -> None:
    """A link names an article that came before, is young enough, and shares what the verdict says."""
    stream = Stream(most, seconds=20, size=size)
    window: dict[str, tuple[int, set[int]]] = {}
    for number, words, second in articles:
        article_id = str(number)
        verdict = stream.see(article_id, words, second)
        sketch = set(np.frombuffer(take_fingerprint(" ".join(words), 10_000).shingles, np.uint64).tolist())
        if verdict.of is not None:
            came, theirs = window[verdict.of]
            order = [*window, article_id]
            assert order.index(verdict.of) < order.index(article_id)
            assert second - came <= 20
            if verdict.kind == "exact":
                assert sketch == theirs
            elif len(sketch | theirs) < size:  # neither sketch is a sample: the containment is exact
                shared = len(sketch & theirs)
                assert shared >= MIN_SHARED
                assert max(shared / len(sketch), shared / len(theirs)) >= MIN_CONTAINMENT
                assert verdict.containment == round(shared / len(sketch), 3)
        if article_id in window and window[article_id][0] < second - 20:
            del window[article_id]
        while article_id not in window and len(window) >= most:
            del window[next(iter(window))]
        window[article_id] = (window.get(article_id, (second,))[0], sketch)
        assert len(stream.window) == len(window) <= most


@given(ARTICLES, st.integers(1, 8))
def test_the_same_stream_gives_the_same_verdicts(articles: list[tuple[int, list[str], int]], most: int) -> None:
    """Nothing depends on chance or on the clock."""
    one, other = Stream(most, seconds=20), Stream(most, seconds=20)
    for number, words, second in articles:
        assert one.see(str(number), words, second) == other.see(str(number), words, second)
