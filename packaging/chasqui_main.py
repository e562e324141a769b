"""Where the bundled program starts: PyInstaller wants a script, not a module."""

import sys

from chasqui_desktop.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
