package org.cairn.proof.authority;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.KeyId;

/// The recovery keys there were, at most one of them in force, and the administrators they brought back. Immutable.
public final class Recovery {
    static final Recovery NONE = new Recovery(Map.of(), List.of());

    private final Map<KeyId, RecoveryKey> keys;
    private final List<Reestablishment> used;

    private Recovery(Map<KeyId, RecoveryKey> keys, List<Reestablishment> used) {
        this.keys = Collections.unmodifiableMap(keys);
        this.used = List.copyOf(used);
    }

    /// Also of a key that has ended.
    public Optional<RecoveryKey> key(KeyId id) {
        return Optional.ofNullable(keys.get(id));
    }

    /// The one that brings an administrator back now; empty where the recovery code opens and does no more.
    public Optional<RecoveryKey> inForce() {
        return keys.values().stream().filter(key -> key.ended().isEmpty()).findFirst();
    }

    /// Every recovery key, in the order of enrolment.
    public Collection<RecoveryKey> keys() {
        return keys.values();
    }

    /// In the order of entries.
    public List<Reestablishment> used() {
        return used;
    }

    /// With the one in force ended, by an entry.
    Recovery ended(long entry) {
        Map<KeyId, RecoveryKey> after = new LinkedHashMap<>(keys);
        inForce().ifPresent(key -> after.put(key.key().keyId(), key.endedBy(entry)));
        return new Recovery(after, used);
    }

    /// With another one in force.
    Recovery replaced(long entry, Ed25519PublicKey next) {
        Map<KeyId, RecoveryKey> after = new LinkedHashMap<>(ended(entry).keys);
        after.put(next.keyId(), new RecoveryKey(next, entry, Optional.empty()));
        return new Recovery(after, used);
    }

    Recovery using(Reestablishment reestablishment) {
        List<Reestablishment> after = new ArrayList<>(used);
        after.add(reestablishment);
        return new Recovery(keys, after);
    }
}
