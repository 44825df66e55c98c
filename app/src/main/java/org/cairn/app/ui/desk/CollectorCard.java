package org.cairn.app.ui.desk;

import java.util.List;
import org.cairn.evidence.CollectorId;

/// A collector as the person choosing it sees it.
/// @param title    what it observes, in a few words
/// @param withRoot what root would add, a sentence each; empty if root sees no more than anyone
public record CollectorCard(CollectorId id, String title, List<String> withRoot) {
    public CollectorCard {
        withRoot = List.copyOf(withRoot);
    }
}
