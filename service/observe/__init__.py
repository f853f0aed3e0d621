"""What the service tells of itself: health, metrics, a status page, logs.

``health`` judges a snapshot, ``metrics`` declares every metric, ``http`` serves both and ``status_page`` on one
port, ``logs`` formats log lines. ``service.monitor`` takes the snapshots.
"""
