package org.cairn.proof.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Merkle;

/// Random sequences of what four people with two keys each might try, against a model that keeps plain lists and goes
/// through them from the start for every question.
class AuthorityProperties {
    private static final List<Person> KEYS = keys();

    /// Each is what one recovery code gives.
    private static final List<Person> CODES =
            List.of(Person.of("code"), Person.of("code"), Person.of("code"), Person.of("code"));

    private static List<Person> keys() {
        List<Person> keys = new ArrayList<>();
        for (String name : List.of("Anna", "Ben", "Carla", "Dora")) {
            Person first = Person.of(name);
            keys.add(first);
            keys.add(first.withAnotherKey());
        }
        return keys;
    }

    enum What {
        ENROL,
        ROTATE,
        REVOKE,
        GRANT,
        WITHDRAW,
        ANSWER,
        ACCEPT,
        REQUEST_CHANGES,
        ERASE,
        COLLECT,
        MAKE_CODE,
        REVOKE_CODE,
        REESTABLISH,
        MISUSE_CODE
    }

    private static int code(int number) {
        return number % CODES.size();
    }

    /// @param key    whom or what it is about
    /// @param signer of the entry; of a re-establishment, the code used
    /// @param second signs too, where it is another; of a re-establishment, the next code
    record Attempt(What what, int key, int signer, int second, Role role) {}

    /// What the model remembers of an admitted entry.
    record Done(Attempt attempt, Digest leaf) {}

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<Integer> keys = Arbitraries.integers().between(0, KEYS.size() - 1);
        Arbitrary<Integer> often =
                Arbitraries.oneOf(keys, Arbitraries.integers().between(0, 3));
        Arbitrary<What> what = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(What.values())), Tuple.of(1, Arbitraries.of(What.REESTABLISH)));
        return Combinators.combine(what, often, often, often, Arbitraries.of(Role.values()))
                .as(Attempt::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(30);
    }

    @Property(tries = 150)
    void theRulesAndTheNaiveModelAgreeOnEveryAttempt(@ForAll("attempts") List<Attempt> attempts) {
        Authority authority = Authority.atStart(Ed25519PublicKey::verifies);
        Authority replayed = Authority.atStart((_, _, _) -> false);
        Person founder = KEYS.getFirst();
        List<Bytes> first = List.of(
                Entries.founded(founder),
                Entries.enrolled(founder, Role.ADMINISTRATOR, founder),
                Entries.enrolled(KEYS.get(2), Role.REVIEWER, founder),
                Entries.recoveryEnrolled(CODES.getFirst(), founder));
        List<Done> done = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            assertEquals(Optional.empty(), authority.admit(i, first.get(i)));
            replayed.record(i, first.get(i));
            What what = i == 3 ? What.MAKE_CODE : What.ENROL;
            done.add(new Done(new Attempt(what, i == 2 ? 2 : 0, 0, 0, Role.REVIEWER), Merkle.emptyRoot()));
        }
        for (int i = 0; i < attempts.size(); i++) {
            Attempt attempt = attempts.get(i);
            Model model = new Model(done);
            Bytes entry = entry(attempt, model, i);
            Optional<String> refusal = authority.admit(done.size(), entry);
            assertEquals(model.allows(attempt), refusal.isEmpty(), attempt + " " + refusal);
            if (refusal.isEmpty()) {
                replayed.record(done.size(), entry);
                done.add(new Done(attempt, Merkle.leafHash(entry)));
            }
        }
        assertEquals(
                new ArrayList<>(authority.people().keys()),
                new ArrayList<>(replayed.people().keys()));
        assertEquals(
                new Model(done).codeInForce().map(CODES::get).map(Person::key),
                replayed.people().recovery().inForce().map(RecoveryKey::key));
        Statistics.label("administrators brought back")
                .collect(replayed.people().recovery().used().isEmpty() ? "none" : "some");
    }

    private static Bytes entry(Attempt attempt, Model model, int nonce) {
        Person about = KEYS.get(attempt.key());
        Person signer = KEYS.get(attempt.signer());
        Person[] signers = attempt.signer() == attempt.second()
                ? new Person[] {signer}
                : new Person[] {signer, KEYS.get(attempt.second())};
        String unique = Integer.toString(nonce);
        return switch (attempt.what()) {
            case ENROL -> Entries.enrolled(about, attempt.role(), signer);
            case ROTATE -> Entries.rotated(signer, about, signers);
            case REVOKE -> Entries.revoked(about.id(), signer);
            case GRANT -> Entries.granted(about, attempt.role(), unique, signer);
            case WITHDRAW -> Entries.withdrawn(about, attempt.role(), unique, signer);
            case ANSWER -> Entries.answered("NET-1", unique, signer);
            case ACCEPT -> Entries.reviewed("NET-1", model.newestAnswer(), model.newestLeaf(), "ACCEPTED", signers);
            case REQUEST_CHANGES ->
                Entries.reviewed("NET-1", model.newestAnswer(), model.newestLeaf(), "CHANGES_REQUESTED", signer);
            case ERASE -> Entries.signed(Entries.event("EvidenceErased").with("evidence", unique), signers);
            case COLLECT -> Entries.signed(Entries.event("EvidenceRecorded").with("evidence", unique), signer);
            case MAKE_CODE -> Entries.recoveryEnrolled(CODES.get(code(attempt.key())), signer);
            case REVOKE_CODE -> Entries.revoked(CODES.get(code(attempt.key())).id(), signer);
            case REESTABLISH -> {
                Person used = CODES.get(code(attempt.signer()));
                yield Entries.reestablished(about, used, CODES.get(code(attempt.second())), used, about);
            }
            case MISUSE_CODE -> Entries.enrolled(about, attempt.role(), CODES.get(code(attempt.signer())));
        };
    }

    /// Everything anew from the list, for each question.
    private record Model(List<Done> done) {
        boolean allows(Attempt attempt) {
            boolean signed =
                    good(attempt.signer()) || attempt.what() == What.ROTATE || attempt.what() == What.REESTABLISH;
            return signed
                    && switch (attempt.what()) {
                        case ENROL ->
                            has(attempt.signer(), Role.ADMINISTRATOR)
                                    && !known(attempt.key())
                                    && fits(holder(attempt.key()), attempt.role());
                        case ROTATE ->
                            good(attempt.signer())
                                    && !rolesOf(owner(attempt.signer())).isEmpty()
                                    && !known(attempt.key())
                                    && attempt.second() == attempt.key()
                                    && attempt.signer() != attempt.second();
                        case REVOKE ->
                            has(attempt.signer(), Role.ADMINISTRATOR)
                                    && good(attempt.key())
                                    && administered(new Done(attempt, Merkle.emptyRoot()));
                        case GRANT ->
                            has(attempt.signer(), Role.ADMINISTRATOR)
                                    && enrolledHolder(holder(attempt.key()))
                                    && !rolesOf(holder(attempt.key())).contains(attempt.role())
                                    && fits(holder(attempt.key()), attempt.role());
                        case WITHDRAW ->
                            has(attempt.signer(), Role.ADMINISTRATOR)
                                    && rolesOf(holder(attempt.key())).contains(attempt.role())
                                    && administered(new Done(attempt, Merkle.emptyRoot()));
                        case ANSWER -> has(attempt.signer(), Role.AUTHOR);
                        case REQUEST_CHANGES -> has(attempt.signer(), Role.REVIEWER);
                        case MAKE_CODE ->
                            has(attempt.signer(), Role.ADMINISTRATOR) && !codes().containsKey(code(attempt.key()));
                        case REVOKE_CODE ->
                            has(attempt.signer(), Role.ADMINISTRATOR)
                                    && codes().getOrDefault(code(attempt.key()), false);
                        case REESTABLISH ->
                            codes().getOrDefault(code(attempt.signer()), false)
                                    && !codes().containsKey(code(attempt.second()))
                                    && !known(attempt.key())
                                    && administers(holder(attempt.key()));
                        case MISUSE_CODE -> false;
                        case COLLECT -> has(attempt.signer(), Role.COLLECTOR) || has(attempt.signer(), Role.AUTHOR);
                        case ACCEPT ->
                            newestAnswer() < Integer.MAX_VALUE
                                    && accepted(attempt)
                                    && pair(attempt, Role.REVIEWER, Set.of(Role.REVIEWER, Role.AUTHOR), author());
                        case ERASE ->
                            pair(
                                    attempt,
                                    Role.ADMINISTRATOR,
                                    Set.of(Role.ADMINISTRATOR, Role.REVIEWER, Role.AUTHOR),
                                    Optional.empty());
                    };
        }

        /// An acceptance is recorded once; the same one has the same bytes whoever signs it.
        private boolean accepted(Attempt attempt) {
            long newest = newestAnswer();
            for (int i = (int) newest; i < done.size(); i++) {
                if (done.get(i).attempt().what() == attempt.what()) {
                    return false;
                }
            }
            return true;
        }

        private boolean pair(Attempt attempt, Role decisive, Set<Role> roles, Optional<HolderId> notBy) {
            List<Integer> signers = List.of(attempt.signer(), attempt.second());
            boolean fitting =
                    signers.stream().allMatch(key -> good(key) && roles.stream().anyMatch(role -> has(key, role)));
            boolean different = !owner(attempt.signer()).equals(owner(attempt.second()));
            return fitting
                    && different
                    && signers.stream()
                            .anyMatch(key -> has(key, decisive)
                                    && !Optional.of(owner(key)).equals(notBy));
        }

        long newestAnswer() {
            for (int i = done.size() - 1; i >= 3; i--) {
                if (done.get(i).attempt().what() == What.ANSWER) {
                    return i;
                }
            }
            return Integer.MAX_VALUE;
        }

        Digest newestLeaf() {
            return newestAnswer() == Integer.MAX_VALUE
                    ? Merkle.emptyRoot()
                    : done.get((int) newestAnswer()).leaf();
        }

        private Optional<HolderId> author() {
            return Optional.of(owner(done.get((int) newestAnswer()).attempt().signer()));
        }

        private boolean administered(Done next) {
            List<Done> after = new ArrayList<>(done);
            after.add(next);
            Model then = new Model(after);
            for (int key = 0; key < KEYS.size(); key++) {
                if (then.good(key) && then.has(key, Role.ADMINISTRATOR)) {
                    return true;
                }
            }
            return false;
        }

        private boolean administers(HolderId holder) {
            for (int key = 0; key < KEYS.size(); key++) {
                if (good(key) && owner(key).equals(holder) && has(key, Role.ADMINISTRATOR)) {
                    return true;
                }
            }
            return false;
        }

        Optional<Integer> codeInForce() {
            return codes().entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        /// Each code that was ever made known, and whether it still brings somebody back.
        private Map<Integer, Boolean> codes() {
            Map<Integer, Boolean> codes = new LinkedHashMap<>();
            for (Attempt each : done.stream().map(Done::attempt).toList()) {
                switch (each.what()) {
                    case MAKE_CODE, REESTABLISH -> {
                        codes.replaceAll((_, _) -> false);
                        codes.put(code(each.what() == What.MAKE_CODE ? each.key() : each.second()), true);
                    }
                    case REVOKE_CODE -> codes.put(code(each.key()), false);
                    default -> {}
                }
            }
            return codes;
        }

        private static HolderId holder(int key) {
            return KEYS.get(key).holder();
        }

        /// Whose key it is: a key that another was rotated to belongs to that one's holder.
        private HolderId owner(int key) {
            return done.stream()
                    .map(Done::attempt)
                    .filter(each -> each.what() == What.ROTATE && each.key() == key)
                    .findFirst()
                    .map(each -> owner(each.signer()))
                    .orElseGet(() -> holder(key));
        }

        private boolean has(int key, Role role) {
            return rolesOf(owner(key)).contains(role);
        }

        private boolean enrolledHolder(HolderId holder) {
            return done.stream()
                    .map(Done::attempt)
                    .anyMatch(each ->
                            each.what() == What.ENROL && holder(each.key()).equals(holder));
        }

        private boolean fits(HolderId holder, Role role) {
            Set<Role> others = new TreeSet<>(rolesOf(holder));
            others.remove(role);
            return others.isEmpty() || !role.standsAlone() && others.stream().noneMatch(Role::standsAlone);
        }

        private Set<Role> rolesOf(HolderId holder) {
            Set<Role> roles = new TreeSet<>(
                    holder(0).equals(holder) ? Set.of(Role.ADMINISTRATOR, Role.AUTHOR, Role.REVIEWER) : Set.of());
            for (Attempt each : done.stream().map(Done::attempt).toList()) {
                if (holder(each.key()).equals(holder)) {
                    switch (each.what()) {
                        case ENROL, GRANT -> roles.add(each.role());
                        case WITHDRAW -> roles.remove(each.role());
                        default -> {}
                    }
                }
            }
            return roles;
        }

        private boolean known(int key) {
            return state().containsKey(key);
        }

        private boolean good(int key) {
            return state().getOrDefault(key, false);
        }

        /// Each key that was ever enrolled, and whether it still signs.
        private Map<Integer, Boolean> state() {
            Map<Integer, Boolean> state = new LinkedHashMap<>();
            for (Attempt each : done.stream().map(Done::attempt).toList()) {
                switch (each.what()) {
                    case ENROL, REESTABLISH -> state.put(each.key(), true);
                    case REVOKE -> state.put(each.key(), false);
                    case ROTATE -> {
                        state.put(each.signer(), false);
                        state.put(each.key(), true);
                    }
                    default -> {}
                }
            }
            return state;
        }
    }
}
