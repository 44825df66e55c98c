package org.cairn.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Defect;
import org.cairn.proof.Digest;
import org.cairn.proof.NoteKey;
import org.cairn.proof.Verdict;
import org.cairn.proof.witness.WitnessStatement;

/// All that the verification of one pack found.
/// @param defects    everything wrong, in the order it was found
/// @param missing    files that belong to the pack and are not in it
/// @param witnesses  what those outside the owner's hands vouch for; empty if checkpoint or policy could not be read
/// @param counts     what was looked at
/// @param shown      which state the pack says it shows; empty where it does not say, as packs once did not
/// @param root       the certificate everything else was judged by; empty if the pack has none that can be read
/// @param checkpoint the signed state of the ledger; empty if it could not be read
/// @param notes      what is not wrong and has to be known: who came back by the recovery code
public record Report(
        List<Defect> defects,
        List<String> missing,
        Optional<Witnesses> witnesses,
        Counts counts,
        Optional<ShownState> shown,
        Optional<Root> root,
        Optional<Checkpoint> checkpoint,
        List<String> notes) {
    /// What is said while no witness has cosigned.
    public static final String NO_WITNESS = "no witness has cosigned a state of this ledger; only copies outside the"
            + " owner's hands can show a rewritten history";
    /// What is said of a policy that came with the pack.
    public static final String OWN_POLICY =
            "who counts as a witness is what the pack's own policy says; give yours with" + " --policy";

    /// Where trust comes from.
    public enum Source {
        /// The one who asked gave it.
        GIVEN,
        /// The pack itself: whoever made the pack could have made it.
        THE_PACK_ITSELF
    }

    /// @param policy whose policy the statement follows
    /// @param states the pack's checkpoint, and every cosigned state that is proved to be a beginning of it
    /// @param keys   of the log
    public record Witnesses(WitnessStatement statement, Source policy, List<Checkpoint> states, List<NoteKey> keys) {
        public Witnesses {
            states = List.copyOf(states);
            keys = List.copyOf(keys);
        }
    }

    /// @param openings payloads whose commitment in the ledger was recomputed
    /// @param withheld payloads of which the pack holds the commitment alone
    public record Counts(int files, int entries, int openings, int withheld) {}

    /// @param fingerprint SHA-256 of the root certificate's DER encoding
    /// @param source [Source#GIVEN] where the fingerprint that was given is the pack's
    public record Root(Digest fingerprint, Source source) {}

    public Report {
        defects = List.copyOf(defects);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
        if (defects.isEmpty() && missing.isEmpty() && (checkpoint.isEmpty() || root.isEmpty())) {
            throw new IllegalArgumentException("nothing found wrong, but neither checkpoint nor root was judged");
        }
    }

    Report withNote(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Report(defects, missing, witnesses, counts, shown, root, checkpoint, more);
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

    /// What an intact verdict does not say about witnesses.
    /// @param asOf the clock of the one who asks
    public static List<String> witnessLimits(Optional<Witnesses> witnesses, Instant asOf) {
        if (witnesses.isEmpty() || witnesses.get().statement().vouching().isEmpty()) {
            return List.of(NO_WITNESS);
        }
        List<String> limits = new ArrayList<>(witnesses.get().statement().details(asOf).stream()
                .filter(line -> line.contains("no witness") || line.contains("not met"))
                .toList());
        if (witnesses.get().policy() == Source.THE_PACK_ITSELF) {
            limits.add(OWN_POLICY);
        }
        return limits;
    }

    /// For a person, several lines.
    /// @param asOf the clock of the one who asks: ages are told against it
    public String text(Instant asOf) {
        return ReportText.of(this, asOf);
    }

    /// For a program: one line of canonical JSON with `verdict`, `defects`, `missing`, `witnesses`, `witnessing`,
    /// `limits`, `notes`, `root` and `checkpoint`.
    /// @param asOf as for [#text(Instant)]
    public String json(Instant asOf) {
        return ReportJson.of(this, asOf);
    }
}
