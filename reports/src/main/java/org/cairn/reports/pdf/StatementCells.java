package org.cairn.reports.pdf;

import java.time.LocalDate;
import java.util.Optional;
import org.cairn.reports.pack.AcceptedRisk;
import org.cairn.reports.pack.Answer;
import org.cairn.reports.pack.Mark;
import org.cairn.reports.pack.RegisterRow;
import org.cairn.reports.pack.StatementRow;
import org.cairn.reports.pack.StatementRow.Decision;
import org.cairn.reports.pack.StatementRow.Implementation;
import org.cairn.reports.pack.StatementRow.Missing;

/// The cells that both tables of a statement have. What nobody recorded is written as missing.
record StatementCells(Writing writing) {
    static void decision(Writing writing, Html into, Decision decision) {
        into.mark(Mark.of(decision), writing.words().word(decision));
    }

    void missing(Html into) {
        into.mark(Mark.BAD, writing.text("statement.is-missing"));
    }

    /// The text, or that it is missing where it should be there.
    void said(Html into, String text, boolean missing) {
        if (missing) {
            missing(into);
        } else {
            into.lines(text);
        }
    }

    void implementation(Html into, StatementRow row) {
        Implementation implementation = row.implementation();
        into.mark(Mark.of(implementation), writing.words().word(implementation));
        row.row()
                .state()
                .ifPresent(state -> into.say(
                        Tag.DIV,
                        Look.SUB,
                        writing.text("statement.posture", writing.words().word(state))));
    }

    void owner(Html into, StatementRow row) {
        said(into, row.row().ownAnswer().map(Answer::owner).orElse(""), row.misses(Missing.OWNER));
        row.row().ownAnswer().flatMap(Answer::due).ifPresent(due -> day(into, "statement.due", due));
        row.row().ownAnswer().flatMap(Answer::appliesFrom).ifPresent(from -> day(into, "statement.from", from));
    }

    private void day(Html into, String key, LocalDate day) {
        into.say(Tag.DIV, Look.SUB, writing.text(key, day));
    }

    void risks(Html into, StatementRow row) {
        if (row.misses(Missing.RISK)) {
            missing(into);
        }
        for (RegisterRow risk : row.registered()) {
            into.say(Tag.DIV, writing.wording().risk(risk));
        }
        for (AcceptedRisk risk : row.risks()) {
            into.say(
                    Tag.DIV,
                    writing.text(
                            "statement.risk",
                            risk.id().substring(0, Math.min(8, risk.id().length())),
                            writing.words().word(risk.standing()),
                            risk.until(),
                            risk.entry()));
        }
    }

    void evidence(Html into, StatementRow row) {
        if (row.misses(Missing.EVIDENCE)) {
            missing(into);
        } else if (!row.row().evidence().isEmpty()) {
            writing.evidence(into, row.row().evidence());
        }
    }

    /// When the answer was last changed, by which entry, by whom, and who approved it.
    void change(Html into, StatementRow row) {
        Optional<Answer> answer = row.row().ownAnswer();
        if (answer.isEmpty()) {
            return;
        }
        writing.time(into, answer.get().recordedAt());
        into.say(
                Tag.DIV,
                Look.SUB,
                writing.text(
                        "statement.change", answer.get().author(), answer.get().entry()));
        Html approval = into.add(Tag.DIV, Look.SUB);
        row.approval()
                .ifPresentOrElse(
                        given -> approval.text(
                                writing.text("statement.approved", given.by(), given.at(), given.entry())),
                        () -> approval.mark(Mark.BAD, writing.text("statement.not-approved")));
    }
}
