package org.cairn.app.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.causality.Edge;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.decision.Attribution;
import org.cairn.causality.decision.ContextCheck;
import org.cairn.causality.decision.Decision;
import org.cairn.causality.decision.DecisionLog;
import org.cairn.causality.decision.Replay;
import org.cairn.causality.ingest.RejectedLine;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonNull;

/// Decisions as JSON or for a person.
record DecisionListing(RuntimeRecord record, DecisionLog log, List<Replay> replays, ContextCheck check) {
    Json.Builder json() {
        List<Json> refused = new ArrayList<>();
        for (RejectedLine line : log.refused()) {
            refused.add(Json.object()
                    .with("line", line.number())
                    .with("offset", line.offset())
                    .with("reason", JsonOutput.text(line.reason()))
                    .build());
        }
        return Json.object()
                .with(
                        "log",
                        Json.object()
                                .with("file", log.file().toString())
                                .with("sha256", log.sha256().hex())
                                .with("lines", log.lines())
                                .with("decisions", log.decisions().size())
                                .with("refusedLines", log.refusedLines())
                                .with("refused", new JsonArray(refused))
                                .build())
                .with(
                        "decisions",
                        new JsonArray(replays.stream().map(this::decision).toList()));
    }

    private Json decision(Replay replay) {
        Decision decision = replay.decision();
        return Json.object()
                .with("id", JsonOutput.text(decision.id()))
                .with("at", decision.at().toString())
                .with("until", JsonOutput.text(decision.until().map(Object::toString)))
                .with("model", JsonOutput.text(decision.model()))
                .with("host", JsonOutput.text(decision.host()))
                .with("pid", number(decision.pid()))
                .with("client", JsonOutput.text(decision.client().map(client -> client.text())))
                .with("server", JsonOutput.text(decision.server().map(server -> server.text())))
                .with(
                        "promptSha256",
                        JsonOutput.text(
                                decision.prompt().map(prompt -> prompt.sha256().hex())))
                .with(
                        "promptDigest",
                        JsonOutput.text(decision.prompt().map(prompt -> prompt.computed() ? "computed" : "stated")))
                .with(
                        "context",
                        new JsonArray(decision.context().stream()
                                .map(document -> document(replay, document))
                                .toList()))
                .with("policy", JsonOutput.text(decision.policy()))
                .with("approver", JsonOutput.text(decision.approver()))
                .with("promptTokens", number(decision.tokens().prompt()))
                .with("completionTokens", number(decision.tokens().completion()))
                .with("totalTokens", number(decision.tokens().total()))
                .with("cost", JsonOutput.text(decision.cost().map(BigDecimal::toPlainString)))
                .with("joined", joined(replay.attribution()))
                .with("line", decision.line())
                .with("offset", decision.offset())
                .with("recordSha256", decision.recordSha256().hex())
                .build();
    }

    private Json document(Replay replay, Decision.Context document) {
        return Json.object()
                .with("path", JsonOutput.text(document.path()))
                .with("sha256", JsonOutput.text(document.sha256().map(digest -> digest.hex())))
                .with("file", words(check.found(document)))
                .with(
                        "readAt",
                        JsonOutput.text(replay.readAt(record.graph(), document)
                                .map(at -> at.time().toString())))
                .build();
    }

    private static String words(ContextCheck.Found found) {
        return found.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Json joined(Attribution attribution) {
        Optional<ProcessNode> process = RuntimeDecisionsCommand.process(attribution);
        return Json.object()
                .with("by", by(attribution))
                .with("process", JsonOutput.text(process.map(new RuntimeText(record.graph())::node)))
                .with(
                        "since",
                        JsonOutput.text(process.map(node -> node.since().time().toString())))
                .with("why", JsonOutput.text(why(attribution)))
                .build();
    }

    private static String by(Attribution attribution) {
        return switch (attribution) {
            case Attribution.ByProcess _ -> "process";
            case Attribution.ByConnection _ -> "connection";
            case Attribution.NotJoined _ -> "not-joined";
        };
    }

    private static Optional<String> why(Attribution attribution) {
        return switch (attribution) {
            case Attribution.ByProcess _ -> Optional.empty();
            case Attribution.ByConnection(ProcessNode _, Edge edge) ->
                Optional.of("the only one of the record with such a connection, since "
                        + edge.at().time());
            case Attribution.NotJoined(String why) -> Optional.of(why);
        };
    }

    private static Json number(Optional<Long> number) {
        return number.<Json>map(Json::number).orElse(new JsonNull());
    }

    void printTo(PrintStream out) {
        out.println(Table.printable(log.file().toString()) + ": "
                + log.decisions().size() + " decisions, " + log.refusedLines() + " lines refused");
        log.refused().stream()
                .limit(5)
                .forEach(line -> out.println("  line " + line.number() + ": " + Table.printable(line.reason())));
        for (Replay replay : replays) {
            printTo(out, replay);
        }
    }

    private void printTo(PrintStream out, Replay replay) {
        Decision decision = replay.decision();
        out.println(decision.at() + "  " + Table.printable(decision.id().orElse("without an id")) + "  "
                + Table.printable(decision.model().orElse("model not told"))
                + decision.tokens()
                        .total()
                        .map(count -> "  " + count + " tokens")
                        .orElse("")
                + decision.cost().map(cost -> "  cost " + cost.toPlainString()).orElse("")
                + decision.policy()
                        .map(policy -> "  policy " + Table.printable(policy))
                        .orElse("")
                + decision.approver()
                        .map(who -> "  approved by " + Table.printable(who))
                        .orElse(""));
        Optional<ProcessNode> process = RuntimeDecisionsCommand.process(replay.attribution());
        out.println("  "
                + process.map(node -> "made by " + Table.printable(new RuntimeText(record.graph()).node(node)))
                        .orElse("not joined")
                + why(replay.attribution())
                        .map(why -> ": " + Table.printable(why))
                        .orElse(""));
        for (Decision.Context document : decision.context()) {
            String read = replay.readAt(record.graph(), document)
                    .map(at -> "opened by it at " + at.time())
                    .orElse("no record that it opened it");
            out.println("  retrieved " + Table.printable(document.path()) + ": " + read + "; "
                    + switch (check.found(document)) {
                        case MATCHES -> "the file given has the digest of the log";
                        case DIFFERS -> "THE FILE GIVEN IS ANOTHER: its digest differs from the log's";
                        case NOT_GIVEN -> "its file was not given";
                        case NO_DIGEST -> "the log states no digest of it";
                    });
        }
    }
}
