package org.cairn.checklist.retention;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.event.ErasureEvent.Bound;

/// How long one record is kept, by every rule that applies to it. It is kept for the longest floor; the
/// shortest
/// ceiling
/// says from when its erasure is due. Where the two contradict each other, both are told and a person decides.
/// @param floors      that count, the longest first
/// @param ceilings    that count, the shortest first
/// @param unconfirmed rules that apply and do not count
public record Retention(List<Term> floors, List<Term> ceilings, List<Term> unconfirmed) {
    /// @param until   when the period ends, or ends at the earliest
    /// @param running whether the record is still in effect, so that the period has not begun to run
    public record Term(RetentionRule rule, Instant until, boolean running) {}

    public Retention {
        floors = List.copyOf(floors);
        ceilings = List.copyOf(ceilings);
        unconfirmed = List.copyOf(unconfirmed);
    }

    /// @param rules   of the law and of the organisation
    /// @param adopted frameworks
    /// @param roles   of the organisation; where none is stated, a rule for some role applies: nothing is
    ///                given up
    ///                because a question was left open
    public static Retention of(
            KeptRecord kept, List<RetentionRule> rules, Set<FrameworkId> adopted, Set<String> roles, Instant now) {
        List<Term> floors = new ArrayList<>();
        List<Term> ceilings = new ArrayList<>();
        List<Term> unconfirmed = new ArrayList<>();
        for (RetentionRule rule : rules) {
            if (applies(rule, kept, adopted, roles)) {
                Term term = term(rule, kept, now);
                if (rule.standing() == RetentionRule.Standing.UNCONFIRMED) {
                    unconfirmed.add(term);
                } else {
                    (rule.bound() == Bound.FLOOR ? floors : ceilings).add(term);
                }
            }
        }
        floors.sort(Comparator.comparing(Term::until).reversed());
        ceilings.sort(Comparator.comparing(Term::until));
        return new Retention(floors, ceilings, unconfirmed);
    }

    /// The floor that ends last.
    public Optional<Term> floor() {
        return floors.stream().findFirst();
    }

    /// The ceiling that ends first.
    public Optional<Term> ceiling() {
        return ceilings.stream().findFirst();
    }

    /// The floor that forbids erasure now.
    public Optional<Term> keptBy(Instant now) {
        return floor().filter(term -> term.until().isAfter(now));
    }

    /// The ceiling that asks for erasure now.
    public Optional<Term> dueBy(Instant now) {
        return ceiling().filter(term -> !term.until().isAfter(now));
    }

    /// Whether a rule says to keep it for longer than another allows.
    public boolean conflict() {
        return floor().isPresent()
                && ceiling().isPresent()
                && floor().get().until().isAfter(ceiling().get().until());
    }

    private static boolean applies(RetentionRule rule, KeptRecord kept, Set<FrameworkId> adopted, Set<String> roles) {
        return rule.kinds().contains(kept.kind())
                && rule.framework().map(adopted::contains).orElse(true)
                && (rule.collector().isEmpty() || rule.collector().equals(kept.collector()))
                && (rule.roles().isEmpty()
                        || roles.isEmpty()
                        || rule.roles().stream().anyMatch(roles::contains));
    }

    private static Term term(RetentionRule rule, KeptRecord kept, Instant now) {
        return switch (rule.start()) {
            case CREATION, PLACED_ON_MARKET -> new Term(rule, after(kept.created(), rule), false);
            case LAST_IN_EFFECT ->
                kept.endedAt()
                        .map(end -> new Term(rule, after(later(end, kept.created()), rule), false))
                        .orElseGet(() -> new Term(rule, after(later(now, kept.created()), rule), true));
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// Months and years are those of the calendar in UTC.
    private static Instant after(Instant start, RetentionRule rule) {
        return start.atOffset(ZoneOffset.UTC).plus(rule.period()).toInstant();
    }
}
