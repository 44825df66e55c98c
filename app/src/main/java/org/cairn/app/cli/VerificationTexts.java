package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.cairn.app.workspace.Verification;
import org.cairn.proof.Verdict;
import org.cairn.verifier.Report;
import org.cairn.verifier.Report.Root.Source;

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

    static void printTo(PrintStream out, Verification verification) {
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
        printTrust(out, verification);
        out.println("verify: " + word(verification.verdict()));
    }

    /// What an intact verdict does not say.
    static List<String> limits(Verification verification) {
        List<String> limits = new ArrayList<>();
        if (verification.witnesses().isEmpty()) {
            limits.add(Report.NO_WITNESS);
        }
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

    private static void printTrust(PrintStream out, Verification verification) {
        verification.root().ifPresent(root -> out.println("root cert  " + Fingerprints.grouped(root.fingerprint())));
        verification.witnesses().forEach(name -> out.println("witness    " + Table.printable(name)));
        limits(verification).forEach(limit -> out.println("limit      " + limit));
    }
}
