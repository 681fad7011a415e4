"""The subcommands of `dateline`, one module each."""
