package org.cairn.checklist.codec;

import java.util.Collection;
import java.util.List;
import org.cairn.checklist.event.ErasureEvent;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonText;

/// Events about erasure and retention to JSON. [ErasureReading] is the way back.
final class ErasureWriting {
    private final Json.Builder json;

    private ErasureWriting(Json.Builder json) {
        this.json = json;
    }

    static void write(Json.Builder json, ErasureEvent event) {
        ErasureWriting writing = new ErasureWriting(json);
        switch (event) {
            case ErasureEvent.EvidenceErased erased -> writing.evidence(erased);
            case ErasureEvent.PayloadErased erased -> writing.payload(erased);
            case ErasureEvent.ErasureFollowed followed -> writing.followed(followed);
            case ErasureEvent.RetentionRuleSet rule -> writing.rule(rule);
            case ErasureEvent.LegalHoldPlaced hold -> writing.placed(hold);
            case ErasureEvent.LegalHoldLifted lifted ->
                json.with("hold", lifted.hold()).with("reason", EventWriting.ref(lifted.reason()));
            case ErasureEvent.BackupMade backup -> writing.backup(backup);
            case ErasureEvent.RollbackAcknowledged acknowledged -> writing.acknowledged(acknowledged);
        }
    }

    private void evidence(ErasureEvent.EvidenceErased event) {
        json.with("evidence", event.evidence().hex()).with("further", event.further());
        erasure(event);
    }

    private void payload(ErasureEvent.PayloadErased event) {
        json.with("erased", event.erased());
        erasure(event);
    }

    private void erasure(ErasureEvent.Erasure event) {
        json.with("payloads", digests(event.payloads()))
                .with("reason", event.reason().name())
                .with("explanation", EventWriting.ref(event.explanation()));
        event.override().ifPresent(why -> json.with("override", EventWriting.ref(why)));
    }

    private void followed(ErasureEvent.ErasureFollowed event) {
        json.with("erasure", event.erasure())
                .with("payloads", digests(event.payloads()))
                .with("further", event.further());
        event.evidence().ifPresent(evidence -> json.with("evidence", evidence.hex()));
    }

    private void rule(ErasureEvent.RetentionRuleSet event) {
        json.with("appliesTo", event.appliesTo())
                .with("bound", event.bound().name())
                .with("reason", EventWriting.ref(event.reason()));
        event.period().ifPresent(period -> json.with("period", period.toString()));
    }

    private void placed(ErasureEvent.LegalHoldPlaced event) {
        json.with("evidence", EventWriting.ids(event.evidence()))
                .with(
                        "subjects",
                        event.subjects().stream()
                                .<Json>map(subject -> new JsonText(subject.text()))
                                .toList())
                .with("reason", EventWriting.ref(event.reason()));
    }

    private void backup(ErasureEvent.BackupMade event) {
        json.with("sums", event.sums().hex())
                .with("sizeBytes", event.sizeBytes())
                .with("size", event.size())
                .with("root", event.root().hex());
        event.keys().ifPresent(keys -> json.with("keys", keys.hex()));
    }

    private void acknowledged(ErasureEvent.RollbackAcknowledged event) {
        json.with("knownSize", event.knownSize())
                .with("knownRoot", event.knownRoot().hex())
                .with("size", event.size())
                .with("root", event.root().hex())
                .with("reason", EventWriting.ref(event.reason()));
    }

    private static List<Json> digests(Collection<Digest> digests) {
        return digests.stream().<Json>map(digest -> new JsonText(digest.hex())).toList();
    }
}
