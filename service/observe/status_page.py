"""The status page: what a person who opens the port wants to know, without a script."""

from html import escape

from service import __version__
from service.observe.health import Health, PartitionState, Verdict

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: right; padding: .25rem .75rem; border-bottom: 1px solid #ddd }
th:first-child, td:first-child { text-align: left } .ok { color: #146c2e } .bad { color: #a11 }
"""


def status_page(health: Health) -> str:
    """The page as HTML."""
    seen = health.snapshot
    workers = seen.workers
    rows = "".join(_row(state) for state in seen.partitions)
    table = (
        f"<table><tr><th>partition<th>gate<th>in work<th>position<th>committed<th>end<th>lag</tr>{rows}</table>"
        if rows
        else "<p>No partition is assigned.</p>"
    )
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="5">'
        f"<title>newswire</title><style>{_STYLE}</style><h1>newswire {escape(__version__)}</h1>"
        f"<p>Alive: {_told(health.livez())}<br>Ready: {_told(health.readyz())}</p>"
        f"<h2>Partitions</h2>{table}"
        f"<h2>Workers</h2><p>{workers.busy} busy, {workers.ready} ready of {workers.size}; "
        f"{workers.queued} articles wait; the oldest runs for {workers.oldest_running_seconds:.1f} s.</p>"
        '<p><a href="/metrics">/metrics</a> <a href="/livez">/livez</a> <a href="/readyz">/readyz</a></p>'
    )


def _row(state: PartitionState) -> str:
    cells = (
        f"{state.topic}-{state.partition}",
        state.gate,
        state.in_work,
        state.position,
        state.committed,
        state.end,
        state.lag,
    )
    return "<tr>" + "".join(f"<td>{escape(str('' if cell is None else cell))}" for cell in cells) + "</tr>"


def _told(verdict: Verdict) -> str:
    if verdict.ok:
        return '<b class="ok">yes</b>'
    causes = "; ".join(f"{cause}: {why}" for cause, why in verdict.causes.items())
    return f'<b class="bad">no</b>, {escape(causes)}'
