package org.cairn.app.ui.kit;

import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.checklist.posture.Standing;

/// A state as it is shown: always a shape, a colour and a word. What evidence shows is round or solid; what a person
/// answered is drawn with a square or strokes, so that the two never look alike. In the order of a bar.
public enum Mark {
    SATISFIED(Shapes.DISC, Tone.GOOD),
    DEMONSTRATED(Shapes.DISC, Tone.GOOD),
    CLAIMED(Shapes.HALF_DISC, Tone.LENT),
    SUPPORTED(Shapes.RING_AND_DOT, Tone.LENT),
    PARTLY(Shapes.HALF_SQUARE, Tone.LENT),
    CONTRADICTED(Shapes.DIAMOND, Tone.LOUD),
    STALE(Shapes.HOURGLASS, Tone.LAPSED),
    NOT_SATISFIED(Shapes.TRIANGLE, Tone.BAD),
    NOT_MET(Shapes.TRIANGLE, Tone.BAD),
    INDETERMINATE(Shapes.HATCHED, Tone.UNSURE),
    NOT_APPLICABLE(Shapes.DASH, Tone.QUIET),
    NOT_YET_APPLICABLE(Shapes.ARROW, Tone.QUIET),
    NOT_ASSESSED(Shapes.RING, Tone.QUIET),
    APPLIES(Shapes.RING_AND_DOT, Tone.LENT),
    UNSCOPED(Shapes.OPEN_DIAMOND, Tone.UNSURE),
    OUT_OF_SCOPE(Shapes.BARRED_SQUARE, Tone.QUIET),

    ANSWER_MET(Shapes.CHECK, Tone.GOOD),
    ANSWER_PARTLY_MET(Shapes.HALF_SQUARE, Tone.LENT),
    ANSWER_NOT_MET(Shapes.CROSS, Tone.BAD),
    ANSWER_NOT_APPLICABLE(Shapes.DASH, Tone.QUIET),
    ANSWER_ALTERNATIVE(Shapes.EQUALS, Tone.LENT),
    ANSWER_NOT_YET(Shapes.ARROW, Tone.QUIET),
    ANSWER_NONE(Shapes.SQUARE, Tone.QUIET),

    FRESH(Shapes.DISC, Tone.GOOD),
    LAPSING(Shapes.HALF_DISC, Tone.LENT),
    LAPSED(Shapes.HOURGLASS, Tone.LAPSED),
    WITHOUT_LIMIT(Shapes.RING, Tone.QUIET),
    SUPERSEDED(Shapes.BARRED_SQUARE, Tone.QUIET),

    WAITING(Shapes.RING, Tone.QUIET),
    RUNNING(Shapes.RING_AND_DOT, Tone.LENT),
    DONE(Shapes.DISC, Tone.GOOD),
    DONE_WITH_REFUSALS(Shapes.HALF_DISC, Tone.UNSURE),
    FAILED(Shapes.TRIANGLE, Tone.BAD),
    INTACT(Shapes.DISC, Tone.GOOD),
    BROKEN(Shapes.DIAMOND, Tone.LOUD),
    INCOMPLETE(Shapes.HATCHED, Tone.UNSURE),

    AUDIT_ACCEPTED(Shapes.CHECK, Tone.GOOD),
    AUDIT_OBJECTION(Shapes.CROSS, Tone.BAD),
    AUDIT_MORE_NEEDED(Shapes.HALF_SQUARE, Tone.UNSURE),
    AUDIT_NONE(Shapes.SQUARE, Tone.QUIET);

    private final String path;
    private final Tone tone;

    Mark(String path, Tone tone) {
        this.path = path;
        this.tone = tone;
    }

    /// An SVG path (W3C SVG 1.1 section 8.3) on a field of 12 by 12, filled even-odd.
    public String path() {
        return path;
    }

    public Tone tone() {
        return tone;
    }

    public String word(Texts texts) {
        return texts.text("mark." + Texts.keyOf(this));
    }

    public static Mark of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Satisfied _ -> SATISFIED;
            case Outcome.NotSatisfied _ -> NOT_SATISFIED;
            case Outcome.Indeterminate _ -> INDETERMINATE;
            case Outcome.NotApplicable _ -> NOT_APPLICABLE;
        };
    }

    public static Mark ofAnswer(Optional<AnswerStatus> answer) {
        return answer.map(Mark::ofAnswer).orElse(ANSWER_NONE);
    }

    public static Mark ofAnswer(AnswerStatus answer) {
        return switch (answer) {
            case MET -> ANSWER_MET;
            case PARTLY_MET -> ANSWER_PARTLY_MET;
            case NOT_MET -> ANSWER_NOT_MET;
            case NOT_APPLICABLE -> ANSWER_NOT_APPLICABLE;
            case ALTERNATIVE_DOCUMENTED -> ANSWER_ALTERNATIVE;
            case NOT_YET_APPLICABLE -> ANSWER_NOT_YET;
        };
    }

    public static Mark of(Standing standing) {
        return switch (standing) {
            case CONTRADICTED -> CONTRADICTED;
            case NOT_MET -> NOT_MET;
            case DEMONSTRATED -> DEMONSTRATED;
            case STALE -> STALE;
            case CLAIMED -> CLAIMED;
            case PARTLY -> PARTLY;
            case INDETERMINATE -> INDETERMINATE;
            case NOT_APPLICABLE -> NOT_APPLICABLE;
            case NOT_YET_APPLICABLE -> NOT_YET_APPLICABLE;
            case NOT_ASSESSED -> NOT_ASSESSED;
        };
    }

    public static Mark of(RequirementState state) {
        return switch (state) {
            case DEMONSTRATED -> DEMONSTRATED;
            case CLAIMED -> CLAIMED;
            case SUPPORTED -> SUPPORTED;
            case CONTRADICTED -> CONTRADICTED;
            case STALE -> STALE;
            case NOT_MET -> NOT_MET;
            case INDETERMINATE -> INDETERMINATE;
            case NOT_APPLICABLE -> NOT_APPLICABLE;
            case NOT_YET_APPLICABLE -> NOT_YET_APPLICABLE;
            case NOT_ASSESSED -> NOT_ASSESSED;
            case UNSCOPED -> UNSCOPED;
            case OUT_OF_SCOPE -> OUT_OF_SCOPE;
        };
    }

    private static final class Shapes {
        static final String OUTER = "M11.5 6A5.5 5.5 0 1 1 0.5 6A5.5 5.5 0 1 1 11.5 6Z";
        static final String DISC = OUTER;
        static final String RING = OUTER + "M10 6A4 4 0 1 1 2 6A4 4 0 1 1 10 6Z";
        static final String RING_AND_DOT = RING + "M8 6A2 2 0 1 1 4 6A2 2 0 1 1 8 6Z";
        static final String HALF_DISC = OUTER + "M6 2A4 4 0 0 1 6 10Z";
        /// A ring with three diagonal strokes.
        static final String HATCHED = RING
                + "M1.7 6.5L6.5 1.7L7.1 2.3L2.3 7.1Z"
                + "M2.8 8.6L8.6 2.8L9.2 3.4L3.4 9.2Z"
                + "M4.9 9.7L9.7 4.9L10.3 5.5L5.5 10.3Z";
        static final String TRIANGLE = "M6 0.5L12 11.5H0Z";
        static final String DIAMOND = "M6 -0.5L12.5 6L6 12.5L-0.5 6Z M5.2 2.6V6.8H6.8V2.6Z M5.2 7.8V9.4H6.8V7.8Z";
        static final String OPEN_DIAMOND = "M6 -0.5L12.5 6L6 12.5L-0.5 6Z M6 1.9L1.9 6L6 10.1L10.1 6Z";
        static final String BARRED_SQUARE = "M1 1H11V11H1Z M2.4 2.4V8.2L8.2 2.4Z M3.8 9.6H9.6V3.8Z";
        static final String DASH = "M1 5H11V7H1Z";
        static final String HOURGLASS = "M1.5 0.5H10.5V2.2L7 6L10.5 9.8V11.5H1.5V9.8L5 6L1.5 2.2Z";
        static final String ARROW = "M0.5 5H6.5V1.5L11.5 6L6.5 10.5V7H0.5Z";
        static final String CHECK = "M0.8 6.6L2.2 5.2L4.6 7.6L9.8 1.8L11.3 3.2L4.7 10.6Z";
        static final String CROSS =
                "M1.4 2.8L2.8 1.4L6 4.6L9.2 1.4L10.6 2.8L7.4 6L10.6 9.2L9.2 10.6L6 7.4L2.8 10.6L1.4 9.2L4.6 6Z";
        static final String SQUARE = "M1 1H11V11H1Z M2.4 2.4V9.6H9.6V2.4Z";
        static final String HALF_SQUARE = "M1 1H11V11H1Z M6 2.4V9.6H9.6V2.4Z";
        static final String EQUALS = "M1 2.8H11V4.8H1Z M1 7.2H11V9.2H1Z";

        private Shapes() {}
    }
}
