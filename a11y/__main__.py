"""`python -m a11y` runs the audit."""

import sys

from a11y.cli import main

sys.exit(main())
