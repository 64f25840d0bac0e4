"""What all tests share."""

import signal

# Tests press Ctrl-C in programs that they start. A shell that runs the tests in the background has
# them ignore it, and what is ignored here is ignored there.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
