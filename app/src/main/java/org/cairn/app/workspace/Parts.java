package org.cairn.app.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.event.ProgrammeEvent;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.posture.DeviationCovers;
import org.cairn.checklist.posture.EvidenceForces;
import org.cairn.checklist.posture.Fleet;
import org.cairn.checklist.posture.FleetReading;
import org.cairn.checklist.posture.History;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.PostureCalculation;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.evidence.vault.VaultException;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.Language;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.KeyringLocked;
import org.cairn.ledger.store.Condition;
import org.cairn.ledger.store.Ledger;
import org.cairn.proof.Bytes;

/// What an open workspace consists of; the use cases share it.
record Parts(
        WorkspaceFolder folder,
        WorkspaceFile file,
        WorkspaceEnvironment environment,
        Access access,
        Ledger ledger,
        Keyring keyring,
        EvidenceVault vault,
        EventLog log,
        Imports imports,
        Erasures erasures,
        EvidenceShelf shelf,
        Names names,
        OwnFrameworks own,
        EntryFinder finder,
        Register register,
        Viewpoint viewpoint,
        List<RollbackAlarm> alarms) {
    Parts {
        alarms = List.copyOf(alarms);
    }

    /// @throws WorkspaceException where the ledger does not hold the entry that is named
    TwoTimes times(AsOf asOf) throws WorkspaceException {
        Instant now = environment.clock().instant();
        Instant validAt = asOf.validAt().orElse(now);
        return switch (asOf.known()) {
            case KnownAt.Now _ ->
                new TwoTimes(validAt, now, log.size(), asOf.validAt().isEmpty());
            case KnownAt.At(Instant time) -> new TwoTimes(validAt, time, finder.sizeKnownAt(time), false);
            case KnownAt.Through(long entry) -> {
                if (entry >= log.size()) {
                    throw new WorkspaceException(
                            WorkspaceException.Kind.UNKNOWN_ENTRY,
                            "no entry " + entry + " here; the ledger holds " + log.size() + ", counted from 0");
                }
                Instant claimed = log.event(entry).map(Recorded::recordedAt).orElse(now);
                yield new TwoTimes(validAt, claimed, entry + 1, false);
            }
        };
    }

    /// @param posture what was so
    /// @param forces  how far each piece of attached evidence counted
    record Judged(Posture posture, EvidenceForces forces) {}

    /// Both rest on the same events, which are gone through once.
    Judged judge(TwoTimes times) {
        History history = history(times);
        Posture posture = PostureCalculation.posture(
                library(times).catalogue(),
                environment.knowledge().checks(),
                history,
                times.validAt(),
                times.knownAt());
        return new Judged(posture, EvidenceForces.of(history.events(), times.validAt()));
    }

    Posture posture(TwoTimes times) {
        return judge(times).posture();
    }

    /// As above, as if a piece of evidence had been erased.
    Posture postureWithout(EvidenceId piece, TwoTimes times) {
        History with = history(times);
        Optional<Long> entry = shelf.entry(piece).map(Recorded::entry);
        History without = new History(
                with.events(),
                id -> id.equals(piece) ? Optional.empty() : with.evidence().apply(id),
                id -> id.equals(piece) ? entry : with.erasures().apply(id),
                with.texts());
        return PostureCalculation.posture(
                library(times).catalogue(),
                environment.knowledge().checks(),
                without,
                times.validAt(),
                times.knownAt());
    }

    /// What each check says of each host.
    Fleet fleet(TwoTimes times) {
        return FleetReading.read(environment.knowledge().checks(), history(times), times.validAt());
    }

    /// How far each piece of attached evidence counts.
    EvidenceForces forces(TwoTimes times) {
        return EvidenceForces.of(history(times).events(), times.validAt());
    }

    /// Which deviations are accepted.
    DeviationCovers deviationCovers(TwoTimes times) {
        return DeviationCovers.of(history(times), times.validAt());
    }

    private History history(TwoTimes times) {
        return new History(
                imports.judged(new BearingEvents(log, finder).at(times.validAt(), times.size())),
                shelf::find,
                id -> erasures.of(id).map(Recorded::entry),
                this::readable);
    }

    /// Empty where it was erased, or is not what was recorded.
    Optional<Bytes> readable(PayloadRef payload) {
        try {
            return Optional.of(vault.get(payload));
        } catch (VaultException _) {
            return Optional.empty();
        }
    }

    /// What can be judged in a state: what ships with the product, and what was imported by then.
    FrameworkLibrary library(TwoTimes times) {
        return own.library(times.validAt(), times.size());
    }

    /// What can be judged now.
    FrameworkLibrary library() {
        return own.library(environment.clock().instant(), log.size());
    }

    /// Stores a text, durably, apart from the ledger.
    PayloadRef store(String text) throws WorkspaceException {
        try {
            return vault.put(Bytes.utf8(text));
        } catch (VaultException e) {
            throw Failures.of(e);
        }
    }

    Bytes content(PayloadRef payload) throws WorkspaceException {
        try {
            return vault.get(payload);
        } catch (VaultException e) {
            throw Failures.of(e);
        } catch (KeyringLocked e) {
            throw Failures.of(e);
        }
    }

    /// Carries out what the ledger says was erased.
    Destroying destroying() {
        return new Destroying(erasures, vault, shelf, names);
    }

    void requireUnlocked() throws WorkspaceException {
        if (keyring.isLocked()) {
            throw Failures.locked();
        }
    }

    /// Locks: no key and nothing decrypted stays.
    void forget() {
        keyring.lock();
        shelf.forget();
        names.forget();
        own.forget();
        log.endSession();
    }

    /// Whether the ledger says that this is a sample; nothing takes that back.
    boolean sample() {
        return !finder.entries(ProgrammeEvent.SampleDeclared.class, log.size()).isEmpty();
    }

    /// As it is printed: of a sample, never without saying so.
    String organisation(Language language) {
        return sample() ? SampleWorkspace.marked(file.organisation(), language) : file.organisation();
    }

    /// Asked before long work, so that it is refused at once and not at its end. What is seen of the past is no ground
    /// to record something now.
    void requireWritable() throws WorkspaceException {
        requireUnlocked();
        Optional<TwoTimes> looked = viewpoint.past();
        if (looked.isPresent()) {
            TwoTimes past = looked.get();
            throw new WorkspaceException(
                    Kind.READ_ONLY,
                    folder.root() + ": nothing can be recorded while the state as of " + past.validAt()
                            + ", as known on " + past.knownAt() + ", is looked at. Go back to now, then record");
        }
        requireIssuable();
    }

    /// As [#requireWritable()], for handing over what is seen, whichever state that is.
    void requireIssuable() throws WorkspaceException {
        requireUnlocked();
        if (keyring.unlockedBy().isEmpty()) {
            throw new WorkspaceException(
                    Kind.NO_PERSON,
                    folder.root()
                            + ": nothing can be recorded, since the recovery code opened it and nobody signs. Add a"
                            + " person (cairn keys add-person), then open it as that person; an administrator who lost"
                            + " their keys comes back with `cairn keys recover`");
        }
        requireRecordable();
    }

    /// Whether the folder can take an entry, whoever signs it.
    void requireRecordable() throws WorkspaceException {
        requireUnlocked();
        if (!alarms.isEmpty()) {
            throw new WorkspaceException(
                    Kind.READ_ONLY,
                    folder.root() + ": nothing can be recorded. "
                            + alarms.getFirst().words()
                            + ". Find the newest copy and work there, or, if this is the one to go on with, say so with"
                            + " `cairn rollback -w DIR --acknowledge REASON`");
        }
        switch (ledger.condition()) {
            case Condition.Writable _ -> {}
            case Condition.ReadOnly(String reason) ->
                throw new WorkspaceException(Kind.READ_ONLY, folder.root() + ": nothing can be recorded, " + reason);
            case Condition.Damaged(var defects) ->
                throw new WorkspaceException(
                        Kind.READ_ONLY,
                        folder.root() + ": nothing can be recorded, the ledger is damaged (" + defects.getFirst()
                                + "). Keep this folder as evidence and restore the newest backup that verifies");
        }
    }
}
