package org.cairn.app.cli;

import picocli.CommandLine.Command;

@Command(
        name = "witness",
        description = "Others cosign the state of this ledger, by file; and this one cosigns theirs.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class WitnessCommand {}
