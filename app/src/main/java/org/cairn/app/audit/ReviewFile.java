package org.cairn.app.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.event.AuditItem;
import org.cairn.checklist.event.AuditMark;
import org.cairn.ledger.key.AuditorKeyring.Auditor;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Envelope;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.MalformedKey;
import org.cairn.proof.StrictBase64;

/// A review that an auditor signed (`docs/audit-review.md`): the statement in a DSSE envelope with a payload type of
/// its
/// own, so that it can never pass as an entry, and the papers of the pack.
/// @param auditor  who signed, as the auditor says
/// @param key      that signed; it travels in the statement
/// @param unmarked how many listed items have no mark
public record ReviewFile(
        PackName pack,
        PackPapers papers,
        String auditor,
        Ed25519PublicKey key,
        Instant signedAt,
        List<MarkedItem> marks,
        int unmarked,
        Envelope envelope) {
    public static final String TYPE = "application/vnd.cairn.audit-review.v1+json";
    private static final String FORMAT = "cairn-audit-review";
    private static final Set<String> MEMBERS = Set.of("format", "version", "envelope", "sums", "manifest");
    private static final Set<String> STATEMENT =
            Set.of("version", "auditor", "spki", "signedAt", "pack", "marks", "unmarked");
    private static final int LONGEST_NAME = 200;

    public ReviewFile {
        marks = List.copyOf(marks);
    }

    public static ReviewFile sign(ReviewDraft draft, Auditor auditor, Instant at) throws AuditException {
        requireName(auditor.name());
        if (draft.marks().isEmpty()) {
            throw new AuditException("nothing is marked, so there is nothing to sign");
        }
        List<MarkedItem> marks = List.copyOf(draft.marks().values());
        int unmarked = draft.unmarked().size();
        Bytes statement = Json.write(Json.object()
                .with("version", 1)
                .with("auditor", auditor.name())
                .with("spki", auditor.signer().spki().hex())
                .with("signedAt", at.toString())
                .with("pack", draft.pack().json())
                .with(
                        "marks",
                        new JsonArray(marks.stream().map(MarkedItem::json).toList()))
                .with("unmarked", unmarked)
                .build());
        return new ReviewFile(
                draft.pack(),
                draft.papers(),
                auditor.name(),
                auditor.signer().publicKey(),
                at,
                marks,
                unmarked,
                auditor.signer().sign(TYPE, statement));
    }

    public static void requireName(String name) throws AuditException {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new AuditException("a name has 1 to " + LONGEST_NAME + " characters in one line");
        }
    }

    public int count(AuditMark mark) {
        return (int) marks.stream().filter(each -> each.mark() == mark).count();
    }

    public Bytes encode() throws AuditException {
        try {
            return Json.write(Json.object()
                    .with("format", FORMAT)
                    .with("version", 1)
                    .with("envelope", Json.parseObject(envelope.encode()))
                    .with("sums", StrictBase64.encode(papers.sums()))
                    .with("manifest", StrictBase64.encode(papers.manifest()))
                    .build());
        } catch (MalformedJson e) {
            throw new IllegalStateException("an envelope that was just written", e);
        }
    }

    /// Reads and checks all that the file alone can show: its form, the signature by the key in it, and that the papers
    /// are those of the pack that is named.
    /// @param file as messages name it
    public static ReviewFile parse(String file, Bytes content) throws AuditException {
        try {
            JsonObject json = Json.parseObject(content);
            if (!json.members().keySet().equals(MEMBERS)
                    || !json.text("format").equals(FORMAT)
                    || json.integer("version") != 1) {
                throw new MalformedJson("not what `cairn audit sign` wrote");
            }
            if (!Json.write(json).equals(content)) {
                throw new MalformedJson("not in the one spelling that it is signed in");
            }
            Envelope envelope = Envelope.parse(Json.write(json.object("envelope")));
            ReviewFile review = statement(envelope, papers(json));
            review.requirePapers();
            return review;
        } catch (MalformedJson
                | MalformedEnvelope
                | MalformedKey
                | AuditException
                | IllegalArgumentException
                | DateTimeException e) {
            throw new AuditException(
                    file + ": is no signed review: " + e.getMessage() + ". Ask the auditor for the file again", e);
        }
    }

    /// Who signed a statement, as that says; empty where it is none.
    public static Optional<String> auditorOf(Bytes envelope) {
        try {
            return Optional.of(
                    Json.parseObject(Envelope.parse(envelope).payload()).text("auditor"));
        } catch (MalformedEnvelope | MalformedJson _) {
            return Optional.empty();
        }
    }

    static PackPapers papers(JsonObject json) throws MalformedJson {
        return new PackPapers(base64(json, "sums"), base64(json, "manifest"));
    }

    private static Bytes base64(JsonObject json, String name) throws MalformedJson {
        return StrictBase64.decode(json.text(name))
                .orElseThrow(() -> new MalformedJson("member \"" + name + "\" is not strict base64"));
    }

    private static ReviewFile statement(Envelope envelope, PackPapers papers)
            throws MalformedJson, MalformedKey, AuditException {
        if (!envelope.payloadType().equals(TYPE)) {
            throw new MalformedJson("its payload type is not " + TYPE);
        }
        JsonObject said = Json.parseObject(envelope.payload());
        if (!said.members().keySet().equals(STATEMENT) || said.integer("version") != 1) {
            throw new MalformedJson("it was written by a newer version, with members "
                    + said.members().keySet());
        }
        Ed25519PublicKey key = Ed25519PublicKey.parseSpki(Bytes.parseHex(said.text("spki")));
        if (envelope.signatures().size() != 1 || !envelope.isSignedBy(key)) {
            throw new MalformedJson("the signature by the key it names does not verify: what was signed was changed");
        }
        requireName(said.text("auditor"));
        List<MarkedItem> marks = new ArrayList<>();
        Set<AuditItem> items = new HashSet<>();
        for (Json mark : said.array("marks")) {
            MarkedItem read = MarkedItem.of(mark);
            if (!items.add(read.item())) {
                throw new MalformedJson(read.item().text() + " is marked twice");
            }
            marks.add(read);
        }
        if (marks.isEmpty() || said.integer("unmarked") < 0 || said.integer("unmarked") > Integer.MAX_VALUE) {
            throw new MalformedJson("it marks nothing");
        }
        return new ReviewFile(
                PackName.of(said.object("pack")),
                papers,
                said.text("auditor"),
                key,
                Instant.parse(said.text("signedAt")),
                marks,
                (int) said.integer("unmarked"),
                envelope);
    }

    private void requirePapers() throws MalformedJson {
        papers.files();
        if (!Digest.sha256(papers.sums()).equals(pack.sums()) || !papers.name().equals(pack)) {
            throw new MalformedJson("the pack's papers in it are not those of the pack that was signed");
        }
    }
}
