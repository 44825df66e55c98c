package org.cairn.app.pilot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a pilot measures, by the days in which it is due (items PIL-1 to PIL-4 of the checklist).
public enum PilotMeasure {
    OWN_HARDWARE(1, 7, "PIL-1", From.LEDGER),
    NO_OUTBOUND(1, 7, "PIL-1", From.LEDGER),
    FIRST_REPLAY(1, 7, "PIL-1", From.LEDGER),
    WORKLOAD(8, 42, "PIL-2", From.PERSON),
    BUDGET(8, 42, "PIL-2", From.PERSON),
    CYCLE_TIME(43, 84, "PIL-3", From.PERSON),
    EXCEPTION_RATE(43, 84, "PIL-3", From.PERSON),
    AUDITOR_REPLAY(43, 90, "PIL-4", From.PERSON);

    /// Where a measure's result comes from.
    public enum From {
        /// Computed from entries and evidence; nobody can enter it.
        LEDGER,
        /// Entered by a person, with evidence.
        PERSON
    }

    /// How long a pilot lasts.
    public static final int DAYS = 90;

    private final int firstDay;
    private final int lastDay;
    private final String control;
    private final From from;

    PilotMeasure(int firstDay, int lastDay, String control, From from) {
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.control = control;
        this.from = from;
    }

    public int firstDay() {
        return firstDay;
    }

    public int lastDay() {
        return lastDay;
    }

    /// The item of the checklist that asks for it.
    public String control() {
        return control;
    }

    public From from() {
        return from;
    }

    /// `NO_OUTBOUND` as `no-outbound`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PilotMeasure> parse(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
