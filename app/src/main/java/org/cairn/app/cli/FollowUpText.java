package org.cairn.app.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.FollowUp;
import org.cairn.app.workspace.FollowUp.Accepted;
import org.cairn.app.workspace.FollowUp.Answered;
import org.cairn.app.workspace.FollowUp.Open;
import org.cairn.app.workspace.FollowUpWords;
import org.cairn.frameworks.Language;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNull;

/// The follow-up list, for a person and for programs.
record FollowUpText(List<FollowUp> lines, LocalDate today, Language language) {
    void print(PrintStream out) {
        FollowUpWords words = new FollowUpWords(language);
        out.println(words.counts(lines, today));
        if (lines.isEmpty()) {
            return;
        }
        Table table = new Table(words.heads().toArray(String[]::new));
        for (FollowUp line : lines) {
            table.row(
                    Long.toString(line.entry()),
                    AuditListCommand.name(line.item()),
                    words.mark(line.mark()),
                    line.due().map(Object::toString).orElse("-"),
                    (line.overdue(today) ? "▲ " : "") + words.state(line, today),
                    line.auditorName().orElse(line.auditor().hex().substring(0, 12)),
                    line.remark().orElse(words.erased()).replace('\n', ' '));
        }
        table.printTo(out);
    }

    void csv(PrintStream out) {
        Csv csv = new Csv(out);
        csv.row(
                "entry",
                "item",
                "mark",
                "due",
                "overdue",
                "state",
                "reopened",
                "answered by",
                "answer entry",
                "note",
                "auditor",
                "key",
                "pack",
                "remark");
        for (FollowUp line : lines) {
            Optional<Answered> answer = answer(line);
            csv.row(
                    Long.toString(line.entry()),
                    line.item().text(),
                    line.mark().code(),
                    line.due().map(Object::toString).orElse(""),
                    Boolean.toString(line.overdue(today)),
                    code(line.state()),
                    Boolean.toString(line.reopened()),
                    answer.map(Answered::who).orElse(""),
                    answer.map(each -> Long.toString(each.by())).orElse(""),
                    answer.flatMap(Answered::note).orElse(""),
                    line.auditorName().orElse(""),
                    line.auditor().hex(),
                    Long.toString(line.pack()),
                    line.remark().orElse(""));
        }
    }

    Json json() {
        return Json.object()
                .with("asOf", today.toString())
                .with(
                        "open",
                        lines.stream()
                                .filter(line -> line.state() instanceof Open)
                                .count())
                .with(
                        "overdue",
                        lines.stream().filter(line -> line.overdue(today)).count())
                .with("lines", new JsonArray(lines.stream().map(this::json).toList()))
                .build();
    }

    private Json json(FollowUp line) {
        Optional<Answered> answer = answer(line);
        return Json.object()
                .with("entry", line.entry())
                .with("item", line.item().text())
                .with("mark", line.mark().code())
                .with("remark", JsonOutput.text(line.remark()))
                .with("due", JsonOutput.text(line.due().map(Object::toString)))
                .with("overdue", new JsonFlag(line.overdue(today)))
                .with("state", code(line.state()))
                .with("reopened", new JsonFlag(line.reopened()))
                .with("auditor", JsonOutput.text(line.auditorName()))
                .with("key", line.auditor().hex())
                .with("pack", line.pack())
                .with(
                        "answer",
                        answer.<Json>map(each -> Json.object()
                                        .with("entry", each.entry())
                                        .with("by", each.by())
                                        .with("who", JsonOutput.text(each.who()))
                                        .with("at", each.at().toString())
                                        .with("note", JsonOutput.text(each.note()))
                                        .build())
                                .orElse(new JsonNull()))
                .build();
    }

    private static Optional<Answered> answer(FollowUp line) {
        return line.state() instanceof Answered answered ? Optional.of(answered) : Optional.empty();
    }

    private static String code(FollowUp.State state) {
        return switch (state) {
            case Open _ -> "open";
            case Answered _ -> "answered";
            case Accepted _ -> "accepted";
        };
    }
}
