package org.cairn.verifier;

import java.util.List;
import java.util.Optional;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Defect;
import org.cairn.proof.Digest;
import org.cairn.proof.Verdict;

/// All that the verification of one pack found.
/// @param defects    everything wrong, in the order it was found
/// @param missing    files that belong to the pack and are not in it
/// @param witnesses  who outside the owner's hands cosigned the checkpoint; none can be named yet
/// @param counts     what was looked at
/// @param root       the certificate everything else was judged by; empty if the pack has none that can be read
/// @param checkpoint the signed state of the ledger; empty if it could not be read
public record Report(
        List<Defect> defects,
        List<String> missing,
        List<String> witnesses,
        Counts counts,
        Optional<Root> root,
        Optional<Checkpoint> checkpoint) {
    /// What is said while no witness has signed.
    public static final String NO_WITNESS = "no witness has signed this checkpoint; only copies outside the owner's"
            + " hands can show a rewritten history";

    /// @param openings payloads whose commitment in the ledger was recomputed
    /// @param withheld payloads of which the pack holds the commitment alone
    public record Counts(int files, int entries, int openings, int withheld) {}

    /// @param fingerprint SHA-256 of the root certificate's DER encoding
    public record Root(Digest fingerprint, Source source) {
        /// Where trust in the root comes from.
        public enum Source {
            /// The one who asked gave its fingerprint, and it is the pack's.
            GIVEN,
            /// The pack itself: whoever made the pack could have made the root.
            THE_PACK_ITSELF
        }
    }

    public Report {
        defects = List.copyOf(defects);
        missing = List.copyOf(missing);
        witnesses = List.copyOf(witnesses);
        if (defects.isEmpty() && missing.isEmpty() && (checkpoint.isEmpty() || root.isEmpty())) {
            throw new IllegalArgumentException("nothing found wrong, but neither checkpoint nor root was judged");
        }
    }

    /// Broken outweighs incomplete; both lists stay readable here.
    public Verdict verdict() {
        if (!defects.isEmpty()) {
            return new Verdict.Broken(defects);
        }
        if (!missing.isEmpty()) {
            return new Verdict.Incomplete(missing);
        }
        return new Verdict.Intact(checkpoint.orElseThrow());
    }

    /// 0 intact, 1 broken, 2 incomplete: the exit code of both command lines.
    public int exitCode() {
        return switch (verdict()) {
            case Verdict.Intact _ -> 0;
            case Verdict.Broken _ -> 1;
            case Verdict.Incomplete _ -> 2;
        };
    }

    /// For a person, several lines, in plain ASCII.
    public String text() {
        return ReportText.of(this);
    }

    /// For a program: one line of canonical JSON with `verdict`, `defects`, `missing`, `witnesses`, `limits`, `root`
    /// and
    /// `checkpoint`.
    public String json() {
        return ReportJson.of(this);
    }
}
