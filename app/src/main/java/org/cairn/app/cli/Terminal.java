package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException;

/// Where a command reads and writes.
/// @param out         the answer
/// @param err         messages and progress
/// @param environment variables of the process
/// @param prompt      asks a person for a secret
public record Terminal(PrintStream out, PrintStream err, Map<String, String> environment, Prompt prompt) {
    public Terminal {
        environment = Map.copyOf(environment);
    }

    /// Asks a person at a terminal, without echo.
    @FunctionalInterface
    public interface Prompt {
        /// Empty if no person can be asked.
        Optional<char[]> secret(String question);
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    /// For what is shown once, before anything counts.
    /// @param to   where it was written
    /// @param what in words
    void requireShown(PrintStream to, String what) throws WorkspaceException {
        if (to.checkError()) {
            throw new WorkspaceException(
                    WorkspaceException.Kind.OUTSIDE,
                    what + " could not be shown (the output is closed, or its disk is full); nothing was recorded, and"
                            + " the code before it stays");
        }
    }

    /// One line for the person.
    void say(String line) {
        err.println(line);
    }
}
