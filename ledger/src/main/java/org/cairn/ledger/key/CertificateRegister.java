package org.cairn.ledger.key;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedJson;

/// `certificates.list`: what the workspace's certificate authority issued and took back, under the workspace key.
/// @param listNumber of the newest revocation list (RFC 5280 section 5.2.3: it only grows)
record CertificateRegister(long listNumber, List<Issued> issued, List<Revoked> revoked) {
    static final String FILE = "certificates.list";
    static final int SIZE_LIMIT_BYTES = 4 * 1024 * 1024;
    private static final int VERSION = 1;

    CertificateRegister {
        issued = List.copyOf(issued);
        revoked = List.copyOf(revoked);
    }

    /// @param holder whose it is, where that person's keys lie in this workspace
    record Issued(BigInteger serial, String subject, Instant notAfter, Optional<KeyId> holder) {
        static Issued of(X509Certificate certificate, Optional<KeyId> holder) {
            return new Issued(
                    certificate.getSerialNumber(),
                    certificate.getSubjectX500Principal().getName(),
                    certificate.getNotAfter().toInstant(),
                    holder);
        }
    }

    record Revoked(BigInteger serial, Instant at, RevocationReason reason) {}

    static CertificateRegister empty() {
        return new CertificateRegister(0, List.of(), List.of());
    }

    CertificateRegister withIssued(X509Certificate certificate, Optional<KeyId> holder) {
        List<Issued> all = new ArrayList<>(issued);
        all.add(Issued.of(certificate, holder));
        return new CertificateRegister(listNumber, all, revoked);
    }

    /// Unchanged where it is revoked already: the first day counts.
    CertificateRegister withRevoked(BigInteger serial, Instant at, RevocationReason reason) {
        if (isRevoked(serial)) {
            return this;
        }
        List<Revoked> all = new ArrayList<>(revoked);
        all.add(new Revoked(serial, at, reason));
        return new CertificateRegister(listNumber, issued, all);
    }

    CertificateRegister withNextNumber() {
        return new CertificateRegister(listNumber + 1, issued, revoked);
    }

    boolean isRevoked(BigInteger serial) {
        return revoked.stream().anyMatch(one -> one.serial().equals(serial));
    }

    Bytes encode() {
        return Json.write(Json.object()
                .with("version", VERSION)
                .with("listNumber", listNumber)
                .with("issued", issued.stream().map(CertificateRegister::toJson).toList())
                .with(
                        "revoked",
                        revoked.stream().map(CertificateRegister::toJson).toList())
                .build());
    }

    private static JsonObject toJson(Issued one) {
        Json.Builder json = Json.object()
                .with("serial", one.serial().toString(16))
                .with("subject", one.subject())
                .with("notAfter", one.notAfter().toString());
        one.holder().ifPresent(holder -> json.with("holder", holder.hex()));
        return json.build();
    }

    private static JsonObject toJson(Revoked one) {
        return Json.object()
                .with("serial", one.serial().toString(16))
                .with("at", one.at().toString())
                .with("reason", one.reason().name().toLowerCase(Locale.ROOT))
                .build();
    }

    static CertificateRegister parse(Bytes encoded) throws MalformedJson {
        JsonObject json = Json.parseObject(encoded);
        if (json.integer("version") != VERSION) {
            throw new MalformedJson("version " + json.integer("version") + " is not known here");
        }
        List<Issued> issued = new ArrayList<>();
        List<Revoked> revoked = new ArrayList<>();
        try {
            for (JsonObject one : objects(json, "issued")) {
                Optional<KeyId> holder = one.member("holder").isPresent()
                        ? Optional.of(PersonFile.keyId(one, "holder"))
                        : Optional.empty();
                issued.add(new Issued(
                        new BigInteger(one.text("serial"), 16),
                        one.text("subject"),
                        Instant.parse(one.text("notAfter")),
                        holder));
            }
            for (JsonObject one : objects(json, "revoked")) {
                revoked.add(new Revoked(
                        new BigInteger(one.text("serial"), 16),
                        Instant.parse(one.text("at")),
                        RevocationReason.valueOf(one.text("reason").toUpperCase(Locale.ROOT))));
            }
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new MalformedJson("a certificate is described wrongly: " + e.getMessage());
        }
        return new CertificateRegister(json.integer("listNumber"), issued, revoked);
    }

    private static List<JsonObject> objects(JsonObject json, String name) throws MalformedJson {
        List<JsonObject> objects = new ArrayList<>();
        for (Json element : json.array(name)) {
            if (!(element instanceof JsonObject object)) {
                throw new MalformedJson("member \"" + name + "\" holds something else than objects");
            }
            objects.add(object);
        }
        return objects;
    }
}
