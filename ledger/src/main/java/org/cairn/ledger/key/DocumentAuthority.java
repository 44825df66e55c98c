package org.cairn.ledger.key;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.cairn.proof.Bytes;

/// The workspace's own certificate authority for documents (profile: RFC 5280). Readers of PDF accept ECDSA,
/// not Ed25519.
/// @param root a P-384 key whose certificate signs itself
record DocumentAuthority(DocumentKey root) {
    /// Documents must verify for ten years (AI Act Art. 18); the root and the time stamps outlive that.
    private static final Period LONG = Period.ofYears(20);

    private static final Period SIGNING = Period.ofYears(3);
    /// RFC 5280 appendix A, ub-common-name.
    private static final int NAME_LIMIT = 64;
    /// RFC 5280 section 4.1.2.2 allows 20 bytes and wants them unpredictable.
    private static final int SERIAL_SIZE_BITS = 128;
    /// As strong as AES-128 (NIST SP 800-57 part 1, table 2), like P-256.
    private static final int RSA_SIZE_BITS = 3072;

    static DocumentAuthority create(String origin, Instant now, SecureRandom random) {
        KeyPair pair = elliptic("secp384r1", random);
        X500Name name = name("Cairn root of " + origin);
        Instant start = now.truncatedTo(ChronoUnit.SECONDS);
        X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                name, serial(random), Date.from(start), Date.from(after(start, LONG)), name, pair.getPublic());
        try {
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            certificate
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            extensions.createSubjectKeyIdentifier(pair.getPublic()));
            ContentSigner signer = new JcaContentSignerBuilder("SHA384withECDSA").build(pair.getPrivate());
            return new DocumentAuthority(new DocumentKey(pair.getPrivate(), List.of(convert(certificate, signer))));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw impossible(e);
        }
    }

    /// A key that signs documents in the name of a person for three years.
    DocumentKey issueForDocuments(String personName, DocumentKeyType type, Instant now, SecureRandom random) {
        KeyPair pair = switch (type) {
            case P_256 -> elliptic("secp256r1", random);
            case RSA_3072 -> rsa(random);
        };
        return new DocumentKey(pair.getPrivate(), certifyForDocuments(name(personName), pair.getPublic(), now, random));
    }

    /// The same key, three years from now.
    DocumentKey renew(DocumentKey key, Instant now, SecureRandom random) {
        X509Certificate old = key.certificate();
        return new DocumentKey(key.secret(), certifyForDocuments(subject(old), old.getPublicKey(), now, random));
    }

    /// Certificates of a key that others made: its own first, the root last.
    List<X509Certificate> certifyForDocuments(X500Name subject, PublicKey key, Instant now, SecureRandom random) {
        return List.of(certify(subject, key, SIGNING, List.of(), now, random), root.certificate());
    }

    /// A key that signs time stamps (RFC 3161 section 2.3: this purpose alone, critical).
    DocumentKey issueForTimeStamps(String origin, Instant now, SecureRandom random) {
        KeyPair pair = elliptic("secp256r1", random);
        X509Certificate own = certify(
                name("Time stamps of " + origin),
                pair.getPublic(),
                LONG,
                List.of(KeyPurposeId.id_kp_timeStamping),
                now,
                random);
        return new DocumentKey(pair.getPrivate(), List.of(own, root.certificate()));
    }

    /// A revocation list (RFC 5280 section 5), good until the root ends: packs are checked without a network. Readers
    /// want it younger than the signature: make one after signing.
    Bytes revocationList(CertificateRegister register, Instant now) {
        Instant start = now.truncatedTo(ChronoUnit.SECONDS);
        X509Certificate issuer = root.certificate();
        X509v2CRLBuilder list = new X509v2CRLBuilder(subject(issuer), Date.from(start));
        try {
            list.setNextUpdate(issuer.getNotAfter());
            for (CertificateRegister.Revoked one : register.revoked()) {
                list.addCRLEntry(one.serial(), Date.from(one.at()), one.reason().code());
            }
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(register.listNumber())));
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer));
            return Bytes.copyOf(list.build(signer()).getEncoded());
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw impossible(e);
        }
    }

    private X509Certificate certify(
            X500Name subject,
            PublicKey key,
            Period validity,
            List<KeyPurposeId> purposes,
            Instant now,
            SecureRandom random) {
        X509Certificate issuer = root.certificate();
        Instant start = now.truncatedTo(ChronoUnit.SECONDS);
        Instant end = earlier(after(start, validity), issuer.getNotAfter().toInstant());
        try {
            X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                    subject(issuer), serial(random), Date.from(start), Date.from(end), subject, key);
            addExtensions(certificate, key, issuer);
            if (!purposes.isEmpty()) {
                var usage = new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new));
                certificate.addExtension(Extension.extendedKeyUsage, true, usage);
            }
            return convert(certificate, signer());
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw impossible(e);
        }
    }

    private static void addExtensions(X509v3CertificateBuilder certificate, PublicKey key, X509Certificate issuer)
            throws GeneralSecurityException, IOException {
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
        certificate
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(
                        Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                .addExtension(Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key))
                .addExtension(Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(issuer));
    }

    private ContentSigner signer() throws OperatorCreationException {
        try {
            return new JcaContentSignerBuilder("SHA384withECDSA").build(root.privateKey());
        } catch (KeyException e) {
            throw new IllegalStateException("the root key lies in the file of private keys", e);
        }
    }

    private static X509Certificate convert(X509v3CertificateBuilder certificate, ContentSigner signer)
            throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(certificate.build(signer));
    }

    private static X500Name subject(X509Certificate certificate) {
        try {
            return new JcaX509CertificateHolder(certificate).getSubject();
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    static X500Name name(String commonName) {
        String name = commonName.length() <= NAME_LIMIT ? commonName : commonName.substring(0, NAME_LIMIT);
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
    }

    private static KeyPair rsa(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_SIZE_BITS, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    private static KeyPair elliptic(String curve, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    private static BigInteger serial(SecureRandom random) {
        return new BigInteger(SERIAL_SIZE_BITS, random).setBit(SERIAL_SIZE_BITS - 1);
    }

    private static Instant after(Instant start, Period period) {
        return start.atOffset(ZoneOffset.UTC).plus(period).toInstant();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static IllegalStateException impossible(Exception e) {
        return new IllegalStateException("every JDK has RSA and ECDSA over P-256 and P-384", e);
    }
}
