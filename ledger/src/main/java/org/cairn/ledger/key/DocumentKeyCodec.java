package org.cairn.ledger.key;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.cairn.ledger.key.DocumentKey.Secret;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.StrictBase64;

/// A document key inside a file that is encrypted as a whole: the certificates in DER, and PKCS#8 (RFC 5958) or the
/// name
/// of a key in a token.
final class DocumentKeyCodec {
    private DocumentKeyCodec() {}

    static JsonObject toJson(DocumentKey key) {
        Json.Builder json = Json.object()
                .with(
                        "chain",
                        key.chain().stream()
                                .map(DocumentKey::encoding)
                                .map(StrictBase64::encode)
                                .map(Json::text)
                                .toList());
        return switch (key.secret()) {
            case Secret.InMemory(PrivateKey secret) ->
                json.with("algorithm", secret.getAlgorithm())
                        .with("pkcs8", StrictBase64.encode(Bytes.copyOf(secret.getEncoded())))
                        .build();
            case Secret.InToken token -> json.with("token", token.alias()).build();
            case Secret.Absent(String alias) -> json.with("token", alias).build();
        };
    }

    static DocumentKey parse(JsonObject json) throws MalformedJson {
        try {
            if (json.member("token").isPresent()) {
                return new DocumentKey(new Secret.Absent(json.text("token")), chain(json));
            }
            byte[] pkcs8 = PublicKeys.base64(json, "pkcs8").toByteArray();
            PrivateKey key =
                    KeyFactory.getInstance(json.text("algorithm")).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return new DocumentKey(key, chain(json));
        } catch (GeneralSecurityException e) {
            throw new MalformedJson("a document key is not as it was written: " + e.getMessage());
        }
    }

    private static List<X509Certificate> chain(JsonObject json) throws MalformedJson, GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> chain = new ArrayList<>();
        for (Json element : json.array("chain")) {
            if (!(element instanceof JsonText(String text))) {
                throw new MalformedJson("a certificate is not a text");
            }
            byte[] der = StrictBase64.decode(text)
                    .orElseThrow(() -> new MalformedJson("a certificate is not base64"))
                    .toByteArray();
            chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
        }
        return chain;
    }
}
