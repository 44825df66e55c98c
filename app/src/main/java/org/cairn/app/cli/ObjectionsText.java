package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cairn.app.objection.Objection;
import org.cairn.app.objection.ObjectionKind;
import org.cairn.app.objection.ObjectionWords;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;

/// What an auditor would send back, for a person and for programs.
record ObjectionsText(ObjectionWords words) {
    private static final int ROWS_NAMED = 3;

    /// `14: 3 stale, 11 not-answered`.
    static String counts(List<Objection> objections) {
        String kinds = byKind(objections).entrySet().stream()
                .map(kind -> kind.getValue().size() + " " + kind.getKey().code())
                .collect(Collectors.joining(", "));
        return objections.size() + (kinds.isEmpty() ? "" : ": " + kinds);
    }

    private static Map<ObjectionKind, List<Objection>> byKind(List<Objection> objections) {
        return objections.stream()
                .collect(Collectors.groupingBy(
                        Objection::kind, () -> new EnumMap<>(ObjectionKind.class), Collectors.toList()));
    }

    /// @param most lines of each kind
    void print(PrintStream out, List<Objection> objections, int most) {
        out.println(counts(objections));
        byKind(objections).forEach((kind, each) -> {
            out.println();
            out.println("▲ " + words.title(kind) + " (" + kind.code() + "): " + words.mend(kind));
            Table table = new Table("row", "evidence", "what an auditor would say");
            each.stream()
                    .limit(most)
                    .forEach(objection -> table.row(rows(objection), evidence(objection), words.said(objection)));
            table.printTo(out);
            if (each.size() > most) {
                out.println("and " + (each.size() - most) + " more: --kind " + kind.code());
            }
        });
    }

    void csv(PrintStream out, List<Objection> objections) {
        Csv csv = new Csv(out);
        csv.row("kind", "field", "rows", "evidence", "said", "mend");
        objections.forEach(objection -> csv.row(
                objection.kind().code(),
                objection.kind().field().code(),
                objection.subjects().stream().map(Subject::text).collect(Collectors.joining(" | ")),
                objection.evidence().map(EvidenceId::hex).orElse(""),
                words.said(objection),
                words.mend(objection.kind())));
    }

    Json json(List<Objection> objections) {
        Json.Builder counts = Json.object();
        Map<ObjectionKind, List<Objection>> byKind = byKind(objections);
        for (ObjectionKind kind : ObjectionKind.values()) {
            counts.with(kind.code(), byKind.getOrDefault(kind, List.of()).size());
        }
        return Json.object()
                .with("counts", counts.build())
                .with(
                        "objections",
                        new JsonArray(objections.stream().map(this::json).toList()))
                .build();
    }

    private Json json(Objection objection) {
        return Json.object()
                .with("kind", objection.kind().code())
                .with("subject", objection.first().text())
                .with("field", objection.kind().field().code())
                .with(
                        "subjects",
                        JsonOutput.texts(
                                objection.subjects().stream().map(Subject::text).toList()))
                .with("evidence", JsonOutput.text(objection.evidence().map(EvidenceId::hex)))
                .with("said", JsonOutput.text(words.said(objection)))
                .with("mend", words.mend(objection.kind()))
                .build();
    }

    private static String rows(Objection objection) {
        List<Subject> all = objection.subjects();
        String named = all.stream().limit(ROWS_NAMED).map(Subject::text).collect(Collectors.joining(" "));
        return all.size() > ROWS_NAMED ? named + " +" + (all.size() - ROWS_NAMED) : named;
    }

    private static String evidence(Objection objection) {
        return objection.evidence().map(EvidenceId::shortForm).orElse("-");
    }
}
