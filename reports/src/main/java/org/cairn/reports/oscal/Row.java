package org.cairn.reports.oscal;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;
import org.cairn.reports.pack.Answer;

/// One requirement or control, as findings, risks and items of the plan need it.
/// @param target   its id as an OSCAL token
/// @param list     which list it stands in: a framework's id, or `cairn-checklist`
/// @param number   in that list
/// @param state    Cairn's own word for where it stands, which OSCAL mostly has none for
/// @param said     the same in a sentence
/// @param reasons  of that state: findings, gaps, contradictions, checks
/// @param bearsOn  what rests on it
/// @param remedies of checks that found something
record Row(
        Subject subject,
        String target,
        String list,
        String number,
        String title,
        Verdict verdict,
        String state,
        String said,
        List<String> reasons,
        List<String> bearsOn,
        Optional<Answer> answer,
        List<EvidenceId> evidence,
        List<String> remedies) {
    Row {
        reasons = List.copyOf(reasons);
        bearsOn = List.copyOf(bearsOn);
        evidence = List.copyOf(evidence);
        remedies = List.copyOf(remedies);
    }

    /// The list in which controls of the checklist stand.
    static final String CHECKLIST = "cairn-checklist";

    /// OSCAL knows `satisfied` and `not-satisfied`, with the reasons `pass`, `fail` and `other`. Whatever was not shown
    /// by evidence that can close the row is not satisfied.
    enum Verdict {
        SATISFIED("satisfied", "pass"),
        FAILED("not-satisfied", "fail"),
        /// Not judged, not judged yet, or nothing more than said.
        UNSETTLED("not-satisfied", "other"),
        /// Not asked of this organisation, or not yet.
        NOT_ASKED("not-satisfied", "other");

        private final String state;
        private final String reason;

        Verdict(String state, String reason) {
            this.state = state;
            this.reason = reason;
        }

        String state() {
            return state;
        }

        String reason() {
            return reason;
        }
    }

    String heading() {
        return number + ' ' + title;
    }
}
