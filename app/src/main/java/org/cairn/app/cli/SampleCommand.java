package org.cairn.app.cli;

import picocli.CommandLine.Command;

@Command(
        name = "sample",
        description = "Samples for whoever audits.",
        synopsisSubcommandLabel = "(draw)",
        mixinStandardHelpOptions = true)
final class SampleCommand {}
