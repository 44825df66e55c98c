package org.cairn.reports.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.CRLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.reports.pack.PackException;
import org.cairn.reports.sign.TestAuthority.Revoked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A stamp of June 2027, whose certificate ends in 2031.
class RevocationListsTest {
    private static final String GIVEN = "2027-06-01";
    private static final Optional<Integer> KEY_COMPROMISE = Optional.of(1);
    private static final Optional<Integer> SUPERSEDED = Optional.of(4);

    private static List<TestAuthority> authorities = List.of();
    private static List<TimeStampToken> tokens = List.of();

    @BeforeAll
    static void stamp() throws Exception {
        authorities =
                List.of(new TestAuthority("2026-01-01", "2060-01-01"), new TestAuthority("2026-01-01", "2060-01-01"));
        Bytes token =
                authorities.getFirst().on(GIVEN, "2026-01-01", "2031-01-01").token(Digest.sha256(Bytes.utf8("x")));
        tokens = List.of(new TimeStampResponse(TimeStamping.response(token).toByteArray()).getTimeStampToken());
    }

    private static TestAuthority authority() {
        return authorities.getFirst();
    }

    private static Revoked revoked(String since, Optional<Integer> reason) {
        return new Revoked(GIVEN, since, reason, Optional.empty());
    }

    private static RevocationLists list(String day, String next, Revoked... revoked) throws Exception {
        return RevocationLists.read(authority().list(day, next, revoked));
    }

    private static String refusal(RevocationLists lists) {
        return refusal(lists, "2030-01-01");
    }

    private static String refusal(RevocationLists lists, String until) {
        Instant at = TestAuthority.instant(until);
        return StampCheck.refusal(tokens.getFirst(), authority().root(), at, lists)
                .orElse("none");
    }

    @Test
    void aListOfThatTimeOrLaterThatDoesNotNameTheCertificateLeavesTheStampGood() throws Exception {
        assertEquals("none", refusal(RevocationLists.none()));
        assertEquals("none", refusal(list("2027-05-30", "2027-06-06")));
        assertEquals(
                "none",
                refusal(list(
                        "2029-01-01",
                        "2029-02-01",
                        new Revoked("2020-01-01", "2028-01-01", KEY_COMPROMISE, Optional.empty()))));
    }

    @Test
    void aListThatEndedBeforeTheStampOrBeganAfterItsCertificateOrIsAnothersTellsNothing() throws Exception {
        assertTrue(refusal(list("2027-05-01", "2027-05-31")).contains("no revocation list that is given tells of"));
        assertTrue(refusal(list("2031-02-01", "2031-03-01")).contains("no revocation list that is given tells of"));
        RevocationLists others = RevocationLists.read(authorities.getLast().list("2027-05-30", "2027-06-06"));
        assertTrue(refusal(others).contains("none is of its issuer"));
        assertEquals("none", refusal(others.and(list("2027-05-30", "2027-06-06"))));
    }

    @Test
    void aKeyThatOthersMayHaveHadMakesEveryStampWorthlessUnlessAnotherOneCameBeforeTheRevocation() throws Exception {
        for (Optional<Integer> reason : List.of(KEY_COMPROMISE, Optional.<Integer>empty())) {
            RevocationLists lists = list("2029-01-01", "2029-02-01", revoked("2028-01-01", reason));
            assertTrue(refusal(lists).contains("is revoked since 2028-01-01"), refusal(lists));
            assertEquals("none", refusal(lists, "2027-12-31"));
        }
    }

    @Test
    void aCertificateThatWasReplacedLeavesEarlierStampsGoodAndNoLaterOne() throws Exception {
        assertEquals("none", refusal(list("2029-01-01", "2029-02-01", revoked("2028-01-01", SUPERSEDED))));
        assertTrue(refusal(list("2029-01-01", "2029-02-01", revoked("2027-05-31", SUPERSEDED)))
                .contains("is revoked since 2027-05-31"));
    }

    @Test
    void theDayFromWhichTheKeyWasInDoubtCounts() throws Exception {
        Revoked noticedLater = new Revoked(GIVEN, "2028-01-01", SUPERSEDED, Optional.of("2027-05-31"));
        assertTrue(refusal(list("2029-01-01", "2029-02-01", noticedLater)).contains("is revoked since 2027-05-31"));
    }

    @Test
    void noStampOfARevokedCertificateOrOfOneThatNoListTellsOfIsTaken() throws Exception {
        Digest digest = Digest.sha256(Bytes.utf8("x"));
        var service = authority().on(GIVEN, "2026-01-01", "2031-01-01").service();
        var good = new TimeStamping(service, authority().root(), list("2027-05-30", "2027-06-06"));
        assertTrue(good.token(digest).size() > 0);
        var old = new TimeStamping(service, authority().root(), list("2027-05-01", "2027-05-08"));
        assertTrue(String.valueOf(assertThrows(PackException.class, () -> old.token(digest))
                        .getMessage())
                .contains("tells of"));
        var bad = new TimeStamping(
                service, authority().root(), list("2027-05-30", "2027-06-06", revoked("2027-05-20", KEY_COMPROMISE)));
        assertTrue(String.valueOf(assertThrows(PackException.class, () -> bad.token(digest))
                        .getMessage())
                .contains("is revoked since 2027-05-20"));
    }

    @Test
    void whatIsNoListIsRefused() {
        for (Bytes content : List.of(Bytes.empty(), Bytes.utf8("no list"), Bytes.parseHex("30820100"))) {
            assertThrows(CRLException.class, () -> RevocationLists.read(content));
        }
    }
}
