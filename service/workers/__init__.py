"""The worker processes: articles run in them, one at a time in each, so that a bad one harms no other.

In the service's own process: ``pool`` (starts, replaces and stops workers), ``slots`` (their places), ``worker`` (one
of them, as the pool sees it), ``usage`` (what the system tells of it), ``dispatch`` and ``queue`` (which article goes
to which), ``watchdog`` (deadlines and memory), ``deaths`` (what the end of a process means), ``shared_facts`` (facts of
exact copies), ``refused`` (articles that need no worker), ``cpus`` (how many workers).

In the worker's process: ``child`` (its main function) and ``preload`` (what the fork server imports). Between the
two: ``frames`` (messages on a socket).
"""
