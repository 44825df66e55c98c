package org.cairn.app.cli;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.ledger.key.DocumentKeyType;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.RevocationReason;
import org.cairn.proof.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Has the commands about certificates itself; those about ways in are classes of their own.
@Command(
        name = "keys",
        description = "Who opens the workspace and by what, and the certificates it issues.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class KeysCommand {
    private final KeyChange change;

    KeysCommand(CommandContext context) {
        this.change = new KeyChange(context);
    }

    @Command(
            name = "request-certificate",
            description = "Writes a request for a certificate of your document key (PKCS#10).",
            mixinStandardHelpOptions = true)
    int request(
            @Mixin WorkspaceOptions options,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write it.") Path out)
            throws WorkspaceException, KeyException, Refused, Unfinished {
        CertificateFiles.requireAbsent(out);
        return change.run(
                options,
                keyring -> CertificateFiles.write(out, keyring.authority().request()));
    }

    @Command(
            name = "certify",
            description = "Certifies the key of a request from another machine (PKCS#10, P-256 or RSA).",
            mixinStandardHelpOptions = true)
    int certify(
            @Mixin WorkspaceOptions options,
            @Parameters(paramLabel = "REQUEST", description = "The request, PEM.") Path request,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write it.") Path out)
            throws WorkspaceException, KeyException, Refused, Unfinished {
        Bytes asked = CertificateFiles.read(request);
        CertificateFiles.requireAbsent(out);
        return change.run(options, keyring -> {
            Bytes chain = keyring.authority().certify(asked, request.toString(), change.random(), change.clock());
            try {
                CertificateFiles.write(out, chain);
            } catch (Refused e) {
                throw new Unfinished(
                        "The certificate is issued all the same: find it with `cairn keys list`, revoke it with"
                                + " `cairn keys revoke-certificate`, and certify into another file",
                        e);
            }
        });
    }

    @Command(
            name = "renew-certificate",
            description = "Three more years for your document key, or another key.",
            mixinStandardHelpOptions = true)
    int renew(
            @Mixin WorkspaceOptions options,
            @Option(names = "--new-key", paramLabel = "TYPE", description = "p-256 or rsa-3072; revokes the old one.")
                    Optional<String> type)
            throws WorkspaceException, KeyException, Refused, Unfinished {
        return change.run(options, keyring -> {
            if (type.isEmpty()) {
                keyring.authority().renewOwn(change.random(), change.clock());
                return;
            }
            keyring.authority()
                    .replaceOwn(
                            switch (type.get()) {
                                case "p-256" -> DocumentKeyType.P_256;
                                case "rsa-3072" -> DocumentKeyType.RSA_3072;
                                default -> throw new Refused("--new-key is p-256 or rsa-3072");
                            },
                            change.random(),
                            change.clock());
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
            throws WorkspaceException, KeyException, Refused, Unfinished {
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
        return change.run(
                options, keyring -> keyring.authority().revoke(new BigInteger(serial, 16), why, change.clock()));
    }
}
