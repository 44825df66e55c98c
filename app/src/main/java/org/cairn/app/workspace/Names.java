package org.cairn.app.workspace;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.IdentityEvent;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.evidence.vault.VaultException;
import org.cairn.ledger.key.KeyringLocked;
import org.cairn.proof.KeyId;

/// Texts and names that lie in payloads, apart from the ledger.
final class Names {
    private static final int SHORT_KEY = 12;

    private final EventLog log;
    private final EvidenceVault vault;
    private final Imports imports;
    private final Map<PayloadRef, String> texts = new ConcurrentHashMap<>();
    private final Map<KeyId, PayloadRef> enrolled = new HashMap<>();
    private long seen;

    Names(EventLog log, Imports imports, EvidenceVault vault) {
        this.imports = imports;
        this.log = log;
        this.vault = vault;
    }

    /// Empty once it was erased.
    Optional<String> text(PayloadRef payload) throws WorkspaceException {
        String known = texts.get(payload);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            String read = vault.get(payload).asUtf8();
            texts.put(payload, read);
            return Optional.of(read);
        } catch (VaultException e) {
            if (e.reason() == VaultException.Reason.MISSING) {
                return Optional.empty();
            }
            throw Failures.of(e);
        } catch (KeyringLocked e) {
            throw Failures.of(e);
        }
    }

    Optional<String> text(Optional<PayloadRef> payload) throws WorkspaceException {
        return payload.isPresent() ? text(payload.get()) : Optional.empty();
    }

    /// Keeps nothing of what was read: some of it was erased.
    void forget() {
        texts.clear();
    }

    /// Whose key it is; the first digits of its id where no name is enrolled or the name was erased.
    String of(KeyId key) throws WorkspaceException {
        return text(enrolledName(key)).orElse(key.hex().substring(0, SHORT_KEY));
    }

    private synchronized Optional<PayloadRef> enrolledName(KeyId key) {
        long size = log.size();
        if (size != seen) {
            for (Recorded<Event.IdentityEnrolled> recorded : log.all(Event.IdentityEnrolled.class)) {
                enrolled.put(recorded.event().key(), recorded.event().name());
            }
            for (Recorded<IdentityEvent.KeyRotated> recorded : log.all(IdentityEvent.KeyRotated.class)) {
                PayloadRef name = enrolled.get(recorded.event().oldKey());
                if (name != null) {
                    enrolled.put(recorded.event().newKey(), name);
                }
            }
            seen = size;
        }
        return Optional.ofNullable(enrolled.get(key)).or(() -> imports.name(key));
    }
}
