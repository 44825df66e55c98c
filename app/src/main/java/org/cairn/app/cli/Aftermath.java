package org.cairn.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.cairn.app.workspace.Sitting;

/// What a command that failed left behind. Exit code 2 promises that nothing was recorded, so it is given only where
/// that is so.
final class Aftermath {
    private final List<Sitting> sittings = new ArrayList<>();

    synchronized void add(Sitting sitting) {
        sittings.add(sitting);
    }

    /// A line for each workspace in which something stands, or may stand.
    synchronized List<String> words() {
        List<String> words = new ArrayList<>();
        for (Sitting sitting : sittings) {
            List<Long> entries = sitting.recorded();
            if (!entries.isEmpty()) {
                words.add(standing(entries) + " in " + sitting.folder() + ". " + advice(sitting));
            }
            sitting.doubt()
                    .ifPresent(why -> words.add("whether the entry that failed is recorded in " + sitting.folder()
                            + " is not known, " + why + ". " + advice(sitting)));
        }
        return words;
    }

    private static String standing(List<Long> entries) {
        return entries.size() == 1
                ? "entry " + entries.getFirst() + " is recorded"
                : entries.size() + " entries are recorded (" + entries.getFirst() + " to " + entries.getLast() + ")";
    }

    private static String advice(Sitting sitting) {
        return "Look at `cairn log -w " + sitting.folder() + "` before you run the command again";
    }
}
