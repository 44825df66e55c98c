package org.cairn.app.cli;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.ledger.key.AddedPerson;
import org.cairn.ledger.key.DocumentKeyType;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.KeyFile;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.NewPerson;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.PersonSecrets;
import org.cairn.ledger.key.RevocationReason;
import org.cairn.ledger.key.Totp;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.authority.Role;
import org.cairn.reports.pdf.QrText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Each subcommand is one use of the keyring. They open for writing, so that one program at a time changes keys.
@Command(
        name = "keys",
        description = "Who opens the workspace and by what, and the certificates it issues.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class KeysCommand {
    private static final int REQUEST_LIMIT_BYTES = 64 * 1024;

    private final CommandContext context;

    KeysCommand(CommandContext context) {
        this.context = context;
    }

    private interface Work {
        void run(Keyring keyring) throws KeyException, Refused;
    }

    private int change(WorkspaceOptions options, Work work) throws WorkspaceException, KeyException, Refused {
        try (Workspace workspace = options.open(context, Access.WRITE)) {
            work.run(workspace.keyring());
        }
        return ExitCode.DONE;
    }

    private SecureRandom random() {
        return context.environment().random();
    }

    private Clock clock() {
        return context.environment().clock();
    }

    private void say(String line) {
        context.terminal().say(line);
    }

    @Command(name = "list", description = "People and certificates.", mixinStandardHelpOptions = true)
    int list(
            @Mixin WorkspaceOptions options,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws WorkspaceException, KeyException, Refused {
        try (Workspace workspace = options.open(context, Access.READ)) {
            KeysListing listing = KeysListing.of(workspace.keyring());
            switch (format) {
                case JSON -> JsonOutput.print(context.terminal().out(), listing.json());
                case TABLE, CSV -> listing.printTo(context.terminal().out());
            }
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "add-person",
            description = "Lets another person open the workspace, with a passphrase and keys of their own.",
            mixinStandardHelpOptions = true)
    int addPerson(
            @Mixin WorkspaceOptions options,
            @Parameters(paramLabel = "NAME", description = "Stands in the certificate.") String name,
            @Option(names = "--label", paramLabel = "LABEL", description = "Chosen by before unlocking; not secret.")
                    Optional<String> label,
            @Option(names = "--new-passphrase-file", paramLabel = "FILE", description = "Otherwise: a prompt.")
                    Optional<Path> newPassphrase,
            @Option(names = "--rsa", description = "Signs documents with RSA-3072 instead of P-256.") boolean rsa,
            @Option(names = "--role", description = "Enrols the person at once; you have to be administrator.")
                    Optional<Role> role,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws WorkspaceException, KeyException, Refused {
        try (Workspace workspace = options.open(context, Access.WRITE)) {
            if (role.isPresent()) {
                workspace.identities().checkEnrolment(name);
            }
            try (Passphrase passphrase = PassphraseSource.fresh(context.terminal(), newPassphrase);
                    AddedPerson added = workspace
                            .keyring()
                            .addPerson(
                                    new NewPerson(name, label, PersonSecrets.of(passphrase), type(rsa)),
                                    random(),
                                    clock())) {
                Optional<Long> entry = role.isPresent()
                        ? Optional.of(workspace.identities().enrol(added, role.get()))
                        : Optional.empty();
                print(added, entry, format);
            }
        }
        return ExitCode.DONE;
    }

    private static DocumentKeyType type(boolean rsa) {
        return rsa ? DocumentKeyType.RSA_3072 : DocumentKeyType.P_256;
    }

    private void print(AddedPerson added, Optional<Long> enrolled, Format format) {
        String label = added.person().way().label();
        String key = added.person().key().keyId().hex();
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object()
                                .with("label", label)
                                .with("holder", added.person().holder().hex())
                                .with("key", key)
                                .with("entry", enrolled.<Json>map(Json::number).orElse(new Json.JsonNull()))
                                .build());
            case TABLE, CSV -> {
                Table table = new Table("label", label);
                table.row("key", key);
                table.row("enrolled by entry", enrolled.map(String::valueOf).orElse("-"));
                table.printTo(context.terminal().out());
            }
        }
        say(
                enrolled.isPresent()
                        ? "This person opens the workspace with --person " + label + " and is enrolled."
                        : "This person opens the workspace with --person " + label + ". They record nothing until they"
                                + " run `cairn identity request` and an administrator `cairn identity enrol`.");
    }

    @Command(
            name = "remove-person",
            description = "Ends a person's way in and revokes their certificates.",
            mixinStandardHelpOptions = true)
    int removePerson(
            @Mixin WorkspaceOptions options,
            @Parameters(paramLabel = "PERSON", description = "Label, or the first digits of the key.") String person)
            throws WorkspaceException, KeyException, Refused {
        return change(options, keyring -> {
            keyring.removePerson(options.holder(person), clock());
            say("Removed. A copy of the folder from before still opens by the old passphrase, and the key is enrolled"
                    + " until `cairn identity revoke` ends it.");
        });
    }

    @Command(name = "passphrase", description = "Changes your passphrase.", mixinStandardHelpOptions = true)
    int passphrase(
            @Mixin WorkspaceOptions options,
            @Option(names = "--new-passphrase-file", paramLabel = "FILE", description = "Otherwise: a prompt.")
                    Optional<Path> newPassphrase)
            throws WorkspaceException, KeyException, Refused {
        return change(options, keyring -> {
            try (Passphrase passphrase = PassphraseSource.fresh(context.terminal(), newPassphrase)) {
                keyring.changeSecrets(new PersonSecrets(passphrase, options.keyFile()), random());
                say("Changed. A copy of the folder from before still opens by the old passphrase.");
            }
        });
    }

    @Command(
            name = "recovery-code",
            description = "Makes a new recovery code; the old one opens nothing any more.",
            mixinStandardHelpOptions = true)
    int recoveryCode(@Mixin WorkspaceOptions options) throws WorkspaceException, KeyException, Refused {
        return change(options, keyring -> {
            context.terminal().out().println(keyring.newRecoveryCode(random()).text());
            say("It opens what is recorded and adds people; it signs as nobody. Print it and lock it away.");
        });
    }

    @Command(
            name = "key-file",
            description = "Makes a key file that belongs to your passphrase from now on; or does without again.",
            mixinStandardHelpOptions = true)
    int keyFile(
            @Mixin WorkspaceOptions options,
            @Option(names = "--out", paramLabel = "FILE", description = "Where to write it.") Optional<Path> out,
            @Option(names = "--remove", description = "The passphrase alone opens again.") boolean remove)
            throws WorkspaceException, KeyException, Refused {
        if (out.isPresent() == remove) {
            throw new Refused("say either --out FILE or --remove");
        }
        return change(options, keyring -> {
            Optional<KeyFile> file =
                    out.isPresent() ? Optional.of(KeyFile.make(out.get(), random())) : Optional.empty();
            PersonSecrets typed = options.secrets(context.terminal());
            try (Passphrase passphrase = typed.passphrase()) {
                keyring.changeSecrets(new PersonSecrets(passphrase, file), random());
            }
            say(
                    remove
                            ? "The passphrase alone opens again."
                            : "Keep it apart from this machine. Who loses it needs the" + " recovery code.");
        });
    }

    @Command(
            name = "totp",
            description = "Asks you for six digits of a device beside the passphrase; or no longer does.",
            mixinStandardHelpOptions = true)
    int totp(
            @Mixin WorkspaceOptions options,
            @Option(names = "--remove", description = "No digits are asked for any more.") boolean remove)
            throws WorkspaceException, KeyException, Refused {
        return change(options, keyring -> {
            if (remove) {
                keyring.disableTotp();
                return;
            }
            Totp totp = Totp.random(random());
            String uri = totp.uri(context.environment().host().identity().user());
            context.terminal().out().print(QrText.halfBlocks(uri));
            context.terminal().out().println(totp.secretText());
            context.terminal().out().flush();
            char[] typed = context.terminal()
                    .prompt()
                    .secret("Six digits that your device shows now: ")
                    .orElseThrow(() -> new Refused("no terminal to type the six digits; nothing was changed"));
            keyring.enableTotp(totp, new String(typed), clock());
            say("From now on you are asked for six digits. They stop somebody at this keyboard who saw your passphrase;"
                    + " they do not protect a copy of the folder.");
        });
    }

    @Command(
            name = "token",
            description = "Makes two keys in a PKCS#11 token: one opens the workspace as you, one signs documents.",
            mixinStandardHelpOptions = true)
    int token(
            @Mixin WorkspaceOptions options,
            @Option(names = "--enrol", paramLabel = "MODULE:SLOT", description = "The token's library and slot.")
                    Optional<String> enrol,
            @Option(names = "--pin-file", paramLabel = "FILE", description = "Otherwise: a prompt.")
                    Optional<Path> pinFile,
            @Option(names = "--remove", description = "The token opens nothing any more.") boolean remove)
            throws WorkspaceException, KeyException, Refused {
        if (enrol.isPresent() == remove) {
            throw new Refused("say either --enrol MODULE:SLOT or --remove");
        }
        return change(options, keyring -> {
            if (remove) {
                keyring.leaveToken(random(), clock());
                return;
            }
            try (Passphrase pin = PassphraseSource.given(context.terminal(), pinFile, "PIN of the token: ")) {
                keyring.useToken(TokenText.parse(enrol.orElseThrow(), pin), random(), clock());
            }
            say("Open with --token " + enrol.orElseThrow() + ". Documents are signed by the token from now on.");
        });
    }

    @Command(
            name = "request-certificate",
            description = "Writes a request for a certificate of your document key (PKCS#10).",
            mixinStandardHelpOptions = true)
    int request(
            @Mixin WorkspaceOptions options,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write it.") Path out)
            throws WorkspaceException, KeyException, Refused {
        requireAbsent(out);
        return change(options, keyring -> write(out, keyring.certificateRequest()));
    }

    @Command(
            name = "certify",
            description = "Certifies the key of a request from another machine (PKCS#10, P-256 or RSA).",
            mixinStandardHelpOptions = true)
    int certify(
            @Mixin WorkspaceOptions options,
            @Parameters(paramLabel = "REQUEST", description = "The request, PEM.") Path request,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write it.") Path out)
            throws WorkspaceException, KeyException, Refused {
        Bytes asked = read(request);
        requireAbsent(out);
        return change(options, keyring -> write(out, keyring.certify(asked, request.toString(), random(), clock())));
    }

    @Command(
            name = "renew-certificate",
            description = "Three more years for your document key, or another key.",
            mixinStandardHelpOptions = true)
    int renew(
            @Mixin WorkspaceOptions options,
            @Option(names = "--new-key", paramLabel = "TYPE", description = "p-256 or rsa-3072; revokes the old one.")
                    Optional<String> type)
            throws WorkspaceException, KeyException, Refused {
        return change(options, keyring -> {
            if (type.isEmpty()) {
                keyring.renewCertificate(random(), clock());
                return;
            }
            keyring.replaceDocumentKey(
                    switch (type.get()) {
                        case "p-256" -> DocumentKeyType.P_256;
                        case "rsa-3072" -> DocumentKeyType.RSA_3072;
                        default -> throw new Refused("--new-key is p-256 or rsa-3072");
                    },
                    random(),
                    clock());
        });
    }

    @Command(
            name = "revoke-certificate",
            description = "Puts a certificate on the revocation list, which every later pack carries.",
            mixinStandardHelpOptions = true)
    int revoke(
            @Mixin WorkspaceOptions options,
            @Parameters(paramLabel = "SERIAL", description = "Hexadecimal, as `keys list` shows it.") String serial,
            @Option(
                            names = "--reason",
                            defaultValue = "cessation-of-operation",
                            description = "key-compromise, affiliation-changed, superseded, cessation-of-operation.")
                    String reason)
            throws WorkspaceException, KeyException, Refused {
        RevocationReason why = switch (reason) {
            case "key-compromise" -> RevocationReason.KEY_COMPROMISE;
            case "affiliation-changed" -> RevocationReason.AFFILIATION_CHANGED;
            case "superseded" -> RevocationReason.SUPERSEDED;
            case "cessation-of-operation" -> RevocationReason.CESSATION_OF_OPERATION;
            default -> throw new Refused(reason + ": no reason for revoking; see --help");
        };
        if (!serial.matches("[0-9a-f]{1,40}")) {
            throw new Refused(serial + ": no serial number; `cairn keys list` shows them");
        }
        return change(options, keyring -> keyring.revokeCertificate(new BigInteger(serial, 16), why, clock()));
    }

    private static Bytes read(Path file) throws Refused {
        try (var in = Files.newInputStream(file)) {
            return Bytes.copyOf(in.readNBytes(REQUEST_LIMIT_BYTES + 1));
        } catch (IOException e) {
            throw new Refused(file + ": cannot be read (" + e + ")");
        }
    }

    /// Asked before a certificate is issued that would then reach nobody.
    private static void requireAbsent(Path file) throws Refused {
        if (Files.exists(file)) {
            throw new Refused(file + " exists; nothing was done");
        }
    }

    private static void write(Path file, Bytes content) throws Refused {
        try {
            Files.write(file, content.toByteArray(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException _) {
            throw new Refused(file + " exists; nothing was written");
        } catch (IOException e) {
            throw new Refused(file + ": cannot be written (" + e + ")");
        }
    }
}
