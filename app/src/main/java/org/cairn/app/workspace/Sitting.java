package org.cairn.app.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.cairn.checklist.event.Event;

/// What one opening for writing left in the ledger. For whoever has to say, after a failure, what stands all the same;
/// it may be asked when the workspace is closed.
public final class Sitting {
    private final WorkspaceFolder folder;
    private final EventLog log;
    private final long first;

    Sitting(WorkspaceFolder folder, EventLog log) {
        this.folder = folder;
        this.log = log;
        this.first = log.size();
    }

    public Path folder() {
        return folder.root();
    }

    /// Entries that were recorded, without those that only say who sat down to work and what the clock did. A founding
    /// that was cut off recorded nothing: the folder is no workspace.
    public List<Long> recorded() {
        return Files.exists(folder.description())
                ? LongStream.range(first, log.size())
                        .filter(this::isWork)
                        .boxed()
                        .toList()
                : List.of();
    }

    /// Why nobody knows whether what was to be recorded last is recorded; empty where that is known.
    public Optional<String> doubt() {
        return log.doubt();
    }

    private boolean isWork(long entry) {
        try {
            return log.event(entry)
                    .filter(recorded -> recorded.event() instanceof Event.SessionOpened
                            || recorded.event() instanceof Event.ClockWentBack)
                    .isEmpty();
        } catch (UnreadableLedger _) {
            return true; // what the disk does not give back now was recorded all the same
        }
    }
}
