package org.cairn.app.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.app.workspace.Description.PersonAtWork;
import org.cairn.app.workspace.Description.SignedState;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.ledger.store.Condition;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedNote;

/// What a workspace says of itself.
final class Describing {
    private final Parts parts;

    Describing(Parts parts) {
        this.parts = parts;
    }

    Description describe() throws WorkspaceException {
        List<Recorded<? extends Event>> events = parts.log().events();
        List<String> roles = List.of();
        Set<FrameworkId> frameworks = new LinkedHashSet<>();
        for (Recorded<? extends Event> recorded : events) {
            if (recorded.event() instanceof Event.ScopeDefined scope) {
                roles = scope.roles();
            } else if (recorded.event() instanceof Event.FrameworkAdopted adopted) {
                frameworks.add(adopted.framework());
            }
        }
        Optional<Instant> newest = events.isEmpty()
                ? Optional.empty()
                : Optional.of(events.getLast().recordedAt());
        return new Description(
                parts.folder().root(),
                parts.file().organisation(),
                parts.file().origin(),
                roles,
                List.copyOf(frameworks),
                parts.ledger().size(),
                newest,
                signedState(),
                person(),
                parts.access(),
                parts.keyring().publicKeys().rootFingerprint(),
                parts.finder().state(),
                alarms(events),
                List.of());
    }

    private Optional<PersonAtWork> person() throws WorkspaceException {
        if (parts.keyring().unlockedBy().isEmpty()) {
            return Optional.empty();
        }
        KeyId key = parts.keyring().person().keyId();
        return Optional.of(new PersonAtWork(key, parts.names().of(key)));
    }

    private Optional<SignedState> signedState() {
        try {
            Checkpoint at = Checkpoint.parse(parts.ledger().checkpoint().text());
            return Optional.of(new SignedState(at.size(), at.root()));
        } catch (LedgerException | MalformedNote _) {
            return Optional.empty(); // the ledger's condition names the defect among the alarms
        }
    }

    private List<String> alarms(List<Recorded<? extends Event>> events) {
        List<String> alarms = new ArrayList<>();
        if (parts.ledger().condition() instanceof Condition.Damaged(var defects)) {
            defects.forEach(defect -> alarms.add("The ledger is damaged and opens for reading only: " + defect));
        }
        alarms.addAll(parts.log().unreadable());
        alarms.addAll(parts.shelf().damaged());
        for (Recorded<? extends Event> recorded : events) {
            if (recorded.event() instanceof Event.ClockWentBack clock) {
                alarms.add("The clock went back from " + clock.previous() + " to " + clock.now() + " (entry "
                        + recorded.entry() + ")");
            }
        }
        Instant now = parts.environment().clock().instant();
        if (!events.isEmpty() && now.isBefore(events.getLast().recordedAt())) {
            alarms.add("The clock says " + now + ", earlier than the newest entry ("
                    + events.getLast().recordedAt() + "); check the clock before recording");
        }
        return alarms;
    }
}
