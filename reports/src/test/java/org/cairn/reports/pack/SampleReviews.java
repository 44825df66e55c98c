package org.cairn.reports.pack;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.event.AuditItem;
import org.cairn.checklist.event.AuditMark;
import org.cairn.checklist.event.HandbackEvent.AuditReviewReceived;
import org.cairn.checklist.event.HandbackEvent.AuditorRemarked;
import org.cairn.checklist.event.HandbackEvent.Counts;
import org.cairn.evidence.PayloadRef;
import org.cairn.ledger.key.EntrySigner;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.KeyId;
import org.cairn.reports.pack.PackContent.Text;

/// A pack with reviews that an auditor signed: one that is passed on as it was signed, and others of which the owner of
/// the ledger recorded something else. The auditor's key is that of the sample's collectors.
final class SampleReviews {
    static final List<String> LIES = List.of(
            "signer", "key", "mark", "words", "due", "unsaid", "dropped", "count", "unmarked", "time", "type", "form");
    private static final String TYPE = "application/vnd.cairn.audit-review.v1+json";
    private static final LocalDate DUE = LocalDate.of(2026, 12, 24);
    private static final AuditItem ITEM = new AuditItem.Row(new ControlId("LOG-1"));
    private static final AuditItem OTHER = new AuditItem.Row(new ControlId("NET-4"));

    private final SampleWorkspace sample;
    private final SortedMap<Long, String> lies = new TreeMap<>();
    private int number;

    private SampleReviews(SampleWorkspace sample) {
        this.sample = sample;
    }

    /// @param lies what is wrong, by the entry of the review; those of its remarks follow it
    record Written(Path zip, long sound, SortedMap<Long, String> lies) {}

    /// @param folder an empty one
    static Written write(Path folder) throws Exception {
        try (SampleWorkspace sample = new SampleWorkspace(folder.resolve("workspace"))) {
            SampleReviews reviews = new SampleReviews(sample);
            long sound = reviews.record("");
            for (String lie : LIES) {
                reviews.lies.put(reviews.record(lie), lie);
            }
            Path zip = folder.resolve("reviews.zip");
            sample.writer().write(sample.content(), zip);
            return new Written(zip, sound, reviews.lies);
        }
    }

    private long record(String lie) throws Exception {
        number++;
        Instant signedAt = SampleWorkspace.NOW.minusSeconds(number);
        String words = "Show the rotation of " + number + " weeks.";
        EntrySigner auditor = sample.collector();
        PayloadRef stored =
                sample.put(lie.equals("form") ? Bytes.utf8("review " + number) : signed(lie, signedAt, words, auditor));
        Digest file = Digest.sha256(Bytes.utf8("file " + number));
        KeyId named = lie.equals("key") ? sample.person().keyId() : auditor.keyId();
        long entry = sample.byPerson(new AuditReviewReceived(
                file,
                named,
                auditor.spki(),
                1,
                lie.equals("time") ? signedAt.minusSeconds(1000) : signedAt,
                new Counts(1, lie.equals("count") ? 0 : 1, 0, lie.equals("unmarked") ? 0 : 7),
                stored));
        sample.show(new Text(entry, "review", stored));
        if (!lie.equals("dropped")) {
            remark(lie, file, words);
        }
        return entry;
    }

    private void remark(String lie, Digest file, String words) throws Exception {
        PayloadRef said = sample.put(Bytes.utf8(lie.equals("words") ? "All is well." : words));
        long entry = sample.byPerson(new AuditorRemarked(
                file,
                lie.equals("unsaid") ? OTHER : ITEM,
                lie.equals("mark") ? AuditMark.MORE_NEEDED : AuditMark.OBJECTION,
                Optional.of(lie.equals("due") ? DUE.plusYears(1) : DUE),
                Optional.of(said)));
        sample.show(new Text(entry, "remark", said));
    }

    private Bytes signed(String lie, Instant signedAt, String words, EntrySigner auditor) {
        Bytes statement = Json.write(Json.object()
                .with("version", 1)
                .with("auditor", "Clara Vogt")
                .with("spki", auditor.spki().hex())
                .with("signedAt", signedAt.toString())
                .with("pack", Json.object().build())
                .with(
                        "marks",
                        List.of(
                                Json.object()
                                        .with("item", "dora:Art. 9(4)(b)")
                                        .with("mark", "accepted")
                                        .build(),
                                Json.object()
                                        .with("item", ITEM.text())
                                        .with("mark", "objection")
                                        .with("remark", words)
                                        .with("due", DUE.toString())
                                        .build()))
                .with("unmarked", 7)
                .build());
        EntrySigner signer = lie.equals("signer") ? sample.person() : auditor;
        return signer.sign(lie.equals("type") ? "text/plain" : TYPE, statement).encode();
    }
}
