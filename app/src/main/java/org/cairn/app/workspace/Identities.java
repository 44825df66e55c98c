package org.cairn.app.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.app.workspace.IdentityLine.By;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.codec.EventCodec;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.IdentityEvent;
import org.cairn.checklist.event.IdentityEvent.IdentityRevoked;
import org.cairn.ledger.key.AddedPerson;
import org.cairn.ledger.key.EntrySigner;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.KeyRotation;
import org.cairn.proof.Bytes;
import org.cairn.proof.KeyId;
import org.cairn.proof.authority.EnrolledKey;
import org.cairn.proof.authority.HolderId;
import org.cairn.proof.authority.People;
import org.cairn.proof.authority.RecoveryKey;
import org.cairn.proof.authority.Reestablishment;
import org.cairn.proof.authority.Role;

/// People, collectors and machines: their keys and roles. Everything works offline; what may be done by whom is decided
/// by the store.
public final class Identities {
    private static final int HOLDER_SIZE_BYTES = 16;

    private final Parts parts;

    Identities(Parts parts) {
        this.parts = parts;
    }

    /// Asks for the enrolment of this workspace's person elsewhere.
    /// @return the key that asks
    public KeyId requestForPerson(String name, Path out) throws WorkspaceException {
        return request(parts.keyring().person(), name, out);
    }

    /// Asks for the enrolment of this machine's collectors elsewhere.
    /// @return the key that asks
    public KeyId requestForCollector(String name, Path out) throws WorkspaceException {
        return request(parts.keyring().collector(), name, out);
    }

    private static KeyId request(EntrySigner signer, String name, Path out) throws WorkspaceException {
        SmallFiles.write(out, EnrolmentRequest.sign(signer, name).encode());
        return signer.keyId();
    }

    /// @param holder whose further key it is; empty enrols somebody new
    /// @return the entry's index
    public long enrol(EnrolmentRequest request, Role role, Optional<HolderId> holder) throws WorkspaceException {
        parts.requireWritable();
        Event event = new Event.IdentityEnrolled(
                request.key().keyId(),
                request.key().spki(),
                role,
                Optional.of(holder.orElseGet(this::newHolder)),
                parts.store(request.name()));
        return parts.log().recordByPerson(event);
    }

    /// Enrols a person whose keys were made here a moment ago.
    /// @return the entry's index
    public long enrol(AddedPerson added, Role role) throws WorkspaceException {
        return enrol(new EnrolmentRequest(added.person().key(), added.person().name()), role, Optional.empty());
    }

    /// Refuses what an enrolment by whoever unlocked would be refused for, before any keys are made for it.
    public void checkEnrolment(String name) throws WorkspaceException {
        parts.requireWritable();
        EnrolmentRequest.requireName(name);
        requireAdministrator(
                "an administrator enrols people, and whoever opened this workspace is none; nobody was added."
                        + " Without --role the person is added, and an administrator enrols them later");
    }

    /// @param otherwise what to say where whoever unlocked is none
    void requireAdministrator(String otherwise) throws WorkspaceException {
        People people = parts.register().people();
        boolean administrator = people.key(parts.keyring().person().keyId())
                .filter(key -> key.ended().isEmpty())
                .filter(key -> people.roles(key.holder()).contains(Role.ADMINISTRATOR))
                .isPresent();
        if (!administrator) {
            throw new WorkspaceException(Kind.NOT_ALLOWED, otherwise);
        }
    }

    private HolderId newHolder() {
        byte[] random = new byte[HOLDER_SIZE_BYTES];
        parts.environment().random().nextBytes(random);
        return HolderId.ofRandom(Bytes.copyOf(random));
    }

    /// @return the entry's index
    public long revoke(KeyId key, IdentityRevoked.Reason reason) throws WorkspaceException {
        parts.requireWritable();
        return parts.log().recordByPerson(new IdentityRevoked(key, reason));
    }

    /// @return the entry's index
    public long grant(HolderId holder, Role role) throws WorkspaceException {
        parts.requireWritable();
        return parts.log().recordByPerson(new IdentityEvent.RoleGranted(holder, role));
    }

    /// @return the entry's index
    public long withdraw(HolderId holder, Role role) throws WorkspaceException {
        parts.requireWritable();
        return parts.log().recordByPerson(new IdentityEvent.RoleWithdrawn(holder, role));
    }

    /// A new key takes the place of the key of whoever unlocked. A cut in between leaves the old key in force, or the
    /// new one: the ledger says which, and opening looks.
    public Rotated rotate() throws WorkspaceException {
        parts.requireWritable();
        try {
            KeyRotation rotation =
                    parts.keyring().rotation().begin(parts.environment().random());
            long entry = rotate(rotation.current(), rotation.next());
            Rotated rotated = new Rotated(
                    entry, rotation.current().keyId(), rotation.next().keyId());
            parts.keyring().rotation().finish();
            return rotated;
        } catch (KeyException e) {
            throw Failures.of(e);
        }
    }

    /// @param entry that records it
    public record Rotated(long entry, KeyId oldKey, KeyId newKey) {}

    /// Puts a new key in an old one's place: the entry is signed by both.
    /// @return the entry's index
    long rotate(EntrySigner oldKey, EntrySigner newKey) throws WorkspaceException {
        parts.requireWritable();
        Bytes payload =
                parts.log().payload(new IdentityEvent.KeyRotated(oldKey.keyId(), newKey.keyId(), newKey.spki()));
        return parts.log().record(newKey.countersign(oldKey.sign(EventCodec.PAYLOAD_TYPE, payload)));
    }

    /// Every key that was ever enrolled, people's, machines' and recovery codes', in that order.
    public List<IdentityLine> all() throws WorkspaceException {
        return lines(parts.register().people());
    }

    /// As the first `size` entries say.
    List<IdentityLine> all(long size) throws WorkspaceException {
        return lines(parts.register().people(size));
    }

    private List<IdentityLine> lines(People people) throws WorkspaceException {
        Set<KeyId> broughtBack =
                people.recovery().used().stream().map(Reestablishment::key).collect(Collectors.toSet());
        List<IdentityLine> lines = new ArrayList<>();
        for (EnrolledKey key : people.keys()) {
            KeyId id = key.key().keyId();
            lines.add(new IdentityLine(
                    id,
                    Optional.of(key.holder()),
                    parts.names().of(id),
                    people.roles(key.holder()),
                    broughtBack.contains(id) ? By.RECOVERY_CODE : By.PERSON,
                    key.since(),
                    key.ended()));
        }
        for (RecoveryKey key : people.recovery().keys()) {
            KeyId id = key.key().keyId();
            lines.add(new IdentityLine(
                    id,
                    Optional.empty(),
                    parts.names().of(id),
                    Set.of(),
                    people.recovery().used().stream().anyMatch(use -> use.entry() == key.since())
                            ? By.RECOVERY_CODE
                            : By.PERSON,
                    key.since(),
                    key.ended()));
        }
        lines.sort(Comparator.comparingLong(IdentityLine::since));
        return lines;
    }

    /// The one key whose id starts with these digits.
    public KeyId findKey(String digits) throws WorkspaceException {
        return only(
                "key",
                digits,
                all().stream()
                        .map(IdentityLine::key)
                        .filter(key -> key.hex().startsWith(digits))
                        .toList());
    }

    /// The one holder whose pseudonym, or one of whose keys, starts with these digits.
    public HolderId findHolder(String digits) throws WorkspaceException {
        return only(
                "holder",
                digits,
                all().stream()
                        .filter(line -> line.key().hex().startsWith(digits)
                                || line.holder()
                                        .filter(holder -> holder.hex().startsWith(digits))
                                        .isPresent())
                        .flatMap(line -> line.holder().stream())
                        .distinct()
                        .toList());
    }

    private static <T> T only(String what, String digits, List<T> fitting) throws WorkspaceException {
        if (digits.isEmpty() || fitting.size() != 1) {
            throw new WorkspaceException(
                    Kind.UNKNOWN_KEY,
                    (fitting.isEmpty() || digits.isEmpty() ? "no " : "more than one ") + what + " starts with '"
                            + digits + "'; nothing was recorded. `cairn identity list` shows them");
        }
        return fitting.getFirst();
    }
}
