package org.cairn.app.objection;

import java.util.Locale;

/// Why an auditor sends something back, the gravest first.
public enum ObjectionKind {
    /// What a person says and what evidence shows cannot both be true.
    CONTRADICTED(Field.ANSWER),
    /// Two laptops answered otherwise, neither knowing of the other.
    CONFLICTING(Field.ANSWER),
    /// Said to be met, and nothing is shown for it.
    NO_EVIDENCE(Field.EVIDENCE),
    /// Named, and not there: erased, unreadable, or only mentioned.
    NOT_INCLUDED(Field.EVIDENCE),
    /// Named by the answer, and it counts no more: its period is over, or a revision took its place.
    LAPSED(Field.EVIDENCE),
    /// Not current.
    STALE(Field.EVIDENCE),
    /// Nothing of it is from the period that is audited.
    OTHER_PERIOD(Field.EVIDENCE),
    /// Not every member of a population could be seen.
    INCOMPLETE_POPULATION(Field.EVIDENCE),
    /// A source that a check needs could not be read.
    UNREADABLE_SOURCE(Field.EVIDENCE),
    /// Nobody said which day a picture shows.
    PICTURE_WITHOUT_DAY(Field.EVIDENCE),
    /// A picture says not which host it shows.
    PICTURE_WITHOUT_HOST(Field.EVIDENCE),
    /// Left out, or done otherwise, for a reason that would fit anything.
    GENERIC_REASON(Field.NOTE),
    /// The text changed since, or the day it waited for has come.
    OUTDATED_ANSWER(Field.ANSWER),
    OVERDUE(Field.DUE),
    NO_DUE_DAY(Field.DUE),
    NO_OWNER(Field.OWNER),
    SCOPE_UNKNOWN(Field.SCOPE),
    NOT_ANSWERED(Field.ANSWER),
    /// No second person accepted the answer.
    NOT_ACCEPTED(Field.REVIEW);

    private final Field field;

    ObjectionKind(Field field) {
        this.field = field;
    }

    /// Where it is mended.
    public Field field() {
        return field;
    }

    /// `NOT_ANSWERED` as `not-answered`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
