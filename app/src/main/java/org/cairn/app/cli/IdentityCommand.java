package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.EnrolmentRequest;
import org.cairn.app.workspace.Identities;
import org.cairn.app.workspace.IdentityLine;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.event.IdentityEvent.IdentityRevoked;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonNull;
import org.cairn.proof.KeyId;
import org.cairn.proof.authority.HolderId;
import org.cairn.proof.authority.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "identity",
        description = "People, collectors and machines: enrolment, keys and roles. Everything works offline.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class IdentityCommand {
    private final CommandContext context;

    IdentityCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "request",
            description = "On the newcomer's machine: writes a request, signed by the key that asks to be enrolled.",
            mixinStandardHelpOptions = true)
    int request(
            @Mixin WorkspaceOptions workspace,
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "Whose key it is.")
                    String name,
            @Option(names = "--collector", description = "Asks for this machine's collectors, not for the person.")
                    boolean collector,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "The request.") Path out)
            throws Exception {
        try (Workspace open = workspace.open(context, Access.READ)) {
            Identities identities = open.identities();
            KeyId key = collector ? identities.requestForCollector(name, out) : identities.requestForPerson(name, out);
            context.terminal().say("Tell the administrator the key another way than with the file:");
            context.terminal().out().println(key.hex());
        }
        return ExitCode.DONE;
    }

    @Command(name = "enrol", description = "Enrols the key of a request, with a role.", mixinStandardHelpOptions = true)
    int enrol(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "FILE", description = "The newcomer's request.") Path file,
            @Option(
                            names = "--role",
                            required = true,
                            description = "administrator, author, reviewer, auditor or collector.")
                    Role role,
            @Option(names = "--key", paramLabel = "DIGITS", description = "Refuses any key that does not start so.")
                    Optional<String> expected,
            @Option(
                            names = "--holder",
                            paramLabel = "DIGITS",
                            description = "A further key of somebody who is enrolled: the holder or one of their keys.")
                    Optional<String> holder,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        EnrolmentRequest request = EnrolmentRequest.read(file);
        KeyId key = request.key().keyId();
        if (expected.isPresent() && !key.hex().startsWith(expected.get().toLowerCase(Locale.ROOT))) {
            throw new Refused(file + " asks for key " + key + ", not for the one expected; nobody was enrolled");
        }
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            Identities identities = open.identities();
            Optional<HolderId> known =
                    holder.isPresent() ? Optional.of(identities.findHolder(holder.get())) : Optional.empty();
            RecordedLine.print(
                    context.terminal().out(),
                    format,
                    identities.enrol(request, role, known),
                    Table.printable(request.name()) + " is enrolled as " + role.word() + " with key " + key);
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "revoke",
            description = "A key signs nothing from now on; what it signed before stays good.",
            mixinStandardHelpOptions = true)
    int revoke(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "KEY", description = "Its first digits.") String digits,
            @Option(names = "--reason", required = true, description = "lost, compromised, left, superseded or other.")
                    IdentityRevoked.Reason reason,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            KeyId key = open.identities().findKey(digits);
            RecordedLine.print(
                    context.terminal().out(),
                    format,
                    open.identities().revoke(key, reason),
                    "key " + key + " is revoked");
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "rotate",
            description = {
                "A new key takes the place of your own; name, roles and passphrase stay.",
                "The entry is signed by both keys. The old one signs nothing from then on."
            },
            mixinStandardHelpOptions = true)
    int rotate(
            @Mixin WorkspaceOptions workspace,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            Identities.Rotated rotated = open.identities().rotate();
            switch (format) {
                case JSON ->
                    JsonOutput.print(
                            context.terminal().out(),
                            Json.object()
                                    .with("entry", rotated.entry())
                                    .with("oldKey", rotated.oldKey().hex())
                                    .with("newKey", rotated.newKey().hex())
                                    .build());
                case TABLE, CSV ->
                    RecordedLine.print(
                            context.terminal().out(),
                            format,
                            rotated.entry(),
                            "key " + rotated.newKey() + " takes the place of key " + rotated.oldKey());
            }
        }
        return ExitCode.DONE;
    }

    @Command(name = "grant", description = "Gives a holder a further role.", mixinStandardHelpOptions = true)
    int grant(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "HOLDER", description = "First digits of the holder or of a key.") String digits,
            @Option(names = "--role", required = true, description = "As for enrol.") Role role,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        return changeRole(
                workspace, digits, format, "is now " + role.word(), (people, holder) -> people.grant(holder, role));
    }

    @Command(name = "withdraw-role", description = "Takes a role from a holder.", mixinStandardHelpOptions = true)
    int withdrawRole(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "HOLDER", description = "First digits of the holder or of a key.") String digits,
            @Option(names = "--role", required = true, description = "As for enrol.") Role role,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        return changeRole(
                workspace,
                digits,
                format,
                "is no longer " + role.word(),
                (people, holder) -> people.withdraw(holder, role));
    }

    private interface RoleChange {
        long record(Identities people, HolderId holder) throws WorkspaceException;
    }

    private int changeRole(WorkspaceOptions workspace, String digits, Format format, String now, RoleChange change)
            throws WorkspaceException, Refused {
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            Identities people = open.identities();
            HolderId holder = people.findHolder(digits);
            RecordedLine.print(
                    context.terminal().out(),
                    format,
                    change.record(people, holder),
                    "holder " + holder.shortForm() + " " + now);
        }
        return ExitCode.DONE;
    }

    @Command(name = "list", description = "Every key that was ever enrolled.", mixinStandardHelpOptions = true)
    int list(
            @Mixin WorkspaceOptions workspace,
            @Mixin KnownOptions times,
            @Option(names = "--format", defaultValue = "table", description = "table, json or csv.") Format format)
            throws Exception {
        AsOf asOf = AsOf.ofAll(times.known(context.environment().clock().instant()));
        try (Workspace open = workspace.open(context, Access.READ)) {
            List<IdentityLine> lines = open.at(asOf).identities();
            switch (format) {
                case TABLE -> {
                    Table table =
                            new Table("key", "name", "holder", "roles", "enrolled by entry", "by", "ended by entry");
                    lines.forEach(line -> table.row(cells(line)));
                    table.printTo(context.terminal().out());
                }
                case CSV -> {
                    Csv csv = new Csv(context.terminal().out());
                    csv.row("key", "name", "holder", "roles", "since", "by", "ended");
                    lines.forEach(line -> csv.row(cells(line)));
                }
                case JSON ->
                    JsonOutput.print(
                            context.terminal().out(),
                            new JsonArray(
                                    lines.stream().map(IdentityCommand::json).toList()));
            }
        }
        return ExitCode.DONE;
    }

    private static String[] cells(IdentityLine line) {
        return new String[] {
            line.key().hex(),
            line.name(),
            line.holder().map(HolderId::shortForm).orElse("-"),
            String.join(", ", roles(line)),
            Long.toString(line.since()),
            by(line),
            line.ended().map(entry -> Long.toString(entry)).orElse("-")
        };
    }

    private static Json json(IdentityLine line) {
        return Json.object()
                .with("key", line.key().hex())
                .with("name", JsonOutput.text(line.name()))
                .with(
                        "holder",
                        line.holder()
                                .<Json>map(holder -> Json.text(holder.hex()))
                                .orElse(new JsonNull()))
                .with("roles", JsonOutput.texts(roles(line)))
                .with("since", line.since())
                .with("by", by(line))
                .with("ended", line.ended().<Json>map(Json::number).orElse(new JsonNull()))
                .build();
    }

    /// Who brought the key in: an administrator, or the holder by rotation; or the recovery code alone.
    private static String by(IdentityLine line) {
        return switch (line.by()) {
            case PERSON -> "person";
            case RECOVERY_CODE -> "recovery code";
        };
    }

    private static List<String> roles(IdentityLine line) {
        return line.roles().stream().sorted().map(Role::word).toList();
    }
}
