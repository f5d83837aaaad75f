#!/bin/sh
# Prints the path of the Python that the explorer uses: the one named in PYTHON, else the first on the PATH
# that fits. Leaves an active environment aside, because that may be the one about to be made anew.
fits='import sys; fit = (3, 11) <= sys.version_info[:2] <= (3, 13); fit and print(sys._base_executable); sys.exit(not fit)'

[ -n "$PYTHON" ] && set -- "$PYTHON" || set -- python3 python3.13 python3.12 python3.11
for name; do
  "$name" -c "$fits" 2>/dev/null && exit
done

asked=${PYTHON:-python3}
found=$("$asked" --version 2>&1) || found="not there"
echo "The explorer needs Python 3.11, 3.12 or 3.13, and $asked is $found:" \
  "please install Python 3.13, or name another with \"make PYTHON=/path/to/python\"." >&2
exit 1
