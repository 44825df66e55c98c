package org.cairn.collectors.file;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// X.509 certificates of services (RFC 5280, PEM: RFC 7468). Trust stores of the distribution are left out: they hold
/// other people's roots. Private keys in the same file are not looked at.
public final class CertificatesCollector implements Collector {
    private static final int FILE_LIMIT = 1 << 20;
    private static final Pattern PEM = Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");
    private static final Pattern NAME = Pattern.compile("(?i).*\\.(pem|crt|cer|der)");
    private static final Pattern TRUST_STORE = Pattern.compile(
            "/etc/ssl/certs/.*|/etc/pki/ca-trust/.*|/etc/pki/tls/certs/ca-bundle.*|/etc/pki/java/.*|/usr/share/ca-certificates/.*");

    private final List<String> roots;
    private final CollectorDescription description;

    /// @param roots folders to look into, with everything below
    public CertificatesCollector(List<String> roots) {
        this.roots = List.copyOf(roots);
        this.description = CollectorDescription.of("file.certificates", 1, "Certificates and their expiry", roots)
                .withRoot("cairn collect (as root)", "certificates in folders closed to others");
    }

    @Override
    public CollectorDescription description() {
        return description;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(description, host, clock);
        Walk walk = Walk.below(
                host,
                roots,
                file -> NAME.matcher(file.name()).matches()
                        && !TRUST_STORE.matcher(file.path()).matches());
        walk.refusals().forEach(seen::refuse);
        if (walk.rootsThere().isEmpty()) {
            return seen.refuse(new Refusal(String.join(" ", roots), Refusal.Why.ABSENT, "none of the folders is there"))
                    .result();
        }
        Members certificates = seen.population("certificates");
        walk.refusals().forEach(certificates::refuse);
        for (FileFacts file : walk.files()) {
            Optional<Bytes> content = seen.hashedBytes(file.path(), FILE_LIMIT);
            if (content.isEmpty()) {
                certificates.refuse(new Refusal(file.path(), Refusal.Why.DENIED, "not readable"));
                continue;
            }
            try {
                for (X509Certificate certificate : parse(content.get())) {
                    certificates.add(item(file.path(), certificate, seen.startedAt()));
                }
            } catch (CertificateException e) {
                certificates.refuse(new Refusal(file.path(), Refusal.Why.MALFORMED, String.valueOf(e.getMessage())));
            }
        }
        return seen.result();
    }

    /// Every certificate of a PEM file, or the one of a DER file (ITU-T X.690: a SEQUENCE, first byte 0x30).
    static List<X509Certificate> parse(Bytes content) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        if (content.size() > 0 && content.at(0) == 0x30) {
            certificates.add(x509(factory, content));
        }
        Matcher pem = PEM.matcher(content.asUtf8());
        while (pem.find()) {
            certificates.add(x509(factory, Bytes.utf8(pem.group())));
        }
        return certificates;
    }

    private static X509Certificate x509(CertificateFactory factory, Bytes bytes) throws CertificateException {
        Certificate certificate = factory.generateCertificate(new ByteArrayInputStream(bytes.toByteArray()));
        if (certificate instanceof X509Certificate x509) {
            return x509;
        }
        throw new CertificateException("not an X.509 certificate");
    }

    static Map<String, String> item(String path, X509Certificate certificate, Instant now) throws CertificateException {
        Instant end = certificate.getNotAfter().toInstant();
        Map<String, String> values = new TreeMap<>();
        values.put("file", path);
        values.put("subject", certificate.getSubjectX500Principal().getName());
        values.put("not-after", end.toString());
        values.put("days-left", Long.toString(Duration.between(now, end).toDays()));
        values.put("signature", certificate.getSigAlgName());
        values.put("key", certificate.getPublicKey().getAlgorithm());
        values.put("authority", certificate.getBasicConstraints() >= 0 ? "yes" : "no");
        values.put(
                "sha256", Digest.sha256(Bytes.copyOf(certificate.getEncoded())).hex());
        switch (certificate.getPublicKey()) {
            case RSAKey rsa ->
                values.put("bits", Integer.toString(rsa.getModulus().bitLength()));
            case ECKey ec ->
                values.put("bits", Integer.toString(ec.getParams().getOrder().bitLength()));
            default -> {} // Ed25519 and the like have one size each, told by `key`
        }
        return values;
    }
}
