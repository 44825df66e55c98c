package org.cairn.app.cli;

import picocli.CommandLine.Command;

@Command(
        name = "cairn",
        description = "Compliance evidence and posture that works inside an air gap and can be verified by a stranger.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Without a command, the window opens. Exit 0: done. 1: the answer is no. 2: the input was refused,",
            "and nothing was recorded. 3: it failed after something was recorded, or a fault of Cairn."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class)
final class CairnCommand {}
