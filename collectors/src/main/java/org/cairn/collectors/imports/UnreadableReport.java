package org.cairn.collectors.imports;

import java.io.IOException;
import java.io.Serial;

/// A report that cannot be taken over. Nothing of it counts.
public final class UnreadableReport extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String reason;
    private final String advice;

    /// @param place  line, element or pointer, e.g. `line 7, column 3` or `/runs/0/results/12`
    /// @param advice what to do, as a sentence without its full stop
    public UnreadableReport(String place, String reason, String advice) {
        super(place + ": " + reason + ". " + advice);
        this.place = place;
        this.reason = reason;
        this.advice = advice;
    }

    public String place() {
        return place;
    }

    public String reason() {
        return reason;
    }

    public String advice() {
        return advice;
    }
}
