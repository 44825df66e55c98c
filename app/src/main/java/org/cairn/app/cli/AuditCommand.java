package org.cairn.app.cli;

import picocli.CommandLine.Command;

@Command(
        name = "audit",
        description = "An auditor's review of a pack: mark what is in it, sign, send back; and what becomes of it.",
        mixinStandardHelpOptions = true)
final class AuditCommand {}
