package org.cairn.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.Hosts;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.posture.Fleet;
import org.cairn.collectors.away.AwayException;
import org.cairn.collectors.away.CollectorKey;
import org.cairn.evidence.HostRef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "fleet",
        description = "Several hosts: what each shows, which are expected, and what is carried here from them.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class FleetCommand {
    private final CommandContext context;

    FleetCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "show",
            description = "Every check against every host: the outcome and the age of what it rests on.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin WorkspaceOptions workspace,
            @Mixin AsOfOptions times,
            @Option(names = "--format", defaultValue = "table", description = "table, json or csv.") Format format)
            throws Exception {
        Instant now = context.environment().clock().instant();
        AsOf asOf = times.asOf(now);
        try (Workspace open = workspace.open(context, Access.READ)) {
            Fleet fleet = open.hosts().at(asOf);
            FleetListing listing = new FleetListing(fleet);
            switch (format) {
                case JSON -> JsonOutput.print(context.terminal().out(), listing.json());
                case TABLE -> listing.printTable(context.terminal().out());
                case CSV -> listing.printCsv(context.terminal().out());
            }
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "expect",
            description =
                    "A host is expected to show evidence: its silence is a gap in every check that hosts are asked.",
            mixinStandardHelpOptions = true)
    int expect(
            @Mixin WorkspaceOptions workspace,
            @Parameters(
                            paramLabel = "HOST",
                            description = "The name it gives itself, or NAME/MACHINE as `show` has it.")
                    String host,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            RecordedLine.print(
                    context.terminal().out(),
                    format,
                    open.hosts().expect(host),
                    Table.printable(host) + " is expected to show evidence");
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "dismiss",
            description = "A host is no longer there: it is not expected, and what it showed until now counts no more.",
            mixinStandardHelpOptions = true)
    int dismiss(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "HOST", description = "As `show` has it.") String named,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Stored encrypted.")
                    String reason,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            Hosts hosts = open.hosts();
            HostRef host = hosts.find(named);
            RecordedLine.print(
                    context.terminal().out(),
                    format,
                    hosts.dismiss(host, reason),
                    Table.printable(host.text()) + " is no longer expected, and what it showed counts no more");
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "import",
            description = "Takes over a run that `collect --out` wrote on a host without a workspace.",
            footer = "The key that signed it is enrolled as a collector, speaks for this host alone, and no run counts"
                    + " twice. Where anything is wrong, nothing is recorded.",
            mixinStandardHelpOptions = true)
    int take(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "RUN", description = "The file.") Path run,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            RunListing listing = new RunListing(open.hosts().take(run));
            switch (format) {
                case JSON -> JsonOutput.print(context.terminal().out(), listing.json());
                case TABLE, CSV -> listing.printTo(context.terminal());
            }
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "key",
            description = {
                "On a host without a workspace: makes a key for its collectors, and asks that it be enrolled.",
                "The key's file is its owner's alone and has no passphrase, so that a timer can use it."
            },
            mixinStandardHelpOptions = true)
    int key(
            @Parameters(paramLabel = "FILE", description = "The new key.") Path file,
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "Whose key it is.")
                    String name,
            @Option(names = "--out", required = true, paramLabel = "REQUEST", description = "For `identity enrol`.")
                    Path request)
            throws Refused {
        if (Files.exists(request)) {
            throw new Refused(request + ": exists; choose another name. No key was made");
        }
        try {
            CollectorKey key = CollectorKey.make(file, context.environment().random());
            Files.write(request, key.request(name).encode().toByteArray(), StandardOpenOption.CREATE_NEW);
            context.terminal().say("Tell the administrator the key another way than with the file:");
            context.terminal().out().println(key.publicKey().keyId().hex());
            return ExitCode.DONE;
        } catch (AwayException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        } catch (FileAlreadyExistsException _) {
            throw new Refused(request + ": exists; choose another name");
        } catch (IOException e) {
            throw new Refused(request + ": the request cannot be written (" + e + ")");
        }
    }
}
