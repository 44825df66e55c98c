package org.cairn.app.ui.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.workspace.Description;

/// The states that were looked at last: who goes back to one need not wait for it again. Each counts as long as the
/// ledger holds exactly the entries that it was read from, and for a few minutes. Safe for any thread.
final class RecentStates {
    /// Each takes some ten mebibytes where there are fifty thousand requirements.
    private static final int MOST = 4;

    /// What lapses with time is never shown much later than it would be if the page had stayed open.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Map<LookedAt, Snapshot> states = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LookedAt, Snapshot> eldest) {
            return size() > MOST;
        }
    };

    synchronized void keep(Snapshot read) {
        states.put(read.lookedAt(), read);
    }

    synchronized void forget() {
        states.clear();
    }

    /// @param about the workspace as it is now
    synchronized Optional<Snapshot> find(LookedAt lookedAt, Description about, Instant now) {
        return Optional.ofNullable(states.get(lookedAt))
                .filter(kept -> kept.about().size() == about.size())
                .filter(kept -> kept.takenAt().plus(LONGEST).isAfter(now))
                .map(kept -> kept.about(about));
    }
}
