package org.cairn.app.workspace;

import java.util.Locale;

/// Why somebody cannot do now what a line of the review queue waits for.
public enum Hurdle {
    NOTE_MISSING("it has no note that says how it is met, or why not; answer it again with one"),
    EVIDENCE_MISSING("nothing is attached that shows it, and no check does; attach evidence"),
    EVIDENCE_STALE("what shows it is stale or counts no more; collect or attach it anew"),
    OWN_WORK("it is your own work, which another person reviews"),
    NOT_A_REVIEWER("you are not a reviewer here"),
    SIGNED_ALREADY("you signed it already; another person has to"),
    OUTDATED("it can be recorded no more, since what it is about has changed; withdraw it"),
    NOBODY_AT_WORK("nobody is at work who could sign");

    private final String words;

    Hurdle(String words) {
        this.words = words;
    }

    /// As it stands in a message.
    public String words() {
        return words;
    }

    /// `OWN_WORK` as `own-work`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
