package org.cairn.verifier;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.proof.Bytes;

/// A detached CMS signature (RFC 5652 section 5) by one signer, with signed attributes, SHA-256, and ECDSA or RSA: what
/// packs
/// and
/// their PDF carry. Read strictly, with every byte accounted for: what this record does not hold must have one fixed
/// value.
/// @param certificates DER of every certificate carried along
/// @param issuer       DER of the signer certificate's issuer name
/// @param attributes   signed attributes as they are signed: DER of the set
/// @param signature    DER of ECDSA's two numbers, or RSA's one number
/// @param timeStamp    the one unsigned attribute there may be: a time-stamp token over `signature` (RFC 3161 appendix
/// A)
record CmsSignature(
        List<Bytes> certificates,
        Bytes issuer,
        BigInteger serial,
        Bytes attributes,
        Bytes messageDigest,
        Bytes signingCertificateHash,
        Algorithm algorithm,
        Bytes signature,
        Optional<Bytes> timeStamp) {
    /// How the signer signed.
    enum Algorithm {
        ECDSA,
        RSA
    }

    private static final BigInteger VERSION_1 = BigInteger.ONE;

    CmsSignature {
        certificates = List.copyOf(certificates);
    }

    static CmsSignature parse(Bytes encoded) throws MalformedDer {
        List<Der> info = Der.parse(encoded).children(Der.SEQUENCE);
        require(info.size() == 2 && info.get(0).isOid(Oids.SIGNED_DATA), "it is not CMS SignedData");
        List<Der> data = new ArrayList<>(info.get(1).only(Der.CONTEXT_0).children(Der.SEQUENCE));
        require(data.size() >= 4, "its SignedData is cut short");
        require(data.removeFirst().integer().equals(VERSION_1), "its SignedData is not of version 1");
        Der digestAlgorithm = data.removeFirst().only(Der.SET);
        requireSha256(digestAlgorithm);
        Der content = data.removeFirst().only(Der.SEQUENCE);
        require(content.isOid(Oids.DATA), "it signs something else than plain data, or carries it");
        List<Bytes> certificates = new ArrayList<>();
        if (data.getFirst().tag() == Der.CONTEXT_0) {
            for (Der certificate : data.removeFirst().children()) {
                certificates.add(certificate.expect(Der.SEQUENCE).encoded());
            }
        }
        require(data.size() == 1, "it carries more than certificates and signers");
        return signer(data.getFirst().only(Der.SET), digestAlgorithm, certificates);
    }

    private static CmsSignature signer(Der info, Der digestAlgorithm, List<Bytes> certificates) throws MalformedDer {
        List<Der> signer = info.children(Der.SEQUENCE);
        require(
                signer.size() == 6
                        || signer.size() == 7, // a time stamp comes seventh; who may carry one is judged later
                "its signer has no signed attributes, or holds more than a signer does");
        require(signer.get(0).integer().equals(VERSION_1), "its signer is not of version 1");
        List<Der> id = signer.get(1).children(Der.SEQUENCE);
        require(id.size() == 2, "its signer is not named by issuer and serial number");
        require(signer.get(2).equals(digestAlgorithm), "it names two digest algorithms");
        Bytes set = Bytes.copyOf(new byte[] {Der.SET})
                .concat(signer.get(3)
                        .expect(Der.CONTEXT_0)
                        .encoded()
                        .slice(1, signer.get(3).encoded().size()));
        boolean rsa = isRsa(signer.get(4));
        List<Der> attributes = attributes(set);
        return new CmsSignature(
                certificates,
                id.get(0).expect(Der.SEQUENCE).encoded(),
                id.get(1).integer(),
                set,
                digest(attributes),
                signingCertificate(attributes),
                rsa ? Algorithm.RSA : Algorithm.ECDSA,
                rsa ? signer.get(5).octets() : strictEcdsa(signer.get(5).octets()),
                signer.size() == 7 ? Optional.of(timeStamp(signer.get(6))) : Optional.empty());
    }

    /// RSA's identifier may carry NULL as its parameters (RFC 5754 section 3.2), ECDSA's carries none.
    private static boolean isRsa(Der identifier) throws MalformedDer {
        List<Der> parts = identifier.children(Der.SEQUENCE);
        boolean rsa = !parts.isEmpty()
                && parts.size() <= 2
                && parts.getFirst().isOid(Oids.RSA_WITH_SHA256)
                && (parts.size() == 1 || parts.get(1).tag() == Der.NULL);
        require(
                rsa || identifier.only(Der.SEQUENCE).isOid(Oids.ECDSA_WITH_SHA256),
                "it is neither ECDSA nor RSA with SHA-256");
        return rsa;
    }

    private static Bytes timeStamp(Der unsigned) throws MalformedDer {
        List<Der> attribute = unsigned.only(Der.CONTEXT_1).children(Der.SEQUENCE);
        require(
                attribute.size() == 2 && attribute.get(0).isOid(Oids.TIME_STAMP_TOKEN),
                "its signer has an unsigned attribute other than a time stamp");
        return attribute.get(1).only(Der.SET).encoded();
    }

    /// Signed attributes are a DER set: ascending order, no type twice (RFC 5652 section 5.3).
    private static List<Der> attributes(Bytes set) throws MalformedDer {
        List<Der> attributes = Der.parse(set).children(Der.SET);
        Set<Der> types = new HashSet<>();
        String previous = "";
        for (Der attribute : attributes) {
            String hex = attribute.encoded().hex();
            require(previous.compareTo(hex) < 0, "its signed attributes are not in DER order");
            previous = hex;
            List<Der> pair = attribute.children(Der.SEQUENCE);
            require(pair.size() == 2 && types.add(pair.getFirst()), "a signed attribute is malformed or occurs twice");
        }
        require(
                value(attributes, Oids.CONTENT_TYPE)
                        .filter(type -> type.isOid(Oids.DATA))
                        .isPresent(),
                "its content-type attribute is missing or is not data");
        return attributes;
    }

    private static Optional<Der> value(List<Der> attributes, String type) throws MalformedDer {
        for (Der attribute : attributes) {
            List<Der> pair = attribute.children(Der.SEQUENCE);
            if (pair.get(0).isOid(type)) {
                return Optional.of(pair.get(1).only(Der.SET));
            }
        }
        return Optional.empty();
    }

    private static Bytes digest(List<Der> attributes) throws MalformedDer {
        Optional<Der> digest = value(attributes, Oids.MESSAGE_DIGEST);
        require(digest.isPresent(), "it has no message-digest attribute");
        return digest.get().octets();
    }

    /// The hash in ESSCertIDv2; SHA-256 is its default algorithm and then left out (RFC 5035 section 4).
    private static Bytes signingCertificate(List<Der> attributes) throws MalformedDer {
        Optional<Der> attribute = value(attributes, Oids.SIGNING_CERTIFICATE_V2);
        require(attribute.isPresent(), "it does not bind its signing certificate (RFC 5035)");
        List<Der> certificates = attribute.get().children(Der.SEQUENCE);
        require(!certificates.isEmpty(), "its signing-certificate attribute is empty");
        List<Der> ids = certificates.getFirst().children(Der.SEQUENCE);
        require(!ids.isEmpty(), "its signing-certificate attribute is empty");
        List<Der> id = new ArrayList<>(ids.getFirst().children(Der.SEQUENCE));
        if (!id.isEmpty() && id.getFirst().tag() == Der.SEQUENCE) {
            requireSha256(id.removeFirst());
        }
        require(!id.isEmpty(), "its signing-certificate attribute has no hash");
        return id.getFirst().octets();
    }

    private static void requireSha256(Der algorithm) throws MalformedDer {
        List<Der> parts = algorithm.children(Der.SEQUENCE);
        boolean plain = parts.size() == 1 || parts.size() == 2 && parts.get(1).tag() == Der.NULL;
        require(plain && parts.getFirst().isOid(Oids.SHA256), "its digest algorithm is not SHA-256");
    }

    /// ECDSA-Sig-Value (RFC 3279 section 2.2.3): two positive integers and nothing else.
    private static Bytes strictEcdsa(Bytes signature) throws MalformedDer {
        List<Der> numbers = Der.parse(signature).children(Der.SEQUENCE);
        require(
                numbers.size() == 2
                        && numbers.get(0).integer().signum() > 0
                        && numbers.get(1).integer().signum() > 0,
                "its signature value is not two positive integers");
        return signature;
    }

    private static void require(boolean condition, String problem) throws MalformedDer {
        if (!condition) {
            throw new MalformedDer(problem);
        }
    }
}
