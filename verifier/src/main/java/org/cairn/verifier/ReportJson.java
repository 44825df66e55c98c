package org.cairn.verifier;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.cairn.proof.Defect;
import org.cairn.proof.Json;
import org.cairn.proof.Verdict;
import org.cairn.proof.witness.WitnessJson;

/// A report as one line of JSON.
final class ReportJson {
    private ReportJson() {}

    static String of(Report report, Instant asOf) {
        String verdict = switch (report.verdict()) {
            case Verdict.Intact _ -> "intact";
            case Verdict.Broken _ -> "broken";
            case Verdict.Incomplete _ -> "incomplete";
        };
        Json.Builder json = common(verdict, report.defects(), report.missing(), witnesses(report))
                .with("limits", texts(Report.witnessLimits(report.witnesses(), asOf)))
                .with("notes", texts(report.notes()))
                .with(
                        "checked",
                        Json.object()
                                .with("files", report.counts().files())
                                .with("entries", report.counts().entries())
                                .with("openings", report.counts().openings())
                                .with("withheld", report.counts().withheld())
                                .build());
        report.witnesses()
                .ifPresent(found -> json.with(
                        "witnessing",
                        WitnessJson.of(found.statement(), asOf)
                                .with("policy", source(found.policy()))
                                .build()));
        report.shown()
                .ifPresent(shown -> json.with(
                        "asOf",
                        Json.object()
                                .with("validAt", shown.validAt().toString())
                                .with("knownAt", shown.knownAt().toString())
                                .with("knownBy", shown.knownBy().code())
                                .with("entries", shown.entries())
                                .build()));
        report.checkpoint()
                .ifPresent(at -> json.with(
                        "checkpoint",
                        Json.object()
                                .with("origin", at.origin())
                                .with("size", at.size())
                                .with("root", at.root().hex())
                                .build()));
        report.root()
                .ifPresent(root -> json.with(
                        "root",
                        Json.object()
                                .with("fingerprint", root.fingerprint().hex())
                                .with("source", source(root.source()))
                                .build()));
        return Json.write(json.build()).asUtf8();
    }

    private static String source(Report.Source source) {
        return source.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Json> witnesses(Report report) {
        return report.witnesses()
                .map(found -> WitnessJson.witnesses(found.statement()))
                .orElse(List.of());
    }

    /// For input that could not be judged.
    static String refused(String problem) {
        return Json.write(common("refused", List.of(), List.of(), List.of())
                        .with("problem", problem)
                        .build())
                .asUtf8();
    }

    private static Json.Builder common(
            String verdict, List<Defect> defects, List<String> missing, List<Json> witnesses) {
        return Json.object()
                .with("verdict", verdict)
                .with("defects", defects.stream().map(ReportJson::defect).toList())
                .with("missing", texts(missing))
                .with("witnesses", witnesses);
    }

    private static Json defect(Defect defect) {
        return Json.object()
                .with("file", defect.file())
                .with("entry", defect.entry().<Json>map(Json::number).orElseGet(Json.JsonNull::new))
                .with("problem", MemberName.printable(defect.problem()))
                .build();
    }

    private static List<Json> texts(List<String> values) {
        return values.stream()
                .<Json>map(value -> Json.text(MemberName.printable(value)))
                .toList();
    }
}
