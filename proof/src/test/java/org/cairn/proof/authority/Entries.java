package org.cairn.proof.authority;

import java.util.Arrays;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Envelope;
import org.cairn.proof.Json;
import org.cairn.proof.KeyId;
import org.cairn.proof.Merkle;

/// Entries as the ledger holds them, with only the members that the rules read.
final class Entries {
    static final String TYPE = "application/vnd.cairn.event.v1+json";

    private Entries() {}

    static Json.Builder event(String kind) {
        return Json.object().with("kind", kind).with("version", 1);
    }

    static Bytes signed(Json.Builder event, Person... signers) {
        return signed(TYPE, Json.write(event.build()), signers);
    }

    static Bytes signed(String type, Bytes payload, Person... signers) {
        Bytes message = Envelope.preAuthenticationEncoding(type, payload);
        return new Envelope(
                        type,
                        payload,
                        Arrays.stream(signers)
                                .map(signer -> signer.sign(message))
                                .toList())
                .encode();
    }

    static Bytes founded(Person founder) {
        return signed(event("WorkspaceFounded"), founder);
    }

    static Bytes enrolled(Person person, Role role, Person by) {
        return signed(
                event("IdentityEnrolled")
                        .with("key", person.id().hex())
                        .with("spki", person.key().spki().hex())
                        .with("role", role.name())
                        .with("holder", person.holder().hex()),
                by);
    }

    static Bytes rotated(Person oldKey, Person newKey, Person... signers) {
        return signed(
                event("KeyRotated")
                        .with("key", oldKey.id().hex())
                        .with("newKey", newKey.id().hex())
                        .with("spki", newKey.key().spki().hex()),
                signers);
    }

    static Bytes recoveryEnrolled(Person recovery, Person by) {
        return signed(
                event("RecoveryKeyEnrolled")
                        .with("key", recovery.id().hex())
                        .with("spki", recovery.key().spki().hex()),
                by);
    }

    /// @param recovery the key that the entry names as the one used
    static Bytes reestablished(Person fresh, Person recovery, Person next, Person... signers) {
        return signed(
                event("AdministratorReestablished")
                        .with("holder", fresh.holder().hex())
                        .with("key", fresh.id().hex())
                        .with("spki", fresh.key().spki().hex())
                        .with("recoveryKey", recovery.id().hex())
                        .with("nextKey", next.id().hex())
                        .with("nextSpki", next.key().spki().hex()),
                signers);
    }

    static Bytes revoked(KeyId key, Person by) {
        return signed(event("IdentityRevoked").with("key", key.hex()).with("reason", "LOST"), by);
    }

    static Bytes granted(Person to, Role role, String nonce, Person by) {
        return signed(
                event("RoleGranted")
                        .with("holder", to.holder().hex())
                        .with("role", role.name())
                        .with("recordedAt", nonce),
                by);
    }

    static Bytes withdrawn(Person from, Role role, String nonce, Person by) {
        return signed(
                event("RoleWithdrawn")
                        .with("holder", from.holder().hex())
                        .with("role", role.name())
                        .with("recordedAt", nonce),
                by);
    }

    static Bytes answered(String subject, String text, Person by) {
        return signed(event("ControlAnswered").with("subject", subject).with("text", text), by);
    }

    static Bytes reviewed(String subject, long answer, Bytes answerEntry, String decision, Person... signers) {
        return reviewed(subject, answer, Merkle.leafHash(answerEntry), decision, signers);
    }

    static Bytes reviewed(String subject, long answer, Digest leaf, String decision, Person... signers) {
        return signed(
                event("AnswerReviewed")
                        .with("subject", subject)
                        .with(
                                "answer",
                                Json.object()
                                        .with("entry", answer)
                                        .with("leaf", leaf.hex())
                                        .build())
                        .with("decision", decision),
                signers);
    }
}
