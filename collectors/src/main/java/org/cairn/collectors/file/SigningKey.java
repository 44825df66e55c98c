package org.cairn.collectors.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.host.RandomBytes;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// A public key that the operator trusts for signatures on models: a PEM file (RFC 7468) with a `PUBLIC KEY` or a
/// `CERTIFICATE`, of which the key alone counts: no chain, no validity, no revocation.
/// @param path where it was read
record SigningKey(String path, PublicKey key) {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (PUBLIC KEY|CERTIFICATE)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final List<String> KINDS = List.of("Ed25519", "EC", "RSA");
    private static final long ED25519_LIMIT_BYTES = 64L * 1024 * 1024;

    static Optional<SigningKey> parse(String path, String text) {
        Matcher pem = PEM.matcher(text);
        if (!pem.find()) {
            return Optional.empty();
        }
        byte[] der = Base64.getMimeDecoder().decode(pem.group(2));
        return (pem.group(1).equals("CERTIFICATE") ? ofCertificate(der) : ofKey(der))
                .map(key -> new SigningKey(path, key));
    }

    private static Optional<PublicKey> ofCertificate(byte[] der) {
        try {
            return Optional.of(CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der))
                    .getPublicKey());
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private static Optional<PublicKey> ofKey(byte[] der) {
        return KINDS.stream().flatMap(kind -> ofKind(kind, der).stream()).findFirst();
    }

    private static Optional<PublicKey> ofKind(String kind, byte[] der) {
        try {
            return Optional.of(KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    String sha256() {
        return Digest.sha256(Bytes.copyOf(key.getEncoded())).hex();
    }

    /// Whether the key can check a file of this size: Ed25519 needs the whole message in memory (RFC 8032 section
    /// 5.1.7).
    boolean canCheck(long sizeBytes) {
        return !key.getAlgorithm().startsWith("Ed") || sizeBytes <= ED25519_LIMIT_BYTES;
    }

    /// Whether `signature` is over all of `file` by this key, in one of the usual ways of the key's kind.
    boolean signed(RandomBytes file, Bytes signature) throws IOException, InterruptedException {
        for (String way : ways()) {
            if (signed(way, file, signature)) {
                return true;
            }
        }
        return false;
    }

    private boolean signed(String way, RandomBytes file, Bytes signature) throws IOException, InterruptedException {
        try {
            Signature check = start(way);
            FileDigest.pieces(file, check::update);
            return check.verify(signature.toByteArray());
        } catch (GeneralSecurityException _) {
            return false; // not a signature in this way
        }
    }

    private Signature start(String way) throws GeneralSecurityException {
        Signature check = Signature.getInstance(way);
        if (way.equals("RSASSA-PSS")) {
            check.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        check.initVerify(key);
        return check;
    }

    /// ECDSA: SHA-256 (as `openssl dgst` and cosign do), and the hash that fits the curve (FIPS 186-5 section 6.1.1).
    private List<String> ways() {
        if (key instanceof ECKey ec) {
            return switch (ec.getParams().getOrder().bitLength()) {
                case 384 -> List.of("SHA256withECDSA", "SHA384withECDSA");
                case 521 -> List.of("SHA256withECDSA", "SHA512withECDSA");
                default -> List.of("SHA256withECDSA");
            };
        }
        return key.getAlgorithm().equals("RSA") ? List.of("SHA256withRSA", "RSASSA-PSS") : List.of("Ed25519");
    }
}
