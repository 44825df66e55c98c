package org.cairn.reports.pack;

import java.util.List;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.posture.RequirementState;

/// Shape and colour of a status; a word always stands beside them. The shapes differ enough to be told apart in print
/// without colour.
/// @param shape  one character that the report's fonts have
/// @param colour of shape and word on white, as `rrggbb`; contrast at least 4.5 : 1 (WCAG 2.2, 1.4.3)
/// @param fill   of a bar or a cell, as `rrggbb`
public record Mark(String shape, String colour, String fill) {
    public static final Mark GOOD = new Mark("●", "1c6b45", "2f8f63");
    public static final Mark BAD = new Mark("▲", "a8261c", "c8473c");
    public static final Mark UNSURE = new Mark("◐", "7a5600", "e3c878");
    public static final Mark OUT = new Mark("–", "55606b", "b9c1c9");
    public static final Mark OPEN = new Mark("○", "55606b", "ffffff");
    public static final Mark CONTRADICTED = new Mark("≠", "8f1259", "a82a70");

    private static final Mark PARTLY = new Mark("◑", "7a5600", "e3c878");
    private static final Mark CLAIMED = new Mark("□", "2a5a8c", "a9c4e0");
    private static final Mark SUPPORTED = new Mark("■", "2a5a8c", "5b8cc0");
    private static final Mark STALE = new Mark("◔", "8a4a00", "d99a4e");
    private static final Mark LATER = new Mark("►", "55606b", "dfe4e8");
    private static final Mark UNSCOPED = new Mark("◇", "55606b", "eef1f4");
    private static final Mark OUTSIDE = new Mark("×", "55606b", "cfd6dc");
    private static final Mark OTHERWISE = new Mark("■", "1c6b45", "7fb99c");

    public static final List<Mark> ALL = List.of(
            GOOD,
            BAD,
            UNSURE,
            OUT,
            OPEN,
            CONTRADICTED,
            PARTLY,
            CLAIMED,
            SUPPORTED,
            STALE,
            LATER,
            UNSCOPED,
            OUTSIDE,
            OTHERWISE);

    private static final String INK = "1d2733";

    /// Whether its fill has diagonal lines: what could not be judged is told from what was.
    public boolean hatched() {
        return equals(UNSURE);
    }

    /// Of what is written on the fill, as `rrggbb`.
    public String ink() {
        return luminance(fill) > 0.4 ? INK : "ffffff";
    }

    /// Relative luminance of `rrggbb`, WCAG 2.2, without its gamma: enough to choose between two inks.
    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour, 16);
        return (0.2126 * (rgb >> 16) + 0.7152 * (rgb >> 8 & 0xff) + 0.0722 * (rgb & 0xff)) / 255;
    }

    public static Mark of(RequirementState state) {
        return switch (state) {
            case DEMONSTRATED -> GOOD;
            case CLAIMED -> CLAIMED;
            case SUPPORTED -> SUPPORTED;
            case CONTRADICTED -> CONTRADICTED;
            case STALE -> STALE;
            case NOT_MET -> BAD;
            case INDETERMINATE -> UNSURE;
            case NOT_APPLICABLE -> OUT;
            case NOT_YET_APPLICABLE -> LATER;
            case NOT_ASSESSED -> OPEN;
            case UNSCOPED -> UNSCOPED;
            case OUT_OF_SCOPE -> OUTSIDE;
        };
    }

    public static Mark of(Outcome outcome) {
        return of(OutcomeKind.of(outcome));
    }

    public static Mark of(OutcomeKind outcome) {
        return switch (outcome) {
            case SATISFIED -> GOOD;
            case NOT_SATISFIED -> BAD;
            case INDETERMINATE -> UNSURE;
            case NOT_APPLICABLE -> OUT;
        };
    }

    public static Mark of(StatementRow.Decision decision) {
        return switch (decision) {
            case INCLUDED -> SUPPORTED;
            case EXCLUDED -> OUTSIDE;
            case UNDECIDED -> OPEN;
        };
    }

    public static Mark of(StatementRow.Implementation implementation) {
        return switch (implementation) {
            case IMPLEMENTED -> CLAIMED;
            case ALTERNATIVE -> OTHERWISE;
            case PARTLY -> PARTLY;
            case PLANNED -> LATER;
            case NOT_IMPLEMENTED -> BAD;
            case NOT_STATED -> OPEN;
            case NOT_ASKED -> OUT;
        };
    }

    public static Mark of(RegisterRow.Borne borne) {
        return switch (borne) {
            case ACCEPTED -> CLAIMED;
            case NOT_ASKED -> OPEN;
            case NOT_APPROVED -> UNSURE;
            case LAPSED -> STALE;
            case ENDED -> OUT;
        };
    }

    public static Mark of(Freshness freshness) {
        return switch (freshness) {
            case FRESH -> GOOD;
            case LAPSING -> PARTLY;
            case LAPSED -> STALE;
            case WITHOUT_LIMIT -> OPEN;
        };
    }

    public static Mark of(AnswerStatus answer) {
        return switch (answer) {
            case MET -> GOOD;
            case PARTLY_MET -> PARTLY;
            case NOT_MET -> BAD;
            case NOT_APPLICABLE -> OUT;
            case ALTERNATIVE_DOCUMENTED -> OTHERWISE;
            case NOT_YET_APPLICABLE -> LATER;
        };
    }
}
