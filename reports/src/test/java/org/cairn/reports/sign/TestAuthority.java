package org.cairn.reports.sign;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.PackException;

/// A time-stamp authority whose certificates have the dates that a test wants.
final class TestAuthority {
    private final KeyPair rootKey = elliptic();
    private final X509Certificate root;

    TestAuthority(String from, String until) throws Exception {
        var name = new X500Name("CN=Root of a test's authority");
        var builder = new JcaX509v3CertificateBuilder(
                name, BigInteger.ONE, date(from), date(until), name, rootKey.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        root = signed(builder);
    }

    X509Certificate root() {
        return root;
    }

    /// Stamps on a day with a new key, certified for some years.
    TimeStamping on(String day, String from, String until) throws Exception {
        return on(day, from, until, Optional.empty());
    }

    /// The same, with tokens that are signed over a digest nobody should rely on.
    TimeStamping signingOverSha1(String day, String from, String until) throws Exception {
        return on(day, from, until, Optional.of("SHA1withECDSA"));
    }

    private TimeStamping on(String day, String from, String until, Optional<String> signature) throws Exception {
        KeyPair key = elliptic();
        var builder = new JcaX509v3CertificateBuilder(
                root, serial(day), date(from), date(until), new X500Name("CN=Stamps"), key.getPublic());
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        X509Certificate own = signed(builder);
        return new TimeStamping(request -> answer(request, key, own, instant(day), signature), root);
    }

    /// @param stamps the day of the stamp whose certificate is revoked
    /// @param reason by its number in RFC 5280 section 5.3.1; empty, and none is stated
    record Revoked(String stamps, String since, Optional<Integer> reason, Optional<String> invalidSince) {}

    Bytes list(String day, String next, Revoked... revoked) throws Exception {
        var builder = new X509v2CRLBuilder(new X500Name("CN=Root of a test's authority"), date(day));
        builder.setNextUpdate(date(next));
        for (Revoked each : revoked) {
            var extensions = new ExtensionsGenerator();
            if (each.reason().isPresent()) {
                extensions.addExtension(
                        Extension.reasonCode,
                        false,
                        CRLReason.lookup(each.reason().get()));
            }
            if (each.invalidSince().isPresent()) {
                extensions.addExtension(
                        Extension.invalidityDate,
                        false,
                        new ASN1GeneralizedTime(date(each.invalidSince().get())));
            }
            if (extensions.isEmpty()) {
                builder.addCRLEntry(serial(each.stamps()), date(each.since()), 0);
            } else {
                builder.addCRLEntry(serial(each.stamps()), date(each.since()), extensions.generate());
            }
        }
        return Bytes.copyOf(builder.build(new JcaContentSignerBuilder("SHA512withECDSA").build(rootKey.getPrivate()))
                .getEncoded());
    }

    private static BigInteger serial(String day) {
        return BigInteger.valueOf(day.hashCode()).abs();
    }

    static Instant instant(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Date date(String day) {
        return Date.from(instant(day));
    }

    private X509Certificate signed(JcaX509v3CertificateBuilder builder) throws Exception {
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA512withECDSA").build(rootKey.getPrivate())));
    }

    private Bytes answer(Bytes asked, KeyPair key, X509Certificate own, Instant at, Optional<String> signature)
            throws PackException {
        try {
            TimeStampRequest request = new TimeStampRequest(asked.toByteArray());
            boolean strong = request.getMessageImprintAlgOID().equals(TSPAlgorithms.SHA512);
            var tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .setSignedAttributeGenerator(signedAt(at))
                            .build(
                                    signature.orElse(strong ? "SHA512withECDSA" : "SHA256withECDSA"),
                                    key.getPrivate(),
                                    own),
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    new ASN1ObjectIdentifier("1.3.6.1.4.1.59999.1"));
            tokens.addCertificates(new JcaCertStore(List.of(own, root)));
            return Bytes.copyOf(new TimeStampResponseGenerator(
                            tokens, Set.of(TSPAlgorithms.SHA256.getId(), TSPAlgorithms.SHA512.getId()))
                    .generate(request, BigInteger.TWO, Date.from(at))
                    .getEncoded());
        } catch (Exception e) {
            throw new PackException("no time stamp: " + e.getMessage(), e);
        }
    }

    /// The library writes the machine's clock otherwise.
    private static DefaultSignedAttributeTableGenerator signedAt(Instant at) {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
        return new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes));
    }

    private static KeyPair elliptic() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256, new SecureRandom());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
