package org.cairn.causality.query;

import org.cairn.causality.Node;

/// Edges into a node of the answer that the answer leaves out.
public record Pruned(Node node, Reason reason, int edges) {
    public enum Reason {
        /// Program and system files that no record shows changed.
        SYSTEM_FILE,
        /// The same action by the same cause, of which the latest is in the answer.
        REPEATED,
        /// More connections into one server than are followed.
        FURTHER_REQUESTS,
        /// More edges into one node than are followed.
        FAN_OUT,
        /// Further from the start than asked.
        DEPTH,
        /// The answer is full.
        NODES
    }
}
