package org.cairn.app.workspace;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.codec.EventCodec;
import org.cairn.checklist.event.IdentityEvent.AdministratorReestablished;
import org.cairn.checklist.event.IdentityEvent.RecoveryKeyEnrolled;
import org.cairn.ledger.key.AddedPerson;
import org.cairn.ledger.key.EntrySigner;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.NewPerson;
import org.cairn.ledger.key.Person;
import org.cairn.ledger.key.PersonSecrets;
import org.cairn.ledger.key.RecoveryCode;
import org.cairn.ledger.key.WayIn;
import org.cairn.proof.Bytes;
import org.cairn.proof.KeyId;
import org.cairn.proof.authority.EnrolledKey;
import org.cairn.proof.authority.HolderId;
import org.cairn.proof.authority.People;
import org.cairn.proof.authority.RecoveryKey;

/// What the recovery code does beyond opening: once, it brings back an administrator who lost their keys. A new code is
/// shown before its entry is written, and opens before it counts: a cut in between loses neither.
public final class Recovering {
    private final Parts parts;

    Recovering(Parts parts) {
        this.parts = parts;
    }

    /// Shows a new code to the person at work. Where it throws, the code before stays and nothing is recorded.
    @FunctionalInterface
    public interface Showing {
        void show(String code) throws WorkspaceException;
    }

    /// @param entry that says so, for everybody to see
    /// @param name  of the administrator, as it was enrolled
    /// @param way   by which they open the workspace now
    public record Reestablished(long entry, HolderId holder, String name, WayIn way, KeyId key) {}

    /// Makes another code. From its entry on the one before brings nobody back, and then it opens nothing.
    /// @param showing takes the new code, which is shown this once
    /// @return the entry's index
    public long renew(Showing showing) throws WorkspaceException {
        parts.requireWritable();
        new Identities(parts)
                .requireAdministrator("an administrator makes a new recovery code, since it brings administrators"
                        + " back, and whoever opened this workspace is none; nothing was changed");
        try {
            settle(parts);
            RecoveryCode code = keyring().addRecoveryCode(parts.environment().random());
            showing.show(code.text());
            EntrySigner key = code.signer();
            long entry = parts.log().recordByPerson(new RecoveryKeyEnrolled(key.keyId(), key.spki()));
            keyring().keepRecoveryCode(Optional.of(key.keyId()));
            return entry;
        } catch (KeyException e) {
            throw Failures.of(e);
        }
    }

    /// New keys for an administrator who lost theirs. The code is used up by it. The ways in that the administrator had
    /// here end; their earlier entry keys stay enrolled until they revoke them.
    /// @param code    that opened the workspace
    /// @param digits  of the holder or of a key; empty where there is one administrator alone
    /// @param secrets of the new way in
    /// @param showing takes the next code, which is shown this once
    public Reestablished reestablish(RecoveryCode code, Optional<String> digits, PersonSecrets secrets, Showing showing)
            throws WorkspaceException {
        parts.requireRecordable();
        EntrySigner used = code.signer();
        requireInForce(used.keyId());
        HolderId holder = administrator(digits);
        String name = name(holder);
        try {
            Set<KeyId> before = waysOf(holder, name);
            settle(parts);
            RecoveryCode next = keyring().addRecoveryCode(parts.environment().random());
            showing.show(next.text());
            try (AddedPerson added = keyring()
                    .addPersonAgain(
                            NewPerson.of(name, secrets),
                            before,
                            parts.environment().random(),
                            parts.environment().clock())) {
                long entry = record(holder, used, added.signer(), next.signer());
                keyring().keepRecoveryCode(Optional.of(next.signer().keyId()));
                for (KeyId way : before) {
                    keyring().removePerson(way, parts.environment().clock());
                }
                return new Reestablished(
                        entry,
                        holder,
                        name,
                        added.person().way(),
                        added.person().key().keyId());
            }
        } catch (KeyException e) {
            throw Failures.of(e);
        }
    }

    private long record(HolderId holder, EntrySigner used, EntrySigner own, EntrySigner next)
            throws WorkspaceException {
        Bytes payload = parts.log()
                .payload(new AdministratorReestablished(
                        holder, own.keyId(), own.spki(), used.keyId(), next.keyId(), next.spki()));
        return parts.log().recordWithoutSession(own.countersign(used.sign(EventCodec.PAYLOAD_TYPE, payload)));
    }

    /// Where a cut left two codes, the ledger says which one stays. A code whose entry was never written goes.
    static void settle(Parts parts) throws WorkspaceException, KeyException {
        List<Optional<KeyId>> codes = parts.keyring().recoveryKeys();
        if (codes.size() > 1) {
            Optional<KeyId> inForce = parts.register()
                    .people()
                    .recovery()
                    .inForce()
                    .map(key -> key.key().keyId());
            boolean known = inForce.isPresent() && codes.contains(inForce);
            parts.keyring().keepRecoveryCode(known ? inForce : codes.getFirst());
        }
    }

    private void requireInForce(KeyId key) throws WorkspaceException {
        Optional<RecoveryKey> known = people().recovery().key(key);
        if (known.isEmpty()) {
            throw new WorkspaceException(
                    Kind.NOT_ALLOWED,
                    "no entry made the key of this recovery code known, as in a workspace of an earlier version, so it"
                            + " opens and brings nobody back. An administrator makes one that does with `cairn keys"
                            + " recovery-code`; nothing was changed");
        }
        if (known.get().ended().isPresent()) {
            throw new WorkspaceException(
                    Kind.NOT_ALLOWED,
                    "the key of this recovery code ended by entry "
                            + known.get().ended().get() + ", so it opens and brings nobody back; nothing was changed");
        }
    }

    private HolderId administrator(Optional<String> digits) throws WorkspaceException {
        if (digits.isPresent()) {
            return new Identities(parts).findHolder(digits.get());
        }
        Set<HolderId> administrators = people().administrators();
        if (administrators.size() != 1) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    "there are " + administrators.size() + " administrators: say whom with --holder; `cairn identity"
                            + " list` shows them. Nothing was changed");
        }
        return administrators.iterator().next();
    }

    private String name(HolderId holder) throws WorkspaceException {
        for (EnrolledKey key : people().keys()) {
            if (key.holder().equals(holder)) {
                return parts.names().of(key.key().keyId());
            }
        }
        throw new IllegalStateException("a holder without a key");
    }

    /// The ways in of this holder, and those that an attempt left which was cut off before its entry.
    private Set<KeyId> waysOf(HolderId holder, String name) throws WorkspaceException, KeyException {
        People people = people();
        Set<KeyId> ways = new HashSet<>();
        for (Person person : keyring().people()) {
            Optional<HolderId> known = people.key(person.key().keyId()).map(EnrolledKey::holder);
            if (known.map(holder::equals).orElse(person.name().equalsIgnoreCase(name))) {
                ways.add(person.holder());
            }
        }
        return ways;
    }

    private People people() throws WorkspaceException {
        return parts.register().people();
    }

    private Keyring keyring() {
        return parts.keyring();
    }
}
