package org.cairn.checklist.codec;

/// An entry's payload is not an event. The message names the entry, the member, and what is wrong there.
public final class MalformedEvent extends Exception {
    private static final long serialVersionUID = 1L;

    /// Enough to recognise a value by; what is longer is cut.
    private static final int LONGEST_PROBLEM = 200;

    MalformedEvent(long entry, String member, String problem) {
        super("entry " + entry + ", " + member + ": " + cut(problem));
    }

    MalformedEvent(long entry, String problem) {
        super("entry " + entry + ": " + cut(problem));
    }

    private static String cut(String problem) {
        return problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM) + "…";
    }
}
