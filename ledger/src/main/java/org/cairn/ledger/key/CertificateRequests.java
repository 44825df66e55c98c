package org.cairn.ledger.key;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.cairn.proof.Bytes;

/// Requests for a certificate (PKCS#10, RFC 2986) in PEM, as they travel between machines.
final class CertificateRequests {
    private static final int SIZE_LIMIT_BYTES = 64 * 1024;
    private static final int P_256_BITS = 256;
    private static final int RSA_SMALLEST_BITS = 3072;
    private static final int RSA_LARGEST_BITS = 8192;

    private CertificateRequests() {}

    /// What a certificate is asked for.
    record Asked(String name, PublicKey key) {}

    /// Signed by the key itself: who asks has it.
    static Bytes request(DocumentKey key, String personName) throws KeyException {
        var builder = new JcaPKCS10CertificationRequestBuilder(
                DocumentAuthority.name(personName), key.certificate().getPublicKey());
        return pem(builder.build(new DocumentContentSigner(key)));
    }

    /// @param from how a message names it
    /// @throws KeyException where it is no request, its signature does not hold, or its key is of another kind
    static Asked parse(Bytes pem, String from) throws KeyException {
        if (pem.size() > SIZE_LIMIT_BYTES) {
            throw new KeyException(from + ": larger than a certificate request is.");
        }
        try (PEMParser parser = new PEMParser(new StringReader(pem.asUtf8()))) {
            if (!(parser.readObject() instanceof PKCS10CertificationRequest read)) {
                throw new KeyException(from + ": is no certificate request (PKCS#10 in PEM).");
            }
            JcaPKCS10CertificationRequest request = new JcaPKCS10CertificationRequest(read);
            PublicKey key = request.getPublicKey();
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                throw new KeyException(from + ": its signature does not hold: it was changed on the way.");
            }
            requireKind(key, from);
            return new Asked(commonName(request, from), key);
        } catch (IOException
                | GeneralSecurityException
                | OperatorCreationException
                | PKCSException
                | RuntimeException e) {
            throw new KeyException(from + ": is no certificate request that can be read (" + e.getMessage() + ").", e);
        }
    }

    private static void requireKind(PublicKey key, String from) throws KeyException {
        boolean fits = switch (key) {
            case ECPublicKey elliptic -> elliptic.getParams().getOrder().bitLength() == P_256_BITS;
            case RSAPublicKey rsa ->
                rsa.getModulus().bitLength() >= RSA_SMALLEST_BITS
                        && rsa.getModulus().bitLength() <= RSA_LARGEST_BITS;
            default -> false;
        };
        if (!fits) {
            throw new KeyException(from + ": asks for a key that is neither P-256 nor RSA of 3072 bits or more.");
        }
    }

    private static String commonName(PKCS10CertificationRequest request, String from) throws KeyException {
        RDN[] names = request.getSubject().getRDNs(BCStyle.CN);
        if (names.length != 1) {
            throw new KeyException(from + ": names " + names.length + " people (CN) instead of one.");
        }
        String name = IETFUtils.valueToString(names[0].getFirst().getValue()).strip();
        if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
            throw new KeyException(from + ": its name (CN) is empty or holds control characters.");
        }
        return name;
    }

    static Bytes pem(List<X509Certificate> certificates) throws KeyException {
        return pem(certificates.toArray());
    }

    private static Bytes pem(Object... objects) throws KeyException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object object : objects) {
                writer.writeObject(object);
            }
        } catch (IOException e) {
            throw new KeyException("A certificate could not be written as PEM (" + e.getMessage() + ").", e);
        }
        return Bytes.utf8(text.toString());
    }
}
