"""A window: what its articles are expected to become."""

from service.consume.window import Window
from service.errors import Reason, Stage
from service.messages import Refused
from tests.consume.fakes import ManualWork, all_wait, record


async def test_refused_articles_do_not_tell_what_others_become(work: ManualWork) -> None:
    """Nothing comes of them; of good ones behind a run of bad ones no more is taken in than else."""
    window = Window(0, work, lambda outcome: True, lambda: None)
    window.start(record(0))
    expected = window.bytes
    for offset in range(1, 100):
        window.start(record(offset))
        work.futures[offset].set_result(Refused(Stage.DECODE, Reason.NOT_JSON, "no"))
    await all_wait()
    before = window.bytes
    window.start(record(100))
    assert window.bytes - before == expected
