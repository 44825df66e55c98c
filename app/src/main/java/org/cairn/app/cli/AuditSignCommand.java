package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.audit.AuditException;
import org.cairn.app.audit.ReviewDraft;
import org.cairn.app.audit.ReviewFile;
import org.cairn.checklist.event.AuditMark;
import org.cairn.ledger.key.AuditorKeyring;
import org.cairn.ledger.key.Passphrase;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sign",
        description = "Signs the marks with the auditor's key, as a file to send back.",
        mixinStandardHelpOptions = true)
final class AuditSignCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "What `audit start` wrote and you marked.")
    private Path file = Path.of("");

    @Option(names = "--keys", required = true, paramLabel = "DIR", description = "The folder of `audit init`.")
    private Path keys = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A file that is not there yet.")
    private Path out = Path.of("");

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Reads the passphrase from FILE.")
    private Optional<Path> passphraseFile = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    AuditSignCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        WitnessFiles.requireNew(out);
        ReviewDraft draft = AuditFiles.draft(file);
        try (Passphrase passphrase = PassphraseSource.existing(context.terminal(), passphraseFile)) {
            ReviewFile review = ReviewFile.sign(
                    draft,
                    AuditorKeyring.open(keys, passphrase),
                    context.environment().clock().instant());
            Bytes content = review.encode();
            WitnessFiles.writeNew(out, content);
            print(review, Digest.sha256(content));
        } catch (AuditException e) {
            throw AuditFiles.refused(e);
        }
        return ExitCode.DONE;
    }

    private void print(ReviewFile review, Digest digest) {
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object()
                                .with("file", JsonOutput.text(out.toString()))
                                .with("sha256", digest.hex())
                                .with("key", review.key().keyId().hex())
                                .with("accepted", review.count(AuditMark.ACCEPTED))
                                .with("objections", review.count(AuditMark.OBJECTION))
                                .with("moreNeeded", review.count(AuditMark.MORE_NEEDED))
                                .with("unmarked", review.unmarked())
                                .build());
            case TABLE, CSV -> {
                var terminal = context.terminal().out();
                terminal.println("signed by " + Table.printable(review.auditor()) + ", key "
                        + Fingerprints.grouped(review.key().keyId().spkiDigest()));
                terminal.println(counts(review) + ", " + review.unmarked() + " not marked");
                terminal.println("SHA-256 " + Fingerprints.grouped(digest) + ": " + out);
            }
        }
    }

    static String counts(ReviewFile review) {
        return review.count(AuditMark.ACCEPTED) + " accepted, " + review.count(AuditMark.OBJECTION) + " objections, "
                + review.count(AuditMark.MORE_NEEDED) + " more needed";
    }
}
