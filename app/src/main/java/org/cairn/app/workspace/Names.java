package org.cairn.app.workspace;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.IdentityEvent;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.evidence.vault.VaultException;
import org.cairn.ledger.key.KeyringLocked;
import org.cairn.proof.KeyId;
import org.cairn.proof.authority.HolderId;

/// Texts and names that lie in payloads, apart from the ledger.
final class Names {
    private static final int SHORT_KEY = 12;

    private final EventLog log;
    private final EvidenceVault vault;
    private final Imports imports;
    private final Map<PayloadRef, String> texts = new ConcurrentHashMap<>();
    private final Map<KeyId, PayloadRef> enrolled = new HashMap<>();
    private final Map<HolderId, PayloadRef> holders = new HashMap<>();
    private final Set<KeyId> recoveryKeys = new HashSet<>();
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
        return text(enrolledName(key))
                .or(() -> recoveryCode(key))
                .orElse(key.hex().substring(0, SHORT_KEY));
    }

    private synchronized Optional<String> recoveryCode(KeyId key) {
        return recoveryKeys.contains(key) ? Optional.of("recovery code") : Optional.empty();
    }

    private synchronized Optional<PayloadRef> enrolledName(KeyId key) {
        long size = log.size();
        if (size != seen) {
            for (Recorded<Event.IdentityEnrolled> recorded : log.all(Event.IdentityEnrolled.class)) {
                Event.IdentityEnrolled event = recorded.event();
                enrolled.put(event.key(), event.name());
                holders.putIfAbsent(event.holder().orElse(HolderId.of(event.key())), event.name());
            }
            log.all(IdentityEvent.RecoveryKeyEnrolled.class)
                    .forEach(recorded -> recoveryKeys.add(recorded.event().key()));
            Stream.<Recorded<? extends IdentityEvent>>concat(
                            log.all(IdentityEvent.KeyRotated.class).stream(),
                            log.all(IdentityEvent.AdministratorReestablished.class).stream())
                    .sorted(Comparator.comparingLong(Recorded::entry))
                    .forEach(recorded -> follow(recorded.event()));
            seen = size;
        }
        return Optional.ofNullable(enrolled.get(key)).or(() -> imports.name(key));
    }

    /// A key that came after another of the same holder.
    private void follow(IdentityEvent event) {
        if (event instanceof IdentityEvent.KeyRotated rotated) {
            Optional.ofNullable(enrolled.get(rotated.oldKey())).ifPresent(name -> enrolled.put(rotated.newKey(), name));
        } else if (event instanceof IdentityEvent.AdministratorReestablished back) {
            Optional.ofNullable(holders.get(back.holder())).ifPresent(name -> enrolled.put(back.key(), name));
            recoveryKeys.add(back.nextKey());
        }
    }
}
