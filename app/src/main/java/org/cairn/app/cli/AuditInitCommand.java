package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.audit.AuditException;
import org.cairn.app.audit.ReviewFile;
import org.cairn.ledger.key.AuditorKeyring;
import org.cairn.ledger.key.AuditorKeyring.Auditor;
import org.cairn.ledger.key.Passphrase;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "init",
        description = "Makes an auditor's own key in a folder, wrapped by a passphrase.",
        mixinStandardHelpOptions = true)
final class AuditInitCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--keys", required = true, paramLabel = "DIR", description = "The auditor's own folder.")
    private Path keys = Path.of("");

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "As it stands in signed reviews.")
    private String name = "";

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Reads the new passphrase from FILE.")
    private Optional<Path> passphraseFile = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    AuditInitCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try {
            ReviewFile.requireName(name);
        } catch (AuditException e) {
            throw AuditFiles.refused(e);
        }
        Auditor auditor;
        try (Passphrase passphrase = PassphraseSource.chosen(context.terminal(), passphraseFile)) {
            auditor = AuditorKeyring.create(
                    keys, name, passphrase, context.environment().random());
        }
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object()
                                .with("keys", JsonOutput.text(keys.toString()))
                                .with("name", JsonOutput.text(name))
                                .with("key", auditor.signer().keyId().hex())
                                .build());
            case TABLE, CSV ->
                context.terminal()
                        .out()
                        .println("key of " + Table.printable(name) + ": "
                                + Fingerprints.grouped(auditor.signer().keyId().spkiDigest()));
        }
        context.terminal()
                .say("Tell this fingerprint to whom you audit by another way than the files you send. Without the"
                        + " passphrase the key is lost.");
        return ExitCode.DONE;
    }
}
