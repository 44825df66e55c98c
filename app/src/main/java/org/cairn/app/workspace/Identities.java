package org.cairn.app.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.codec.EventCodec;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.IdentityEvent;
import org.cairn.checklist.event.IdentityEvent.IdentityRevoked;
import org.cairn.ledger.key.EntrySigner;
import org.cairn.proof.Bytes;
import org.cairn.proof.KeyId;
import org.cairn.proof.authority.EnrolledKey;
import org.cairn.proof.authority.HolderId;
import org.cairn.proof.authority.People;
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

    /// Puts a new key in an old one's place: the entry is signed by both.
    /// @return the entry's index
    long rotate(EntrySigner oldKey, EntrySigner newKey) throws WorkspaceException {
        parts.requireWritable();
        Bytes payload =
                parts.log().payload(new IdentityEvent.KeyRotated(oldKey.keyId(), newKey.keyId(), newKey.spki()));
        return parts.log().record(newKey.countersign(oldKey.sign(EventCodec.PAYLOAD_TYPE, payload)));
    }

    /// Every key that was ever enrolled, in that order.
    public List<IdentityLine> all() throws WorkspaceException {
        People people = parts.register().people();
        List<IdentityLine> lines = new ArrayList<>();
        for (EnrolledKey key : people.keys()) {
            lines.add(new IdentityLine(
                    key.key().keyId(),
                    key.holder(),
                    parts.names().of(key.key().keyId()),
                    people.roles(key.holder()),
                    key.since(),
                    key.ended()));
        }
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
                                || line.holder().hex().startsWith(digits))
                        .map(IdentityLine::holder)
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
