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
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.StrictBase64;

/// A document key inside a file that is encrypted as a whole: PKCS#8 (RFC 5958) and the certificates in DER.
final class DocumentKeyCodec {
    private DocumentKeyCodec() {}

    static JsonObject toJson(DocumentKey key) {
        return Json.object()
                .with("algorithm", key.privateKey().getAlgorithm())
                .with("pkcs8", StrictBase64.encode(Bytes.copyOf(key.privateKey().getEncoded())))
                .with(
                        "chain",
                        key.chain().stream()
                                .map(DocumentKey::encoding)
                                .map(StrictBase64::encode)
                                .map(Json::text)
                                .toList())
                .build();
    }

    static DocumentKey parse(JsonObject json) throws MalformedJson {
        try {
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
