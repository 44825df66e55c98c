package org.cairn.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.verifier.CmsVerification.TimeStamp;
import org.junit.jupiter.api.Test;

/// On a signature that BouncyCastle made, kept in `src/test/cases/cms`.
class CmsVerificationTest {
    private static final Instant SIGNED = Instant.parse("2026-11-21T09:30:00Z");

    private static Bytes read(String name) throws IOException {
        return Bytes.copyOf(Files.readAllBytes(Path.of("src/test/cases/cms", name)));
    }

    private static CertificateChain certificates() throws IOException, CertificateException {
        return CertificateChain.parse(read("chain.pem"), read("root.pem"));
    }

    private static Bytes flip(Bytes content, int at, int bit) {
        byte[] bytes = content.toByteArray();
        bytes[at] ^= (byte) (1 << bit);
        return Bytes.copyOf(bytes);
    }

    @Test
    void aGenuineSignatureIsAccepted() throws Exception {
        Digest content = Digest.sha256(read("SHA256SUMS"));
        assertEquals(
                Optional.empty(),
                CmsVerification.refusal(read("SHA256SUMS.p7s"), content, certificates(), TimeStamp.REFUSED));
    }

    @Test
    void everyFlippedByteIsFound() throws Exception {
        Bytes cms = read("SHA256SUMS.p7s");
        Digest content = Digest.sha256(read("SHA256SUMS"));
        CertificateChain certificates = certificates();
        List<Integer> unnoticed = new ArrayList<>();
        for (int at = 0; at < cms.size(); at++) {
            if (CmsVerification.refusal(flip(cms, at, at % 8), content, certificates, TimeStamp.ALLOWED)
                    .isEmpty()) {
                unnoticed.add(at);
            }
        }
        assertEquals(List.of(), unnoticed);
    }

    @Test
    void bytesBeforeWithinOrAfterAreFound() throws Exception {
        Bytes cms = read("SHA256SUMS.p7s");
        Digest content = Digest.sha256(read("SHA256SUMS"));
        for (Bytes changed : List.of(
                cms.concat(Bytes.copyOf(new byte[1])),
                Bytes.copyOf(new byte[1]).concat(cms),
                cms.slice(0, cms.size() - 1),
                Bytes.empty())) {
            assertTrue(CmsVerification.refusal(changed, content, certificates(), TimeStamp.REFUSED)
                    .isPresent());
        }
    }

    @Test
    void otherContentIsFound() throws Exception {
        assertEquals(
                Optional.of("the CMS signature is over other content"),
                CmsVerification.refusal(
                        read("SHA256SUMS.p7s"), Digest.sha256(Bytes.utf8("other")), certificates(), TimeStamp.REFUSED));
    }

    @Test
    void theChainLeadsToTheRootWhileItIsValidAndNotAfterwards() throws Exception {
        assertEquals(Optional.empty(), certificates().refusal(SIGNED));
        assertTrue(certificates().refusal(SIGNED.minusSeconds(86_400)).isPresent());
        assertTrue(certificates().refusal(Instant.parse("2031-01-01T00:00:00Z")).isPresent());
    }

    @Test
    void aFlippedByteOfACertificateOrRevocationListIsFound() throws Exception {
        assertEquals(Optional.empty(), certificates().revocation(read("crl.pem")));
        for (String name : List.of("chain.pem", "root.pem", "crl.pem")) {
            Bytes pem = read(name);
            for (int at = 60; at < pem.size() - 60; at += 41) {
                assertTrue(refused(name, flip(pem, at, 0)), name + " at " + at);
            }
        }
    }

    private static boolean refused(String name, Bytes changed) throws IOException {
        try {
            var certificates = CertificateChain.parse(
                    name.equals("chain.pem") ? changed : read("chain.pem"),
                    name.equals("root.pem") ? changed : read("root.pem"));
            return certificates.refusal(SIGNED).isPresent()
                    || certificates
                            .revocation(name.equals("crl.pem") ? changed : read("crl.pem"))
                            .isPresent();
        } catch (CertificateException e) {
            return true;
        }
    }
}
