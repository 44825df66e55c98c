package org.cairn.collectors.command;

/// What a command printed has another form than its documentation says.
public final class MalformedOutput extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedOutput(String problem) {
        super(problem);
    }
}
