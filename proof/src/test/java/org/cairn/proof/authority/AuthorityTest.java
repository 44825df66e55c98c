package org.cairn.proof.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Json;
import org.cairn.proof.Merkle;
import org.junit.jupiter.api.Test;

class AuthorityTest {
    private final Workplace place = new Workplace();

    @Test
    void theFounderAloneHoldsEveryRoleThatWorkNeeds() {
        assertEquals(
                Set.of(Role.ADMINISTRATOR, Role.AUTHOR, Role.REVIEWER),
                place.authority.people().roles(place.anna.holder()));
        assertEquals(Set.of(Role.REVIEWER), place.authority.people().roles(place.ben.holder()));
    }

    @Test
    void twoPeopleAcceptAnAnswer() {
        Bytes answer = Entries.answered("NET-1", "met", place.carla);
        long entry = place.accept(answer);
        place.accept(Entries.reviewed("NET-1", entry, answer, "ACCEPTED", place.ben, place.carla));
    }

    @Test
    void oneSignatureDoesNotAccept() {
        Bytes answer = Entries.answered("NET-1", "met", place.carla);
        long entry = place.accept(answer);
        assertEquals(
                "AnswerReviewed needs the signatures of two different people; one person signed it",
                place.refusal(Entries.reviewed("NET-1", entry, answer, "ACCEPTED", place.ben)));
    }

    @Test
    void twoKeysOfOneHolderAreOnePerson() {
        Person second = place.ben.withAnotherKey();
        place.accept(Entries.enrolled(second, Role.REVIEWER, place.anna));
        Bytes answer = Entries.answered("NET-1", "met", place.carla);
        long entry = place.accept(answer);
        assertEquals(
                "AnswerReviewed needs the signatures of two different people; one person signed it, with 2 keys",
                place.refusal(Entries.reviewed("NET-1", entry, answer, "ACCEPTED", place.ben, second)));
    }

    @Test
    void nobodyAcceptsTheirOwnAnswerWithAnAuthorsHelp() {
        Bytes answer = Entries.answered("NET-1", "met", place.anna);
        long entry = place.accept(answer);
        assertEquals(
                "AnswerReviewed needs a signature by a holder of the role reviewer who did not write the answer",
                place.refusal(Entries.reviewed("NET-1", entry, answer, "ACCEPTED", place.anna, place.carla)));
        place.accept(Entries.reviewed("NET-1", entry, answer, "ACCEPTED", place.anna, place.ben));
    }

    @Test
    void anAcceptanceIsGoodForTheNewestAnswerAlone() {
        Bytes first = Entries.answered("NET-1", "met", place.carla);
        long entry = place.accept(first);
        Bytes acceptance = Entries.reviewed("NET-1", entry, first, "ACCEPTED", place.ben, place.carla);
        long corrected = place.accept(Entries.answered("NET-1", "partly", place.carla));
        assertEquals(
                "accepts another answer to NET-1 than the newest, of entry " + corrected, place.refusal(acceptance));
        assertEquals(
                "accepts an answer to NET-2, and none is recorded before",
                place.refusal(Entries.reviewed("NET-2", entry, first, "ACCEPTED", place.ben, place.carla)));
        assertEquals(
                "accepts another answer to NET-1 than the newest, of entry " + corrected,
                place.refusal(Entries.reviewed("NET-1", corrected, first, "ACCEPTED", place.ben, place.carla)));
    }

    @Test
    void aReviewInUnknownWordsIsHeldToTheStricterRule() {
        Bytes answer = Entries.answered("NET-1", "met", place.carla);
        long entry = place.accept(answer);
        assertTrue(place.refusal(Entries.reviewed("NET-1", entry, answer, "ACCEPTED_IN_PART", place.ben))
                .startsWith("AnswerReviewed needs the signatures of two different people"));
        place.accept(Entries.reviewed("NET-1", entry, answer, "CHANGES_REQUESTED", place.ben));
    }

    @Test
    void everyFourEyesKindNeedsTwoPeopleAndTheDecisiveRole() {
        for (String kind : List.of("RiskAccepted", "BaselineApproved", "DeviationAccepted")) {
            assertEquals(
                    kind + " needs the signatures of two different people; one person signed it",
                    place.refusal(Entries.signed(Entries.event(kind), place.ben)));
            place.accept(Entries.signed(Entries.event(kind), place.ben, place.carla));
        }
        assertEquals(
                "EvidenceErased needs a signature by a holder of the role administrator",
                place.refusal(Entries.signed(Entries.event("EvidenceErased"), place.ben, place.carla)));
        place.accept(Entries.signed(Entries.event("EvidenceErased"), place.anna, place.carla));
    }

    @Test
    void whomToTrustOutsideIsTheAdministratorsAloneAndAnAlarmIsEverybodys() {
        for (String kind : List.of("PeerPaired", "WitnessTrusted", "WitnessPolicySet")) {
            assertTrue(place.refusal(Entries.signed(Entries.event(kind), place.carla))
                    .startsWith(kind + " needs one of the roles administrator"));
            place.accept(Entries.signed(Entries.event(kind), place.anna));
        }
        assertTrue(place.refusal(Entries.signed(Entries.event("ConflictDecided"), place.ben))
                .startsWith("ConflictDecided needs one of the roles author"));
        place.accept(Entries.signed(Entries.event("BundleImported"), place.ben));
        place.accept(Entries.signed(Entries.event("ForkSeen"), place.ben));
    }

    @Test
    void aRevokedKeySignsNothingFromItsEntryOnward() {
        place.accept(Entries.answered("NET-1", "met", place.carla));
        long revocation = place.accept(Entries.revoked(place.carla.id(), place.anna));
        assertEquals(
                "signed by key <Carla>, which ended by entry " + revocation,
                place.shortly(Entries.answered("NET-1", "partly", place.carla)));
        assertTrue(place.refusal(Entries.enrolled(place.carla, Role.AUTHOR, place.anna))
                .endsWith("was enrolled before; a key is enrolled once"));
    }

    @Test
    void aNewKeyTakesTheOldOnesPlaceByBothSignatures() {
        Person fresh = place.ben.withAnotherKey();
        for (Bytes oneSided : List.of(
                Entries.rotated(place.ben, fresh, place.ben),
                Entries.rotated(place.ben, fresh, fresh),
                Entries.rotated(place.ben, fresh, place.anna, fresh))) {
            assertEquals("a key is replaced by the signatures of the old key and the new one", place.refusal(oneSided));
        }
        long rotation = place.accept(Entries.rotated(place.ben, fresh, place.ben, fresh));
        assertEquals(
                Optional.of(new EnrolledKey(fresh.key(), place.ben.holder(), rotation, Optional.empty())),
                place.authority.people().key(fresh.id()));
        assertEquals(
                "signed by key <Ben>, which ended by entry " + rotation,
                place.shortly(Entries.signed(Entries.event("SessionOpened"), place.ben)));
        place.accept(Entries.signed(Entries.event("SessionOpened"), fresh));
    }

    @Test
    void theLastAdministratorStays() {
        String words = "it would leave no administrator, and nobody could be enrolled any more";
        assertEquals(words, place.refusal(Entries.revoked(place.anna.id(), place.anna)));
        assertEquals(words, place.refusal(Entries.withdrawn(place.anna, Role.ADMINISTRATOR, "1", place.anna)));
        place.accept(Entries.granted(place.ben, Role.ADMINISTRATOR, "1", place.anna));
        place.accept(Entries.revoked(place.anna.id(), place.ben));
        assertEquals(words, place.refusal(Entries.revoked(place.ben.id(), place.ben)));
    }

    @Test
    void anOldGrantDoesNotTakeEffectAgain() {
        Bytes grant = Entries.granted(place.ben, Role.ADMINISTRATOR, "1", place.anna);
        place.accept(grant);
        place.accept(Entries.withdrawn(place.ben, Role.ADMINISTRATOR, "2", place.anna));
        assertEquals("this RoleGranted was recorded before; it is recorded once", place.refusal(grant));
        place.accept(Entries.granted(place.ben, Role.ADMINISTRATOR, "3", place.anna));
    }

    @Test
    void auditorsAndMachinesHoldNoOtherRole() {
        assertTrue(place.refusal(Entries.granted(place.dora, Role.AUTHOR, "1", place.anna))
                .endsWith("has auditor, and author does not go with it"));
        assertTrue(place.refusal(Entries.granted(place.carla, Role.AUDITOR, "1", place.anna))
                .endsWith("has author, and auditor goes with no other role"));
        assertTrue(place.refusal(Entries.granted(place.machine, Role.AUTHOR, "1", place.anna))
                .endsWith("has collector, and author does not go with it"));
        Person asMachine = place.carla.withAnotherKey();
        assertTrue(place.refusal(Entries.enrolled(asMachine, Role.COLLECTOR, place.anna))
                .endsWith("has author, and collector goes with no other role"));
    }

    @Test
    void anUnknownKindIsSaidByAnAuthor() {
        place.accept(Entries.signed(Entries.event("TeaMade"), place.carla));
        assertEquals(
                "TeaMade needs one of the roles author; key <Dora> has auditor",
                place.shortly(Entries.signed(Entries.event("TeaMade"), place.dora)));
    }

    @Test
    void signaturesAreOfEnrolledKeysAndVerify() {
        Person stranger = Person.of("Eve");
        assertEquals(
                "signed by key " + stranger.id() + ", which was not enrolled before",
                place.refusal(Entries.answered("NET-1", "met", stranger)));
        Person pretender = new Person("Ben", place.ben.holder(), stranger.pair(), place.ben.key());
        assertEquals(
                "the signature of key <Ben> does not verify",
                place.shortly(Entries.signed(Entries.event("SessionOpened"), pretender)));
    }

    @Test
    void anEnvelopeMadeForSomethingElseIsNoEntry() {
        Bytes payload = Json.write(Entries.event("TeaMade").build());
        assertEquals(
                "its payload type is not " + Entries.TYPE,
                place.refusal(Entries.signed("application/vnd.cairn.enrolment-request.v1+json", payload, place.carla)));
    }

    @Test
    void aSecondSpellingOfAnEventIsRefused() {
        Bytes spaced = Bytes.utf8("{\"kind\": \"TeaMade\",\"version\":1}");
        assertEquals(
                "its payload is not in canonical form",
                place.refusal(Entries.signed(Entries.TYPE, spaced, place.carla)));
    }

    @Test
    void keysOfSmallOrderAndUnderAnotherIdAreNotEnrolled() {
        String smallOrder = "302a300506032b6570032100" + "00".repeat(32);
        Bytes spki = Bytes.parseHex(smallOrder);
        Json.Builder event = Entries.event("IdentityEnrolled")
                .with("key", org.cairn.proof.KeyId.ofSpki(spki).hex())
                .with("spki", smallOrder)
                .with("role", "AUTHOR");
        assertTrue(place.refusal(Entries.signed(event, place.anna)).startsWith("enrols a malformed key: "));
        Json.Builder other = Entries.event("IdentityEnrolled")
                .with("key", place.ben.id().hex())
                .with("spki", Person.of("Eve").key().spki().hex())
                .with("role", "AUTHOR");
        assertEquals("enrols a key under an id that is not its own", place.refusal(Entries.signed(other, place.anna)));
    }

    @Test
    void theFirstEntryFoundsAndTheNextEnrolsItsKey() {
        Authority fresh = Authority.atStart(Ed25519PublicKey::verifies);
        assertEquals(
                Optional.of("the first entry founds the workspace, and this one is TeaMade"),
                fresh.admit(0, Entries.signed(Entries.event("TeaMade"), place.anna)));
        fresh.admit(0, Entries.founded(place.anna));
        assertEquals(
                Optional.of("the first enrolment is the founder's own, as administrator, by key " + place.anna.id()),
                fresh.admit(1, Entries.enrolled(place.ben, Role.ADMINISTRATOR, place.ben)));
        assertEquals(Optional.empty(), fresh.admit(1, Entries.enrolled(place.anna, Role.ADMINISTRATOR, place.anna)));
        assertEquals(
                Optional.of("a workspace is founded by its first entry alone"),
                fresh.admit(2, Entries.founded(place.anna)));
    }

    @Test
    void aForgedFoundingIsFoundWhenItsKeyIsEnrolled() {
        Person pretender = new Person("Anna", place.anna.holder(), place.ben.pair(), place.anna.key());
        Authority fresh = Authority.atStart(Ed25519PublicKey::verifies);
        fresh.admit(0, Entries.founded(pretender));
        assertEquals(
                Optional.of("the signature of key " + place.anna.id() + " does not verify"),
                fresh.admit(1, Entries.enrolled(place.anna, Role.ADMINISTRATOR, place.anna)));
    }

    @Test
    void aProposalIsJudgedAsIfASecondPersonWillSign() throws Exception {
        Bytes answer = Entries.answered("NET-1", "met", place.carla);
        long entry = place.accept(answer);
        Bytes proposal = Entries.reviewed("NET-1", entry, answer, "ACCEPTED", place.carla);
        var envelope = org.cairn.proof.Envelope.parse(proposal);
        assertEquals(Optional.empty(), place.authority.refusalOfProposal(place.size(), envelope));
        place.accept(Entries.answered("NET-1", "partly", place.carla));
        assertTrue(place.authority
                .refusalOfProposal(place.size(), envelope)
                .orElseThrow()
                .startsWith("accepts another answer"));
    }

    @Test
    void aDraftKeepsItsNewsUntilItIsAdopted() {
        Bytes answer = Entries.answered("NET-1", "met", place.carla);
        Authority draft = place.authority.draft();
        Person fresh = Person.of("Frank");
        draft.admit(place.size(), Entries.enrolled(fresh, Role.AUTHOR, place.anna));
        draft.admit(place.size() + 1, answer);
        Bytes acceptance = Entries.reviewed("NET-1", place.size() + 1, answer, "ACCEPTED", place.ben, fresh);
        assertEquals(Optional.empty(), draft.refusal(place.size() + 2, acceptance));
        assertTrue(place.authority.refusal(place.size() + 2, acceptance).isPresent());
        place.authority.adopt(draft);
        assertEquals(Optional.empty(), place.authority.refusal(place.size() + 2, acceptance));
    }

    @Test
    void replayingWithoutVerifyingLeadsToTheSameJudgements() {
        Bytes answer = Entries.answered("NET-1", "met", place.carla);
        long entry = place.accept(answer);
        place.accept(Entries.revoked(place.dora.id(), place.anna));
        Authority replayed = Authority.atStart((_, _, _) -> false);
        for (int i = 0; i < place.entries.size(); i++) {
            replayed.record(i, place.entries.get(i));
        }
        assertEquals(
                new ArrayList<>(place.authority.people().keys()),
                new ArrayList<>(replayed.people().keys()));
        Authority verifying = Authority.atStart(Ed25519PublicKey::verifies);
        for (int i = 0; i < place.entries.size(); i++) {
            verifying.record(i, place.entries.get(i));
        }
        assertEquals(
                Optional.empty(),
                verifying.refusal(
                        place.size(),
                        Entries.reviewed("NET-1", entry, Merkle.leafHash(answer), "ACCEPTED", place.ben, place.carla)));
    }

    @Test
    void evidenceIsSkimmedOverAndWhatMattersIsNot() {
        assertEquals(false, EntrySkim.mayMatter(Entries.signed(Entries.event("EvidenceRecorded"), place.machine)));
        assertEquals(true, EntrySkim.mayMatter(Entries.revoked(place.ben.id(), place.anna)));
        assertEquals(true, EntrySkim.mayMatter(Entries.answered("NET-1", "met", place.carla)));
        assertEquals(true, EntrySkim.mayMatter(Entries.signed(Entries.event("EvidenceErased"), place.anna)));
        assertEquals(true, EntrySkim.mayMatter(Bytes.utf8("{ \"payload\":\"\"}")));
    }
}
