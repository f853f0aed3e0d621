"""``python -m service`` is ``newswire``."""

import sys

from service.cli import main

sys.exit(main())
