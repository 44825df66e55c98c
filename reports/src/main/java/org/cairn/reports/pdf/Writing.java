package org.cairn.reports.pdf;

import java.time.Instant;
import java.util.List;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Digest;
import org.cairn.reports.pack.Cover;
import org.cairn.reports.pack.EvidenceSheet;
import org.cairn.reports.pack.Mark;
import org.cairn.reports.pack.OutcomeKind;
import org.cairn.reports.pack.PackContent;
import org.cairn.reports.pack.PackKind;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.ReportWords;
import org.cairn.reports.pack.ShownState;
import org.cairn.reports.pack.Wording;

/// What every section writes with: the model, the words, and the forms that recur.
/// @param attached files that the document carries
record Writing(
        PackModel model,
        ReportWords words,
        Depth depth,
        Wording wording,
        PrintedEvidence printed,
        List<PackContent.Document> attached) {
    /// Pieces of evidence that one cell names.
    static final int NAMED_LIMIT = 12;

    Writing(PackModel model, ReportWords words, Depth depth, List<PackContent.Document> attached) {
        this(model, words, depth, new Wording(words, model), new PrintedEvidence(model), List.copyOf(attached));
    }

    Writing(PackModel model, ReportWords words, Depth depth) {
        this(model, words, depth, List.of());
    }

    String text(String key, Object... values) {
        return words.text(key, values);
    }

    /// Which kind of pack the report belongs to, and how much of it is printed: a short report is never called the full
    /// record.
    String whatThisIs() {
        PackKind kind = model.cover().kind();
        if (depth == Depth.FULL) {
            return words.word(kind);
        }
        return kind == PackKind.FULL ? words.word(depth) : words.word(kind) + " · " + words.word(depth);
    }

    /// Whether the report has to stay within a few pages: it counts, and names the first.
    boolean isShort() {
        return depth == Depth.EXECUTIVE;
    }

    /// What follows another section on the same sheet in a short report.
    Section.Sheet sheetUnlessShort(Section.Sheet sheet) {
        return isShort() ? Section.Sheet.SAME : sheet;
    }

    /// Both times, and how much of the ledger counts, in a sentence.
    String shownState() {
        ShownState shown = model.cover().shown();
        return text(
                "shown.state",
                shown.validAt(),
                shown.knownAt(),
                count(shown.entries()),
                count(model.ledger().size()));
    }

    /// Whose time stands on the signatures, and what that proves.
    String timeStamps(Cover.Issuer issuer) {
        return issuer.timeStampAuthority()
                .map(stamped -> text(stamped.own() ? "time-stamp.own" : "time-stamp.by", stamped.name()))
                .orElseGet(() -> text("time-stamp.none"));
    }

    /// An amount, as readers of the report's language write it.
    String count(long amount) {
        return words.count(amount);
    }

    /// A time that breaks between day and hour, and nowhere else.
    void time(Html into, Instant time) {
        String[] dayAndHour = words.time(time).split(" ", 2);
        into.say(Tag.SPAN, Look.WHOLE, dayAndHour[0]).text(" ").say(Tag.SPAN, Look.WHOLE, dayAndHour[1]);
    }

    void mark(Html into, RequirementState state) {
        into.mark(Mark.of(state), words.word(state));
    }

    void mark(Html into, Outcome outcome) {
        into.mark(Mark.of(outcome), words.word(OutcomeKind.of(outcome)));
    }

    void mark(Html into, AnswerStatus answer) {
        into.mark(Mark.of(answer), words.word(answer));
    }

    void notAnswered(Html into) {
        into.mark(Mark.OPEN, text("answer.none"));
    }

    /// Adds `label | value` to a table of facts and returns the value's cell.
    Html fact(Html facts, String labelKey) {
        Html row = facts.add(Tag.TR);
        row.add(Tag.TH).scope("row").text(text(labelKey));
        return row.add(Tag.TD);
    }

    void fact(Html facts, String labelKey, String value) {
        fact(facts, labelKey).text(value.isBlank() ? text("none") : value);
    }

    void fact(Html facts, String labelKey, Digest value) {
        fact(facts, labelKey).say(Tag.SPAN, Look.HASH, Wording.grouped(value));
    }

    /// Links to the lines of the evidence index, or *none*. Of many, the newest, and how many more there are.
    void evidence(Html into, List<EvidenceId> ids) {
        if (ids.isEmpty()) {
            into.say(Tag.SPAN, Look.QUIET, text("none"));
        }
        List<EvidenceId> named = ids.size() <= NAMED_LIMIT
                ? ids
                : printed.newest(ids, NAMED_LIMIT).stream()
                        .map(EvidenceSheet::id)
                        .toList();
        boolean first = true;
        for (EvidenceId id : named) {
            into.text(first ? "" : " ");
            first = false;
            String name = wording.evidence(id);
            if (printed.has(id)) {
                into.add(Tag.SPAN, Look.WHOLE).link(anchor(id), name, text("link.evidence", name));
            } else {
                into.text(name);
            }
        }
        if (named.size() < ids.size()) {
            into.say(Tag.DIV, Look.SUB, text("evidence.more", count(ids.size() - named.size())));
        }
    }

    static String anchor(EvidenceId id) {
        return "evidence-" + id.hex();
    }

    void paragraphs(Html into, String key, Object... values) {
        words.paragraphs(key, values).forEach(paragraph -> into.say(Tag.P, paragraph));
    }
}
