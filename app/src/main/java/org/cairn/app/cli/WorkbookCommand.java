package org.cairn.app.cli;

import picocli.CommandLine.Command;

@Command(
        name = "workbook",
        description = "Answers as a workbook, filled in on another machine and taken back cell by cell.",
        mixinStandardHelpOptions = true)
final class WorkbookCommand {}
