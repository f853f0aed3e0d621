"""What the fork server imports once, so that a new worker is there in tens of milliseconds."""

import os
import signal

# A terminal sends Ctrl-C to all processes of its group, systemd and `timeout` SIGTERM: this one, and the workers, which
# would seem to end with it, stay until the service has no more use for them.
for _signal in (signal.SIGINT, signal.SIGTERM):
    signal.signal(_signal, signal.SIG_IGN)

for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")  # one article, one core; read when the libraries are loaded

import service.article  # noqa: E402, F401 - after the thread counts are set, and only for its imports
