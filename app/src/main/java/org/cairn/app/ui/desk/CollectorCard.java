package org.cairn.app.ui.desk;

import java.util.List;
import org.cairn.evidence.CollectorId;

/// A collector as the person choosing it sees it.
/// @param title    what it observes, in a few words
/// @param withRoot what root would add; empty if root sees no more than anyone
public record CollectorCard(CollectorId id, String title, List<Advice> withRoot) {
    /// @param command that needs root
    /// @param adds    what it would show
    public record Advice(String command, String adds) {
        public String text() {
            return command + ": " + adds;
        }
    }

    public CollectorCard {
        withRoot = List.copyOf(withRoot);
    }
}
