package org.cairn.reports.pack;

import java.time.Duration;
import java.util.List;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.event.RegisterEvent.Rating;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Digest;

/// How values of the model read in a report.
public final class Wording {
    private static final int GROUP = 8;

    private final ReportWords words;
    private final PackModel model;

    public Wording(ReportWords words, PackModel model) {
        this.words = words;
        this.model = model;
    }

    /// At most `limit` characters, for lines that have to stay short; what was cut stands elsewhere in full.
    public static String shortened(String text, int limit) {
        int end = text.offsetByCodePoints(0, Math.min(limit, text.codePointCount(0, text.length())));
        return end == text.length() ? text : text.substring(0, end) + " …";
    }

    /// 64 hexadecimal digits in groups of eight, so that an eye can compare them.
    public static String grouped(Digest digest) {
        return grouped(digest.hex());
    }

    public static String grouped(String hex) {
        return hex.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }

    /// How rows refer to evidence: by the ledger entry that records it, or by its short id where the pack has no line
    /// for it.
    public String evidence(EvidenceId id) {
        return model.evidence(id)
                .map(sheet -> evidence(sheet.recorded().entry()))
                .orElse(words.text("evidence.outside", id.shortForm()));
    }

    public static String evidence(long entry) {
        return "E-" + entry;
    }

    /// Why the outcome is what it is, one sentence a reason; empty for *satisfied*.
    public List<String> reasons(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Satisfied _ -> List.of();
            case Outcome.NotSatisfied(var findings) ->
                findings.stream()
                        .map(finding -> words.text("finding", finding.text(), evidence(finding.evidence())))
                        .toList();
            case Outcome.Indeterminate(var gaps) -> gaps.stream().map(this::gap).toList();
            case Outcome.NotApplicable(var justification, var decidedBy) ->
                List.of(words.text(
                        "not-applicable", justification, decidedBy.hex().substring(0, 12)));
        };
    }

    public String gap(Gap gap) {
        return switch (gap) {
            case Gap.Missing(var what) -> words.text("gap.missing", what);
            case Gap.Stale(var newest, var age, var limit) ->
                words.text("gap.stale", evidence(newest), duration(age), duration(limit));
            case Gap.Unreadable(var refusal) -> words.text("gap.unreadable", refusal(refusal));
            case Gap.Erased(var evidence, var entry) -> words.text("gap.erased", evidence.shortForm(), entry);
            case Gap.Accepted(var finding, var until, var entry) ->
                words.text("gap.accepted", finding.text(), until.toString(), entry, evidence(finding.evidence()));
            case Gap.NotCovered(var remainder) -> words.text("gap.not-covered", remainder);
        };
    }

    /// What was erased, when, by whom, by which entry and why.
    public String erased(ErasedItem item) {
        return words.text(
                "erased.line",
                item.what(),
                item.erasedAt(),
                item.by(),
                item.erasedBy(),
                item.reason(),
                item.controls().isEmpty() ? words.text("none") : String.join(", ", item.controls()));
    }

    /// A risk of the register in one line: which, what could happen, what is left of it, what is done about it.
    public String risk(RegisterRow risk) {
        return words.text(
                "register.line",
                risk.shortId(),
                risk.title().isEmpty() ? words.text("erased") : risk.title(),
                words.word(risk.treatment()),
                risk.residual().score(),
                risk.inherent().score(),
                risk.assessment().entry());
    }

    /// Likelihood, impact and their product.
    public String rating(Rating rating) {
        return words.text("register.rating", rating.likelihood(), rating.impact(), rating.score());
    }

    public String refusal(Refusal refusal) {
        return words.text("refusal", refusal.source(), words.word(refusal.why()), refusal.detail());
    }

    /// In the largest unit that keeps two digits: days from 48 hours on, hours from 120 minutes on.
    public String duration(Duration duration) {
        if (duration.toHours() >= 48) {
            return words.text("duration.days", duration.toDays());
        }
        if (duration.toMinutes() >= 120) {
            return words.text("duration.hours", duration.toHours());
        }
        return words.text("duration.minutes", duration.toMinutes());
    }
}
