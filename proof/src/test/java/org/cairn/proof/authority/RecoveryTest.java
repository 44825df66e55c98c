package org.cairn.proof.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private final Workplace place = new Workplace();
    private final Person code = Person.of("recovery code");
    private final Person next = code.withAnotherKey();
    private final Person fresh = place.anna.withAnotherKey();

    private Recovery recovery() {
        return place.authority.people().recovery();
    }

    @Test
    void theRecoveryKeyBringsBackAnAdministratorWithEveryRoleTheyHadAndIsUsedUp() {
        place.accept(Entries.recoveryEnrolled(code, place.anna));
        long entry = place.accept(Entries.reestablished(fresh, code, next, code, fresh));
        assertEquals(
                Optional.of(new EnrolledKey(fresh.key(), place.anna.holder(), entry, Optional.empty())),
                place.authority.people().key(fresh.id()));
        assertEquals(
                List.of(new Reestablishment(entry, place.anna.holder(), fresh.id())),
                recovery().used());
        assertEquals(Optional.of(next.key()), recovery().inForce().map(RecoveryKey::key));
        place.accept(Entries.revoked(place.anna.id(), fresh));
        place.accept(Entries.answered("NET-1", "met", fresh));
        Person again = place.anna.withAnotherKey();
        assertEquals(
                "signed by recovery key " + code.id() + ", which ended by entry " + entry,
                place.refusal(Entries.reestablished(again, code, Person.of("third"), code, again)));
        place.accept(Entries.reestablished(again, next, Person.of("third"), next, again));
    }

    @Test
    void theRecoveryKeySignsNothingElse() {
        place.accept(Entries.recoveryEnrolled(code, place.anna));
        Bytes answer = Entries.answered("NET-1", "met", place.carla);
        long entry = place.accept(answer);
        String words = "signed by recovery key " + code.id()
                + ", which re-establishes an administrator and signs nothing else";
        Person eve = Person.of("Eve");
        for (Bytes tried : List.of(
                Entries.answered("NET-2", "met", code),
                Entries.enrolled(eve, Role.AUTHOR, code),
                Entries.enrolled(fresh, Role.ADMINISTRATOR, code),
                Entries.revoked(place.ben.id(), code),
                Entries.granted(place.ben, Role.ADMINISTRATOR, "1", code),
                Entries.withdrawn(place.ben, Role.REVIEWER, "1", code),
                Entries.recoveryEnrolled(next, code),
                Entries.rotated(code, eve, code, eve),
                Entries.reviewed("NET-1", entry, answer, "ACCEPTED", place.ben, code),
                Entries.signed(Entries.event("EvidenceErased"), place.anna, code),
                Entries.signed(Entries.event("SessionOpened"), code),
                Entries.signed(Entries.event("TeaMade"), code))) {
            assertEquals(words, place.refusal(tried));
        }
    }

    @Test
    void onlyAnAdministratorWithAKeyInForceIsBroughtBack() {
        place.accept(Entries.recoveryEnrolled(code, place.anna));
        Person reviewer = place.ben.withAnotherKey();
        String words = "is no administrator with a key in force; the recovery code brings nobody else back";
        assertTrue(place.refusal(Entries.reestablished(reviewer, code, next, code, reviewer))
                .endsWith(words));
        Person eve = Person.of("Eve");
        assertTrue(
                place.refusal(Entries.reestablished(eve, code, next, code, eve)).endsWith(words));
        place.accept(Entries.granted(place.ben, Role.ADMINISTRATOR, "1", place.anna));
        place.accept(Entries.revoked(place.anna.id(), place.ben));
        assertTrue(place.refusal(Entries.reestablished(fresh, code, next, code, fresh))
                .endsWith(words));
        place.accept(Entries.reestablished(reviewer, code, next, code, reviewer));
    }

    @Test
    void bothTheRecoveryKeyAndTheNewKeySignAndNobodyElse() {
        place.accept(Entries.recoveryEnrolled(code, place.anna));
        String words = "an administrator is re-established by the signatures of the recovery key and the new key";
        for (Bytes tried : List.of(
                Entries.reestablished(fresh, code, next, code),
                Entries.reestablished(fresh, code, next, fresh),
                Entries.reestablished(fresh, code, next, place.anna, fresh),
                Entries.reestablished(fresh, code, next, code, fresh, place.ben),
                Entries.reestablished(fresh, fresh, next, fresh))) {
            assertEquals(words, place.refusal(tried));
        }
        Person pretender = new Person("pretender", code.holder(), place.ben.pair(), code.key());
        assertEquals(
                "the signature of key " + code.id() + " does not verify",
                place.refusal(Entries.reestablished(fresh, code, next, pretender, fresh)));
        Person unproven = new Person("Anna", fresh.holder(), place.ben.pair(), fresh.key());
        assertEquals(
                "the signature of key " + fresh.id() + " does not verify",
                place.refusal(Entries.reestablished(fresh, code, next, code, unproven)));
    }

    @Test
    void aKeyThatNoEntryMadeARecoveryKeyBringsNobodyBack() {
        assertEquals(
                "signed by key " + code.id() + ", which was not enrolled as a recovery key",
                place.refusal(Entries.reestablished(fresh, code, next, code, fresh)));
        assertEquals(
                "signed by key " + place.ben.id() + ", which was not enrolled as a recovery key",
                place.refusal(Entries.reestablished(fresh, place.ben, next, place.ben, fresh)));
    }

    @Test
    void aRecoveryKeyThatWasRevokedOrReplacedBringsNobodyBack() {
        place.accept(Entries.recoveryEnrolled(code, place.anna));
        long replaced = place.accept(Entries.recoveryEnrolled(next, place.anna));
        assertEquals(
                "signed by recovery key " + code.id() + ", which ended by entry " + replaced,
                place.refusal(Entries.reestablished(fresh, code, Person.of("third"), code, fresh)));
        long revoked = place.accept(Entries.revoked(next.id(), place.anna));
        assertEquals(
                "signed by recovery key " + next.id() + ", which ended by entry " + revoked,
                place.refusal(Entries.reestablished(fresh, next, Person.of("third"), next, fresh)));
        assertEquals(Optional.empty(), recovery().inForce());
        assertEquals(
                "recovery key " + code.id() + " has ended already, by entry " + replaced,
                place.refusal(Entries.revoked(code.id(), place.anna)));
    }

    @Test
    void onlyAnAdministratorMakesARecoveryKeyKnown() {
        assertTrue(place.refusal(Entries.recoveryEnrolled(code, place.carla))
                .startsWith("RecoveryKeyEnrolled needs one of the roles administrator"));
    }

    @Test
    void noKeyIsBothAPersonsAndTheRecoveryCodes() {
        place.accept(Entries.recoveryEnrolled(code, place.anna));
        String words = " was enrolled before; a key is enrolled once";
        assertEquals("key " + code.id() + words, place.refusal(Entries.enrolled(code, Role.AUTHOR, place.anna)));
        assertEquals("key " + code.id() + words, place.refusal(Entries.recoveryEnrolled(code, place.anna)));
        assertEquals(
                "key " + place.machine.id() + words,
                place.refusal(Entries.recoveryEnrolled(place.machine, place.anna)));
        assertEquals(
                "key " + place.ben.id() + words,
                place.refusal(Entries.reestablished(fresh, code, place.ben, code, fresh)));
        assertEquals("key " + code.id() + words, place.refusal(Entries.reestablished(fresh, code, code, code, fresh)));
        assertEquals(
                "the next recovery key is the administrator's own",
                place.refusal(Entries.reestablished(fresh, code, fresh, code, fresh)));
        assertEquals(Set.of(place.anna.holder()), place.authority.people().administrators());
    }

    @Test
    void whoReplaysWithoutVerifyingKnowsTheSameRecoveryKey() {
        place.accept(Entries.recoveryEnrolled(code, place.anna));
        place.accept(Entries.reestablished(fresh, code, next, code, fresh));
        Authority replayed = Authority.atStart((_, _, _) -> false);
        for (int i = 0; i < place.entries.size(); i++) {
            replayed.record(i, place.entries.get(i));
        }
        assertEquals(
                List.copyOf(recovery().keys()),
                List.copyOf(replayed.people().recovery().keys()));
        assertEquals(recovery().used(), replayed.people().recovery().used());
    }
}
