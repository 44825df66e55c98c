package org.cairn.app.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cairn.app.workspace.Verification;
import org.cairn.proof.Verdict;
import org.cairn.verifier.Report;
import org.cairn.verifier.Report.Source;

/// A verification in words. The last line is always `verify: ` and the verdict.
final class VerificationTexts {
    private VerificationTexts() {}

    static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Intact _ -> "intact";
            case Verdict.Broken _ -> "broken";
            case Verdict.Incomplete _ -> "incomplete";
        };
    }

    /// @param asOf the clock of the one who asks
    static void printTo(PrintStream out, Verification verification, Instant asOf) {
        verification.checked().forEach(line -> out.println("checked    " + Table.printable(line)));
        switch (verification.verdict()) {
            case Verdict.Intact(var at) -> {
                out.println("log        " + Table.printable(at.origin()));
                out.println("entries    " + at.size());
                out.println("root       " + Fingerprints.grouped(at.root()));
            }
            case Verdict.Broken(var defects) ->
                defects.forEach(defect -> out.println("▲ defect   " + Table.printable(defect.toString())));
            case Verdict.Incomplete(var missing) ->
                missing.forEach(what -> out.println("◌ missing  " + Table.printable(what)));
        }
        verification.notes().forEach(note -> out.println("note       " + Table.printable(note)));
        printTrust(out, verification, asOf);
        out.println("verify: " + word(verification.verdict()));
    }

    /// What an intact verdict does not say.
    static List<String> limits(Verification verification, Instant asOf) {
        List<String> limits = new ArrayList<>(Report.witnessLimits(verification.witnesses(), asOf));
        if (verification
                .root()
                .filter(root -> root.source() == Source.THE_PACK_ITSELF)
                .isPresent()) {
            limits.add(
                    "the root certificate came from the pack itself: compare its fingerprint with the one you were told"
                            + " by another way");
        }
        return limits;
    }

    private static void printTrust(PrintStream out, Verification verification, Instant asOf) {
        verification.root().ifPresent(root -> out.println("root cert  " + Fingerprints.grouped(root.fingerprint())));
        verification.witnesses().ifPresent(found -> {
            out.println("witnesses  " + found.statement().headline(asOf));
            found.statement().details(asOf).forEach(line -> out.println("           " + Table.printable(line)));
        });
        limits(verification, asOf).forEach(limit -> out.println("limit      " + limit));
    }
}
