package org.cairn.reports.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampChain;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampSequence;
import org.bouncycastle.asn1.tsp.EvidenceRecord;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;
import org.bouncycastle.tsp.ers.ERSException;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Seven files stamped in 2027, again in 2030 and 2035 (each time before the certificate of the last stamp ended), and
/// hashed anew with SHA-512 in 2032.
class LongTermProofTest {
    private static final int FILES = 7;

    @TempDir
    private static Path folder;

    private static TestAuthority authority;
    private static final List<EvidenceRecords.Kept> FIRST = new ArrayList<>();
    private static List<Bytes> once = List.of();
    private static List<Bytes> twice = List.of();
    private static List<Bytes> rehashed = List.of();
    private static List<Bytes> whole = List.of();

    @BeforeAll
    static void keepThem() throws Exception {
        authority = new TestAuthority("2026-01-01", "2060-01-01");
        for (int i = 0; i < FILES; i++) {
            Path file = Files.writeString(folder.resolve("pack-" + i + ".zip"), "pack " + i);
            FIRST.add(new EvidenceRecords.Kept(new ArchivedFile(file), Optional.empty()));
        }
        once = renewed("2027-06-01", "2026-01-01", "2031-01-01", FIRST, HashAlgorithm.SHA_256);
        twice = renewed("2030-06-01", "2030-01-01", "2036-01-01", kept(once), HashAlgorithm.SHA_256);
        rehashed = renewed("2032-06-01", "2030-01-01", "2036-01-01", kept(twice), HashAlgorithm.SHA_512);
        whole = renewed("2035-06-01", "2035-01-01", "2045-01-01", kept(rehashed), HashAlgorithm.SHA_512);
    }

    private static List<Bytes> renewed(
            String day, String from, String until, List<EvidenceRecords.Kept> files, HashAlgorithm algorithm)
            throws Exception {
        return new EvidenceRecords(authority.on(day, from, until)).renew(files, algorithm);
    }

    private static List<EvidenceRecords.Kept> kept(List<Bytes> records) {
        List<EvidenceRecords.Kept> kept = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            kept.add(new EvidenceRecords.Kept(FIRST.get(i).file(), Optional.of(records.get(i))));
        }
        return kept;
    }

    private static LongTermProof.Result judged(String day, Bytes record, int file) {
        return judged(day, record, file, Map.of());
    }

    private static LongTermProof.Result judged(
            String day, Bytes record, int file, Map<HashAlgorithm, java.time.Instant> weak) {
        return new LongTermProof(List.of(authority.root()), weak, TestAuthority.instant(day), RevocationLists.none())
                .ofRecord(record, FIRST.get(file).file());
    }

    private static void assertBroken(String expected, LongTermProof.Result result) {
        assertEquals(Optional.empty(), result.existedBy());
        assertTrue(
                result.problems().toString().contains(expected),
                result.problems().toString());
    }

    @Test
    void aFileOf2026IsShownToHaveExistedIn2037ThoughTheFirstCertificatesEndedIn2031And2036() {
        for (int i = 0; i < FILES; i++) {
            LongTermProof.Result result = judged("2037-01-01", whole.get(i), i);
            assertEquals(List.of(), result.problems());
            assertEquals(Optional.of(TestAuthority.instant("2027-06-01")), result.existedBy());
            assertEquals(Optional.of(TestAuthority.instant("2045-01-01")), result.renewBy());
        }
    }

    @Test
    void aRecordThatWasNotRenewedInTimeShowsNothing() throws Exception {
        assertEquals(List.of(), judged("2035-12-01", twice.getFirst(), 0).problems());
        assertBroken(
                "does not lead to the root of the authority at 2037", judged("2037-01-01", rehashed.getFirst(), 0));
        List<Bytes> late = renewed("2031-06-01", "2030-01-01", "2045-01-01", kept(once), HashAlgorithm.SHA_256);
        assertBroken(
                "does not lead to the root of the authority at 2031-06-01", judged("2037-01-01", late.getFirst(), 0));
    }

    @Test
    void aStampThatIsSignedOverSha1ShowsNothing() throws Exception {
        List<Bytes> weak = new EvidenceRecords(authority.signingOverSha1("2027-06-01", "2026-01-01", "2031-01-01"))
                .renew(FIRST, HashAlgorithm.SHA_256);
        assertBroken("its signature hashes with 1.3.14.3.2.26", judged("2028-01-01", weak.getFirst(), 0));
    }

    @Test
    void anAlgorithmThatWeakenedIsCarriedByTheOneBeforeAndNotAfter() {
        var in2033 = Map.of(HashAlgorithm.SHA_256, TestAuthority.instant("2033-01-01"));
        var in2032 = Map.of(HashAlgorithm.SHA_256, TestAuthority.instant("2032-01-01"));
        assertEquals(List.of(), judged("2037-01-01", whole.get(3), 3, in2033).problems());
        assertBroken("SHA-256 is not relied on from 2032", judged("2037-01-01", whole.get(3), 3, in2032));
        assertBroken("SHA-256 is not relied on from 2033", judged("2034-01-01", twice.get(3), 3, in2033));
    }

    @Test
    void aLinkLeftOutOrOfAnotherFileOrAChangedFileIsFound() throws Exception {
        assertBroken("it is not over what it has to be over", judged("2037-01-01", whole.get(1), 2));
        EvidenceRecord record = EvidenceRecords.parse(whole.getFirst());
        for (int chain = 0; chain < 2; chain++) {
            for (int stamp = 0; stamp < 2; stamp++) {
                if (chain + stamp < 2) {
                    assertBroken("left out", judged("2037-01-01", without(record, chain, stamp), 0));
                }
            }
        }
        Path changed = Files.writeString(folder.resolve("changed.zip"), "pack 0!");
        assertBroken(
                "left out",
                new LongTermProof(
                                List.of(authority.root()),
                                Map.of(),
                                TestAuthority.instant("2037-01-01"),
                                RevocationLists.none())
                        .ofRecord(whole.getFirst(), new ArchivedFile(changed)));
    }

    private static Bytes without(EvidenceRecord record, int chain, int stamp) {
        List<ArchiveTimeStampChain> chains = new ArrayList<>(EvidenceRecords.chains(record));
        List<ArchiveTimeStamp> stamps =
                new ArrayList<>(List.of(chains.get(chain).getArchiveTimestamps()));
        stamps.remove(stamp);
        chains.set(chain, new ArchiveTimeStampChain(stamps.toArray(ArchiveTimeStamp[]::new)));
        return EvidenceRecords.der(new EvidenceRecord(
                new AlgorithmIdentifier[] {HashAlgorithm.SHA_256.encoded(), HashAlgorithm.SHA_512.encoded()},
                null,
                null,
                new ArchiveTimeStampSequence(chains.toArray(ArchiveTimeStampChain[]::new))));
    }

    @Test
    void noChangedByteOfARecordGoesUnnoticed() {
        Bytes record = whole.get(5);
        int unnoticed = 0;
        for (int i = 0; i < record.size(); i += 7) {
            byte[] changed = record.toByteArray();
            changed[i] ^= 1;
            if (judged("2037-01-01", Bytes.copyOf(changed), 5).problems().isEmpty()) {
                unnoticed++;
            }
        }
        // the list of algorithms and certificates that lead nowhere carry no proof
        assertTrue(unnoticed * 7 < record.size() / 4, unnoticed + " of " + record.size() / 7);
    }

    @Test
    void authoritiesThatNobodyBelievesProveNothing() throws Exception {
        var other = new TestAuthority("2026-01-01", "2060-01-01");
        var proof = new LongTermProof(
                List.of(other.root()), Map.of(), TestAuthority.instant("2037-01-01"), RevocationLists.none());
        assertBroken(
                "does not lead to the root",
                proof.ofRecord(whole.getFirst(), FIRST.getFirst().file()));
        assertBroken(
                "not an evidence record",
                proof.ofRecord(Bytes.utf8("no record"), FIRST.getFirst().file()));
    }

    @Test
    void anotherImplementationFindsTheFileInTheRecordToo() throws Exception {
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var record = new ERSEvidenceRecord(whole.get(6).toByteArray(), digests);
        Date at = Date.from(TestAuthority.instant("2037-01-01"));
        record.validatePresent(new ERSByteData("pack 6".getBytes(java.nio.charset.StandardCharsets.UTF_8)), at);
        assertThrows(
                ERSException.class,
                () -> record.validatePresent(
                        new ERSByteData("pack 5".getBytes(java.nio.charset.StandardCharsets.UTF_8)), at));
    }
}
