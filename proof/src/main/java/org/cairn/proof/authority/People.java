package org.cairn.proof.authority;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.KeyId;

/// Everyone who is enrolled: whose each key is, which roles each holder has. Immutable.
public final class People {
    static final People NOBODY = new People(Map.of(), Map.of(), Recovery.NONE);

    private final Map<KeyId, EnrolledKey> keys;
    private final Map<HolderId, Set<Role>> roles;
    private final Recovery recovery;

    private People(Map<KeyId, EnrolledKey> keys, Map<HolderId, Set<Role>> roles, Recovery recovery) {
        this.keys = Collections.unmodifiableMap(keys);
        this.roles = Collections.unmodifiableMap(roles);
        this.recovery = recovery;
    }

    /// Also of a key that has ended.
    public Optional<EnrolledKey> key(KeyId id) {
        return Optional.ofNullable(keys.get(id));
    }

    /// Every key, in the order of enrolment.
    public Collection<EnrolledKey> keys() {
        return keys.values();
    }

    /// Empty for a holder that is not known.
    public Set<Role> roles(HolderId holder) {
        return Collections.unmodifiableSet(roles.getOrDefault(holder, EnumSet.noneOf(Role.class)));
    }

    /// Every holder, in the order of enrolment.
    public Set<HolderId> holders() {
        return roles.keySet();
    }

    /// By which an administrator who lost their keys comes back.
    public Recovery recovery() {
        return recovery;
    }

    /// Holders who can be brought back by the recovery code: administrators who have a key in force.
    public Set<HolderId> administrators() {
        Set<HolderId> administrators = new LinkedHashSet<>();
        keys.values().stream()
                .filter(key -> key.ended().isEmpty() && roles(key.holder()).contains(Role.ADMINISTRATOR))
                .forEach(key -> administrators.add(key.holder()));
        return administrators;
    }

    /// Why a change may not be made, in words.
    Optional<String> refusal(Change change) {
        return switch (change) {
            case Change.Enrol(var key, var holder, var role) ->
                refusalOfKey(key).or(() -> refusalOfRole(holder, role));
            case Change.Rotate(var oldKey, var newKey) -> refusalToEnd(oldKey).or(() -> refusalOfKey(newKey));
            case Change.Revoke(var id) ->
                recovery.key(id).isPresent()
                        ? refusalToEndRecovery(id)
                        : refusalToEnd(id).or(() -> refusalWithoutAdministrator(after(0, change)));
            case Change.Grant(var holder, var role) -> refusalToGrant(holder, role);
            case Change.Withdraw(var holder, var role) ->
                roles(holder).contains(role)
                        ? refusalWithoutAdministrator(after(0, change))
                        : Optional.of("holder " + holder.shortForm() + " does not have the role " + role.word());
            case Change.EnrolRecovery(var key) -> refusalOfKey(key);
            case Change.Reestablish back ->
                refusalOfKey(back.key()).or(() -> refusalOfKey(back.next())).or(() -> refusalToReestablish(back));
        };
    }

    private Optional<String> refusalOfKey(Ed25519PublicKey key) {
        return keys.containsKey(key.keyId()) || recovery.key(key.keyId()).isPresent()
                ? Optional.of("key " + key.keyId() + " was enrolled before; a key is enrolled once")
                : Optional.empty();
    }

    private Optional<String> refusalOfRole(HolderId holder, Role role) {
        Set<Role> held = roles(holder);
        boolean others = held.stream().anyMatch(other -> other != role);
        return others && (role.standsAlone() || held.stream().anyMatch(Role::standsAlone))
                ? Optional.of("holder " + holder.shortForm() + " has " + words(held) + ", and " + role.word()
                        + (role.standsAlone() ? " goes with no other role" : " does not go with it"))
                : Optional.empty();
    }

    private Optional<String> refusalToGrant(HolderId holder, Role role) {
        if (!roles.containsKey(holder)) {
            return Optional.of("holder " + holder.shortForm() + " is not enrolled");
        }
        return roles(holder).contains(role)
                ? Optional.of("holder " + holder.shortForm() + " has the role " + role.word() + " already")
                : refusalOfRole(holder, role);
    }

    private Optional<String> refusalToEnd(KeyId id) {
        EnrolledKey key = keys.get(id);
        if (key == null) {
            return Optional.of("key " + id + " is not enrolled");
        }
        return key.ended().map(entry -> "key " + id + " has ended already, by entry " + entry);
    }

    private Optional<String> refusalToEndRecovery(KeyId id) {
        return recovery.key(id)
                .flatMap(RecoveryKey::ended)
                .map(entry -> "recovery key " + id + " has ended already, by entry " + entry);
    }

    /// Somebody whose keys were all revoked is not brought back.
    private Optional<String> refusalToReestablish(Change.Reestablish back) {
        if (back.key().equals(back.next())) {
            return Optional.of("the next recovery key is the administrator's own");
        }
        return administrators().contains(back.holder())
                ? Optional.empty()
                : Optional.of("holder " + back.holder().shortForm()
                        + " is no administrator with a key in force; the recovery code brings nobody else back");
    }

    private static Optional<String> refusalWithoutAdministrator(People after) {
        return !after.administrators().isEmpty()
                ? Optional.empty()
                : Optional.of("it would leave no administrator, and nobody could be enrolled any more");
    }

    /// @param entry that makes the change
    People after(long entry, Change change) {
        Map<KeyId, EnrolledKey> newKeys = new LinkedHashMap<>(keys);
        Map<HolderId, Set<Role>> newRoles = new LinkedHashMap<>(roles);
        Recovery newRecovery = recovery;
        switch (change) {
            case Change.Enrol(var key, var holder, var role) -> {
                newKeys.put(key.keyId(), new EnrolledKey(key, holder, entry, Optional.empty()));
                newRoles.put(holder, with(roles(holder), role));
            }
            case Change.Rotate(var oldKey, var newKey) ->
                key(oldKey).ifPresent(old -> {
                    newKeys.put(oldKey, old.endedBy(entry));
                    newKeys.put(newKey.keyId(), new EnrolledKey(newKey, old.holder(), entry, Optional.empty()));
                });
            case Change.Revoke(var id) -> {
                key(id).ifPresent(key -> newKeys.put(id, key.endedBy(entry)));
                newRecovery =
                        recovery.key(id).filter(key -> key.ended().isEmpty()).isPresent()
                                ? recovery.ended(entry)
                                : recovery;
            }
            case Change.Grant(var holder, var role) -> newRoles.put(holder, with(roles(holder), role));
            case Change.Withdraw(var holder, var role) -> {
                Set<Role> fewer = with(roles(holder), role);
                fewer.remove(role);
                newRoles.put(holder, fewer);
            }
            case Change.EnrolRecovery(var key) -> newRecovery = recovery.replaced(entry, key);
            case Change.Reestablish back -> {
                KeyId id = back.key().keyId();
                newKeys.put(id, new EnrolledKey(back.key(), back.holder(), entry, Optional.empty()));
                newRecovery =
                        recovery.replaced(entry, back.next()).using(new Reestablishment(entry, back.holder(), id));
            }
        }
        return new People(newKeys, newRoles, newRecovery);
    }

    private static Set<Role> with(Set<Role> held, Role role) {
        Set<Role> more = EnumSet.of(role);
        more.addAll(held);
        return more;
    }

    /// e.g. `author, reviewer`.
    static String words(Set<Role> roles) {
        return roles.isEmpty()
                ? "no role"
                : String.join(", ", roles.stream().sorted().map(Role::word).toList());
    }
}
