package org.cairn.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Envelope;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.MalformedKey;

/// What an auditor signed of an earlier pack: the statement behind each `AuditReviewReceived` is signed by the key that
/// the entry names, says what the entry says, and holds each remark that the pack's entries put into the auditor's
/// mouth, in its words, and no other that asks for work. So not even the owner of the ledger can change what an auditor
/// said. Whose key it is, no file can show.
final class AuditReviewsCheck {
    private static final String TYPE = "application/vnd.cairn.audit-review.v1+json";
    private static final String ACCEPTED = "accepted";

    private final PackFiles files;
    private final Findings findings;
    private final SortedMap<Long, LedgerEntry> entries;
    private final OpenedTexts opened;

    AuditReviewsCheck(PackFiles files, Findings findings, SortedMap<Long, LedgerEntry> entries, PackManifest manifest) {
        this.files = files;
        this.findings = findings;
        this.entries = entries;
        this.opened = new OpenedTexts(manifest);
    }

    void check() throws RefusedInput {
        for (LedgerEntry entry : entries.values()) {
            if (entry.kind().equals("AuditReviewReceived")) {
                review(entry);
            }
        }
    }

    private void review(LedgerEntry entry) throws RefusedInput {
        Optional<String> file = opened.fileOf(entry.index(), entry.event());
        if (file.isEmpty()) {
            findings.note("entry " + entry.index()
                    + ": what the auditor signed is not in the pack; that the auditor said it, the entry alone says");
            return;
        }
        Optional<Bytes> signed = files.read(file.get());
        if (signed.isEmpty()) {
            return;
        }
        try {
            Envelope envelope = Envelope.parse(signed.get());
            if (!envelope.payloadType().equals(TYPE)) {
                findings.defect(file.get(), entry.index(), "its payload type is not " + TYPE);
            } else if (isByTheAuditor(entry, file.get(), envelope)) {
                says(entry, file.get(), Json.parseObject(envelope.payload()));
            }
        } catch (MalformedEnvelope | MalformedJson e) {
            findings.defect(file.get(), entry.index(), "is not what an auditor signs: " + e.getMessage());
        }
    }

    private boolean isByTheAuditor(LedgerEntry entry, String file, Envelope envelope) {
        String id = CollectorKeys.text(entry.event(), "key");
        Optional<Ed25519PublicKey> key = key(entry, id);
        if (key.isEmpty()) {
            findings.defect(entry.file(), entry.index(), "takes in a review by key " + id + ", and names another key");
            return false;
        }
        if (envelope.signatures().size() != 1 || !envelope.isSignedBy(key.get())) {
            findings.defect(file, entry.index(), "is not signed by key " + id + ", which its entry names");
            return false;
        }
        findings.note("entry " + entry.index() + ": the review is signed by key " + id
                + "; whose key that is, no file can show: compare it with the auditor");
        return true;
    }

    private static Optional<Ed25519PublicKey> key(LedgerEntry entry, String id) {
        try {
            Ed25519PublicKey key =
                    Ed25519PublicKey.parseSpki(Bytes.parseHex(CollectorKeys.text(entry.event(), "spki")));
            return Optional.of(key).filter(held -> held.keyId().hex().equals(id));
        } catch (MalformedKey | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private void says(LedgerEntry entry, String file, JsonObject statement) throws MalformedJson, RefusedInput {
        same(entry, file, "signedAt", statement.member("signedAt"));
        same(entry, file, "unmarked", statement.member("unmarked"));
        Map<String, JsonObject> marks = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (Json each : statement.array("marks")) {
            if (!(each instanceof JsonObject mark)) {
                throw new MalformedJson("a mark is not an object");
            }
            if (marks.put(mark.text("item"), mark) == null) {
                order.add(mark.text("item"));
            }
        }
        same(entry, file, "accepted", count(marks, ACCEPTED));
        same(entry, file, "objections", count(marks, "objection"));
        same(entry, file, "moreNeeded", count(marks, "more-needed"));
        for (LedgerEntry remark : entries.values()) {
            if (remark.kind().equals("AuditorRemarked")
                    && remark.event().member("review").equals(entry.event().member("file"))) {
                order.remove(item(remark.event()));
                remark(remark, Optional.ofNullable(marks.get(item(remark.event()))));
            }
        }
        for (String left : order) {
            if (!Objects.requireNonNull(marks.get(left)).text("mark").equals(ACCEPTED)) {
                findings.defect(
                        file, entry.index(), "says something of " + left + " that no entry of the pack passes on");
            }
        }
    }

    private static Optional<Json> count(Map<String, JsonObject> marks, String what) {
        return Optional.of(Json.number(marks.values().stream()
                .filter(mark -> CollectorKeys.text(mark, "mark").equals(what))
                .count()));
    }

    private void same(LedgerEntry entry, String file, String member, Optional<Json> said) {
        if (said.isEmpty() || !entry.event().member(member).equals(said)) {
            findings.defect(file, entry.index(), "says another " + member + " than its entry");
        }
    }

    /// As the statement spells it.
    private static String item(JsonObject event) {
        return event.member("evidence").isPresent()
                ? "evidence:" + CollectorKeys.text(event, "evidence")
                : CollectorKeys.text(event, "subject");
    }

    /// @param mark of the same item; empty where there is none
    private void remark(LedgerEntry remark, Optional<JsonObject> mark) throws RefusedInput {
        JsonObject event = remark.event();
        String spelled =
                CollectorKeys.text(event, "mark").toLowerCase(Locale.ROOT).replace('_', '-');
        boolean signed = mark.isPresent()
                && CollectorKeys.text(mark.get(), "mark").equals(spelled)
                && mark.get().member("due").equals(event.member("due"))
                && saysTheSame(remark, mark.get());
        if (!signed) {
            findings.defect(
                    remark.file(),
                    remark.index(),
                    "says of " + item(event) + " what the auditor did not sign in that review");
        }
    }

    /// Whether the words are those of the mark, as far as the pack shows them.
    private boolean saysTheSame(LedgerEntry remark, JsonObject mark) throws RefusedInput {
        if (remark.event().member("remark").isEmpty() || mark.member("remark").isEmpty()) {
            return remark.event().member("remark").isEmpty()
                    && mark.member("remark").isEmpty();
        }
        Optional<String> file = opened.fileOf(remark.index(), remark.event());
        Optional<Digest> shown = file.isPresent() ? files.sha256(file.get()) : Optional.empty();
        return shown.isEmpty() || shown.get().equals(Digest.sha256(Bytes.utf8(CollectorKeys.text(mark, "remark"))));
    }
}
