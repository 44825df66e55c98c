package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.audit.AuditException;
import org.cairn.app.audit.PackReading;
import org.cairn.app.audit.ReviewDraft;
import org.cairn.app.workspace.Verification;
import org.cairn.app.workspace.WorkspaceVerifier;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Subject;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Verdict;
import org.cairn.verifier.PackVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "start",
        description = "Verifies a pack and begins a file of marks for what is in it. Needs no workspace.",
        footer = "Exit 1 or 2, and no file, where the pack is broken or incomplete.",
        mixinStandardHelpOptions = true)
final class AuditStartCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "PACK", description = "The pack (zip).")
    private Path pack = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A file that is not there yet.")
    private Path out = Path.of("");

    @Option(
            names = "--root-fingerprint",
            paramLabel = "HEX",
            description = "SHA-256 of the root certificate as you were told it by another way than the pack.")
    private Optional<String> fingerprint = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    AuditStartCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        WitnessFiles.requireNew(out);
        Verification verification = WorkspaceVerifier.verify(pack, root());
        if (!(verification.verdict() instanceof Verdict.Intact)) {
            VerificationTexts.printTo(
                    context.terminal().out(),
                    verification,
                    context.environment().clock().instant());
            context.terminal().say("No review was begun: ask for a pack that verifies.");
            return verification.verdict() instanceof Verdict.Broken ? ExitCode.NO : ExitCode.REFUSED;
        }
        try {
            ReviewDraft draft = PackReading.draft(pack, this::title);
            WitnessFiles.writeNew(out, draft.encode());
            print(draft, verification);
        } catch (AuditException e) {
            throw AuditFiles.refused(e);
        }
        return ExitCode.DONE;
    }

    /// The checklist's own words, which a pack holds in its report only.
    private String title(Subject subject) {
        FrameworkLibrary library = context.environment().knowledge().library();
        return subject instanceof ControlId control
                ? library.control(control).map(found -> found.title()).orElse(control.value())
                : subject.text();
    }

    private Optional<Digest> root() throws Refused {
        return fingerprint.isPresent() ? Optional.of(parsed(fingerprint.get())) : Optional.empty();
    }

    private static Digest parsed(String text) throws Refused {
        try {
            return PackVerification.parseFingerprint(text);
        } catch (IllegalArgumentException _) {
            throw new Refused("'" + text + "' is no fingerprint: 64 hexadecimal digits");
        }
    }

    private void print(ReviewDraft draft, Verification verification) {
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object()
                                .with("file", JsonOutput.text(out.toString()))
                                .with("pack", draft.pack().packId())
                                .with("items", draft.items().size())
                                .with("further", draft.further().size())
                                .build());
            case TABLE, CSV -> {
                var terminal = context.terminal().out();
                terminal.println("pack " + Table.printable(draft.pack().packId()) + " of "
                        + Table.printable(draft.pack().origin()) + ", "
                        + draft.pack().framework() + ", made "
                        + draft.pack().issuedAt() + ": intact");
                verification
                        .root()
                        .ifPresent(root -> terminal.println("root certificate, SHA-256: "
                                + Fingerprints.grouped(root.fingerprint())
                                + (fingerprint.isPresent()
                                        ? ", as you were told"
                                        : ", which came from the pack itself: compare it by another way")));
                terminal.println(draft.items().size() + " items to mark: " + out);
            }
        }
    }
}
