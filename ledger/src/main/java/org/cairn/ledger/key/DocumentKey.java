package org.cairn.ledger.key;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Bytes;

/// A key that signs documents or time stamps, with its certificates. The private half may lie in a token, which signs
/// and never gives it away, and the token may be absent.
/// @param chain the key's own certificate first, the root last
public record DocumentKey(Secret secret, List<X509Certificate> chain) {
    /// Where the private half is.
    sealed interface Secret {
        record InMemory(PrivateKey key) implements Secret {
            /// Never the key.
            @Override
            public String toString() {
                return "in memory";
            }
        }

        /// @param alias  the key's name there
        /// @param handle names the key to its provider
        record InToken(String alias, PrivateKey handle, Provider provider) implements Secret {}

        /// In a token that is not open now.
        record Absent(String alias) implements Secret {}
    }

    public DocumentKey {
        chain = List.copyOf(chain);
    }

    DocumentKey(PrivateKey key, List<X509Certificate> chain) {
        this(new Secret.InMemory(key), chain);
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    public X509Certificate root() {
        return chain.getLast();
    }

    public DocumentKeyType type() {
        return certificate().getPublicKey().getAlgorithm().equals("RSA")
                ? DocumentKeyType.RSA_3072
                : DocumentKeyType.P_256;
    }

    /// For libraries that want a key object; one in a token works with its own provider alone.
    /// @throws KeyException where it lies in a token that is not open
    public PrivateKey privateKey() throws KeyException {
        return switch (secret) {
            case Secret.InMemory(PrivateKey key) -> key;
            case Secret.InToken token -> token.handle();
            case Secret.Absent _ ->
                throw new KeyException("The key that signs documents lies in the token: open the workspace with the"
                        + " token, or make another key (cairn keys renew).");
        };
    }

    /// The only one that can use [#privateKey()], where the key lies in a token.
    public Optional<Provider> provider() {
        return secret instanceof Secret.InToken token ? Optional.of(token.provider()) : Optional.empty();
    }

    /// Over the SHA-256 of `content`; ECDSA as DER (RFC 3279 section 2.2.3), RSA as RFC 8017 section 8.2.
    public Bytes sign(Bytes content) throws KeyException {
        return sign(
                content,
                switch (type()) {
                    case P_256 -> "SHA256withECDSA";
                    case RSA_3072 -> "SHA256withRSA";
                });
    }

    /// As [#sign(Bytes)], but ECDSA as r and s side by side, as XML signatures want it (RFC 9231 section 2.3.6).
    public Bytes signForXml(Bytes content) throws KeyException {
        return sign(
                content,
                switch (type()) {
                    case P_256 -> "SHA256withECDSAinP1363Format";
                    case RSA_3072 -> "SHA256withRSA";
                });
    }

    private Bytes sign(Bytes content, String algorithm) throws KeyException {
        PrivateKey key = privateKey();
        try {
            Signature signature = secret instanceof Secret.InToken token
                    ? Signature.getInstance(algorithm, token.provider())
                    : Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(content.toByteArray());
            return Bytes.copyOf(signature.sign());
        } catch (GeneralSecurityException | java.security.ProviderException e) {
            throw new KeyException(
                    "The key that signs documents could not be used (" + e.getMessage()
                            + "). Where it lies in a token: is the token still connected?",
                    e);
        }
    }

    /// DER.
    static Bytes encoding(X509Certificate certificate) {
        try {
            return Bytes.copyOf(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has an encoding", e);
        }
    }

    /// Never the key.
    @Override
    public String toString() {
        return "key of " + certificate().getSubjectX500Principal();
    }
}
