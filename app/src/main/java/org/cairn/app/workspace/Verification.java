package org.cairn.app.workspace;

import java.util.List;
import java.util.Optional;
import org.cairn.proof.Verdict;
import org.cairn.verifier.Report;

/// What a verification of a pack or a folder came to.
/// @param verdict   intact, broken with every defect, or incomplete with everything missing
/// @param checked   what was checked, a line each, for a person
/// @param notes     what is not wrong and has to be known: who came back by the recovery code, or that nobody can
/// @param witnesses what those outside the owner's hands vouch for; empty where that could not be judged
/// @param root      of a pack: the root certificate everything was judged by, and where trust in it comes from
public record Verification(
        Verdict verdict,
        List<String> checked,
        List<String> notes,
        Optional<Report.Witnesses> witnesses,
        Optional<Report.Root> root) {
    public Verification {
        checked = List.copyOf(checked);
        notes = List.copyOf(notes);
    }
}
