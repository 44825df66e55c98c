package org.cairn.app.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.proof.Digest;
import org.cairn.proof.witness.WitnessPolicy;
import org.cairn.verifier.PackVerification;
import org.cairn.verifier.RefusedInput;
import org.cairn.verifier.Report;

/// Verifies a pack with the very code of the stand-alone verifier.
final class PackCheck {
    private PackCheck() {}

    private static String state(Report report) {
        return report.shown().isPresent() && report.checkpoint().isPresent()
                ? "as of: "
                        + report.shown().get().words(report.checkpoint().get().size())
                : "as of: the pack does not say which state it shows";
    }

    static Verification verify(Path pack, Optional<Digest> expectedRoot, Optional<WitnessPolicy> ownPolicy)
            throws WorkspaceException {
        try {
            Report report = PackVerification.verify(pack, expectedRoot, ownPolicy);
            Report.Counts counts = report.counts();
            return new Verification(
                    report.verdict(),
                    List.of(
                            "files: " + counts.files(),
                            "entries: " + counts.entries() + ", each with its signature and its inclusion proof",
                            "commitments opened: " + counts.openings() + ", withheld: " + counts.withheld(),
                            state(report)),
                    report.notes(),
                    report.witnesses(),
                    report.root());
        } catch (RefusedInput e) {
            throw new WorkspaceException(Kind.BAD_INPUT, String.valueOf(e.getMessage()), e);
        }
    }
}
