package org.cairn.app.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.Description.PersonAtWork;
import org.cairn.app.workspace.Description.SignedState;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.vault.VaultException;
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
        List<Recorded<Event.ScopeDefined>> scopes = parts.log().all(Event.ScopeDefined.class);
        List<FrameworkId> frameworks = parts.log().all(Event.FrameworkAdopted.class).stream()
                .map(adopted -> adopted.event().framework())
                .distinct()
                .toList();
        Optional<Instant> newest = parts.log().newestRecordedAt();
        return new Description(
                parts.folder().root(),
                parts.file().organisation(),
                parts.file().origin(),
                scopes.isEmpty() ? List.of() : scopes.getLast().event().roles(),
                frameworks,
                parts.ledger().size(),
                newest,
                signedState(),
                person(),
                parts.access(),
                parts.keyring().publicKeys().rootFingerprint(),
                parts.finder().state(),
                alarms(newest),
                new Witnesses(parts).statement(),
                parts.sample(),
                parts.environment().clock().instant());
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

    /// The organisation's name that the first entry commits to; empty where its text was erased or cannot be read.
    private Optional<String> foundedAs() {
        for (Recorded<Event.WorkspaceFounded> recorded : parts.log().all(Event.WorkspaceFounded.class)) {
            try {
                return Optional.of(
                        parts.vault().get(recorded.event().organisation()).asUtf8());
            } catch (VaultException _) {
                return Optional.empty(); // erased, or damaged: cairn verify names it
            }
        }
        return Optional.empty();
    }

    private List<String> alarms(Optional<Instant> newest) throws WorkspaceException {
        List<String> alarms = new ArrayList<>();
        if (parts.ledger().condition() instanceof Condition.Damaged(var defects)) {
            defects.forEach(defect -> alarms.add("The ledger is damaged and opens for reading only: " + defect));
        }
        parts.alarms().forEach(alarm -> alarms.add(alarm.words()));
        alarms.addAll(parts.log().unreadable());
        foundedAs()
                .filter(name -> !name.equals(parts.file().organisation()))
                .ifPresent(name -> alarms.add(parts.folder().description() + " names the organisation \""
                        + parts.file().organisation() + "\", the ledger \"" + name + "\": the file was changed"));
        alarms.addAll(parts.shelf().damaged());
        parts.imports().unadmitted().forEach(entry -> alarms.add("A peer's " + entry.words()));
        new Following(parts).open().forEach(each -> alarms.add("A peer's evidence or text was " + each));
        for (Recorded<Event.ClockWentBack> recorded : parts.log().all(Event.ClockWentBack.class)) {
            alarms.add("The clock went back from " + recorded.event().previous() + " to "
                    + recorded.event().now() + " (entry " + recorded.entry() + ")");
        }
        Instant now = parts.environment().clock().instant();
        newest.filter(now::isBefore)
                .ifPresent(last -> alarms.add("The clock says " + now + ", earlier than the newest entry (" + last
                        + "); check the clock before recording"));
        return alarms;
    }
}
