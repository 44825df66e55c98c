package org.cairn.collectors.host;

/// Runs commands that only read.
public interface Commands {
    Answer run(Command command) throws InterruptedException;

    /// What came of a command.
    sealed interface Answer {
        /// It ended with status 0.
        record Printed(org.cairn.proof.Bytes output) implements Answer {}

        record Refused(org.cairn.evidence.Refusal refusal) implements Answer {}
    }
}
