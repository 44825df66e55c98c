package org.cairn.app.cli;

/// What a command's end means to a script.
final class ExitCode {
    static final int DONE = 0;
    /// The answer is no: broken, incomplete.
    static final int NO = 1;
    /// The input was refused, or the outside world did: nothing was done.
    static final int REFUSED = 2;
    /// A fault of Cairn, or a failure after something was recorded: look before it is given again.
    static final int FAULT = 3;

    private ExitCode() {}
}
