package dev.godwit.cli.command;

import picocli.CommandLine.Command;

/// The program without a command.
@Command(
    name = "godwit",
    header = "Moves data from any API into your database, and drops no record on the way.",
    footer = {
      "  godwit demo                             see it work, in seconds, without an account",
      "  godwit sync --help                      how to sync a source of your own",
      "  godwit query demo.duckdb \"from orders\"  look at what arrived"
    })
final class GodwitCommand {}
