"""The command line: one file a command, each of which imports what it needs when it is called."""


def main() -> None:
    """The entry point of `waqai`."""
    from waqai.cli.app import app

    app()
