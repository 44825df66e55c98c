package org.cairn.proof.witness;

import java.time.Instant;
import java.util.List;
import org.cairn.proof.Json;

/// A statement about witnesses for programs; the members are described in `docs/verify.md`.
public final class WitnessJson {
    private WitnessJson() {}

    /// `statement`, `witnessed`, `of`, `quorum`, `quorumSize`, `size`, `lastAnchor`, `lastAnchorAgeDays`, `details`.
    /// @param asOf the clock of the one who asks
    public static Json.Builder of(WitnessStatement statement, Instant asOf) {
        return Json.object()
                .with("statement", statement.headline(asOf))
                .with("witnessed", statement.vouching().size())
                .with("of", statement.witnesses())
                .with("quorum", statement.threshold())
                .with(
                        "quorumSize",
                        statement.quorumSize().<Json>map(Json::number).orElseGet(Json.JsonNull::new))
                .with("size", statement.now().size())
                .with(
                        "lastAnchor",
                        statement
                                .lastAnchor()
                                .<Json>map(at -> Json.text(at.toString()))
                                .orElseGet(Json.JsonNull::new))
                .with(
                        "lastAnchorAgeDays",
                        statement
                                .lastAnchor()
                                .<Json>map(at ->
                                        Json.number(Math.floorDiv(asOf.getEpochSecond() - at.getEpochSecond(), 86_400)))
                                .orElseGet(Json.JsonNull::new))
                .with(
                        "details",
                        statement.details(asOf).stream().<Json>map(Json::text).toList());
    }

    /// One object for each witness that cosigned: `name`, `size`, `root`, `claimedAt`.
    public static List<Json> witnesses(WitnessStatement statement) {
        return statement.vouching().stream()
                .<Json>map(word -> Json.object()
                        .with("name", word.witness())
                        .with("size", word.at().size())
                        .with("root", word.at().root().hex())
                        .with("claimedAt", word.claimedAt().toString())
                        .build())
                .toList();
    }
}
