"""Frames: messages survive whatever pieces the stream arrives in."""

import itertools
import socket

from hypothesis import given
from hypothesis import strategies as st

from service.workers.frames import FrameReader, encode, receive

MESSAGES = st.lists(st.tuples(st.text(), st.integers(), st.binary(max_size=300)), max_size=8)


@given(messages=MESSAGES, cuts=st.lists(st.integers(0, 3000), max_size=20))
def test_messages_are_the_same_however_the_stream_is_cut(messages: list, cuts: list[int]) -> None:  # type: ignore[type-arg]
    """A frame may arrive in parts, or several in one part."""
    stream = b"".join(encode(message) for message in messages)
    edges = [0, *sorted(min(cut, len(stream)) for cut in cuts), len(stream)]
    reader = FrameReader()
    read = [m for start, end in itertools.pairwise(edges) for m in reader.feed(stream[start:end])]
    assert read == messages


def test_the_end_of_the_stream_is_no_message() -> None:
    """A worker whose service is gone ends."""
    ours, theirs = socket.socketpair()
    ours.sendall(encode(("whole",)) + encode(("cut off",))[:-1])
    ours.close()
    assert receive(theirs) == ("whole",)
    assert receive(theirs) is None
    theirs.close()
