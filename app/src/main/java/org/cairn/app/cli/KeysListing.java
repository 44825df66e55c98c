package org.cairn.app.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.ledger.key.IssuedCertificate;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.Person;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.KeyId;

/// Who opens a workspace, and the certificates it issued.
record KeysListing(Optional<KeyId> you, List<Person> people, List<IssuedCertificate> certificates) {
    private static final int SHORT_ID = 12;

    static KeysListing of(Keyring keyring) throws KeyException {
        return new KeysListing(
                keyring.unlockedBy(), keyring.people(), keyring.authority().issued());
    }

    JsonObject json() {
        return Json.object()
                .with("people", people.stream().map(this::json).toList())
                .with(
                        "certificates",
                        certificates.stream().map(KeysListing::json).toList())
                .build();
    }

    private JsonObject json(Person person) {
        return Json.object()
                .with("label", person.way().label())
                .with("holder", person.holder().hex())
                .with("name", JsonOutput.text(person.name()))
                .with("key", person.key().keyId().hex())
                .with("keyFile", new Json.JsonFlag(person.way().keyFile()))
                .with("totp", new Json.JsonFlag(person.way().totp()))
                .with("you", new Json.JsonFlag(isYou(person)))
                .build();
    }

    private static JsonObject json(IssuedCertificate certificate) {
        return Json.object()
                .with("serial", certificate.serial().toString(16))
                .with("subject", JsonOutput.text(certificate.subject()))
                .with("notAfter", certificate.notAfter().toString())
                .with(
                        "revokedAt",
                        certificate
                                .revokedAt()
                                .<Json>map(at -> Json.text(at.toString()))
                                .orElse(new Json.JsonNull()))
                .build();
    }

    void printTo(PrintStream out) {
        Table table = new Table("label", "name", "key", "second factor", "");
        for (Person person : people) {
            table.row(
                    person.way().label(),
                    person.name(),
                    person.key().keyId().hex().substring(0, SHORT_ID),
                    factors(person),
                    isYou(person) ? "you" : "");
        }
        table.printTo(out);
        out.println();
        Table issued = new Table("certificate", "of", "until", "revoked");
        for (IssuedCertificate certificate : certificates) {
            issued.row(
                    certificate.serial().toString(16),
                    certificate.subject(),
                    certificate.notAfter().toString(),
                    certificate.revokedAt().map(Instant::toString).orElse(""));
        }
        issued.printTo(out);
    }

    private boolean isYou(Person person) {
        return you.equals(Optional.of(person.holder()));
    }

    private static String factors(Person person) {
        String file = person.way().keyFile() ? "key file " : "";
        String digits = person.way().totp() ? "six digits" : "";
        return (file + digits).strip();
    }
}
