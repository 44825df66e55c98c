package org.cairn.app.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.audit.MarkedItem;
import org.cairn.app.audit.ReviewFile;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AuditReviews.Taken;
import org.cairn.app.workspace.AuditorKey;
import org.cairn.app.workspace.ReceivedReview;
import org.cairn.app.workspace.Workspace;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonNull;
import org.cairn.proof.KeyId;
import org.cairn.verifier.PackVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "receive",
        description = "Checks a review that an auditor signed and sent back, and records what it asks for. No answer is"
                + " changed by it.",
        footer = "Exit code 1, and nothing recorded, while nobody accepted the auditor's key.",
        mixinStandardHelpOptions = true)
final class AuditReceiveCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "FILE", description = "What `audit sign` wrote.")
    private Path file = Path.of("");

    @Option(
            names = "--accept-key",
            paramLabel = "HEX",
            description = "The fingerprint of the auditor's key, as the auditor told you by another way than the file.")
    private Optional<String> accepted = Optional.empty();

    @Option(names = "--dry-run", description = "Shows and records nothing.")
    private boolean dryRun;

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    AuditReceiveCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Optional<KeyId> key = accepted.isPresent() ? Optional.of(key(accepted.get())) : Optional.empty();
        try (Workspace open = workspace.open(context, dryRun ? Access.READ : Access.WRITE)) {
            ReceivedReview received = open.auditReviews().check(file);
            boolean known = !(received.key() instanceof AuditorKey.Unknown) || key.isPresent();
            Optional<Taken> taken =
                    known && !dryRun ? Optional.of(open.auditReviews().take(received, key)) : Optional.empty();
            switch (format) {
                case TABLE, CSV -> print(context.terminal().out(), received, taken);
                case JSON -> JsonOutput.print(context.terminal().out(), json(received, taken));
            }
            if (!known) {
                context.terminal()
                        .say("Nobody here accepted this key yet. Compare its fingerprint with the auditor by another"
                                + " way than the file, then give it: --accept-key "
                                + received.review().key().keyId().hex());
            }
            return known ? ExitCode.DONE : ExitCode.NO;
        }
    }

    private static KeyId key(String text) throws Refused {
        try {
            return new KeyId(PackVerification.parseFingerprint(text));
        } catch (IllegalArgumentException _) {
            throw new Refused("'" + text + "' is no fingerprint of a key: 64 hexadecimal digits; nothing was recorded");
        }
    }

    private static void print(PrintStream out, ReceivedReview received, Optional<Taken> taken) {
        ReviewFile review = received.review();
        out.println(
                "review of pack " + Table.printable(review.pack().packId()) + ", issued in entry " + received.pack());
        out.println("signed " + review.signedAt() + " by " + Table.printable(review.auditor()) + ", key "
                + Fingerprints.grouped(review.key().keyId().spkiDigest()) + " (" + words(received.key()) + ")");
        out.println("file, SHA-256 " + Fingerprints.grouped(received.file()));
        received.notices().forEach(notice -> out.println("▲ " + Table.printable(notice)));
        out.println(AuditSignCommand.counts(review) + ", " + received.counts().unmarked() + " not marked");
        Table table = new Table("item", "mark", "due", "remark");
        for (MarkedItem mark : review.marks()) {
            if (mark.mark().asksForWork() || mark.remark().isPresent()) {
                table.row(
                        AuditListCommand.name(mark.item()),
                        mark.mark().code(),
                        mark.due().map(Object::toString).orElse("-"),
                        mark.remark().orElse("-").replace('\n', ' '));
            }
        }
        table.printTo(out);
        out.println(taken.map(each -> "entry " + each.entry() + " names the review"
                        + (each.remarks().isEmpty()
                                ? ""
                                : "; entries " + each.remarks().getFirst() + " to "
                                        + each.remarks().getLast() + " what is to be followed up"))
                .orElse("nothing was recorded"));
    }

    private static String words(AuditorKey key) {
        return switch (key) {
            case AuditorKey.Enrolled _ -> "enrolled here as an auditor's";
            case AuditorKey.AcceptedBefore(long review) -> "accepted before, with entry " + review;
            case AuditorKey.Unknown _ -> "not known here";
        };
    }

    private static Json json(ReceivedReview received, Optional<Taken> taken) {
        ReviewFile review = received.review();
        return Json.object()
                .with("pack", received.pack())
                .with("packId", JsonOutput.text(review.pack().packId()))
                .with("auditor", JsonOutput.text(review.auditor()))
                .with("key", review.key().keyId().hex())
                .with("known", new Json.JsonFlag(!(received.key() instanceof AuditorKey.Unknown)))
                .with("signedAt", review.signedAt().toString())
                .with("sha256", received.file().hex())
                .with("accepted", received.counts().accepted())
                .with("objections", received.counts().objections())
                .with("moreNeeded", received.counts().moreNeeded())
                .with("unmarked", received.counts().unmarked())
                .with("notices", JsonOutput.texts(received.notices()))
                .with(
                        "entry",
                        taken.<Json>map(each -> Json.number(each.entry())).orElse(new JsonNull()))
                .with(
                        "remarks",
                        new JsonArray(taken.stream()
                                .flatMap(each -> each.remarks().stream())
                                .<Json>map(Json::number)
                                .toList()))
                .build();
    }
}
