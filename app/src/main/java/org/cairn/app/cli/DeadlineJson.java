package org.cairn.app.cli;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.workspace.DeadlineLine;
import org.cairn.app.workspace.StartedDeadline;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.calendar.DeadlineStanding;
import org.cairn.checklist.deadline.DeadlineRule;
import org.cairn.checklist.deadline.DeadlineStart;
import org.cairn.checklist.deadline.Limit;
import org.cairn.checklist.deadline.Reckoning;
import org.cairn.checklist.deadline.StartEvent;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNull;

/// Deadlines for a program; the shapes stand in `docs/commands.md`.
final class DeadlineJson {
    private DeadlineJson() {}

    static Json rule(DeadlineRule rule) {
        return Json.object()
                .with("rule", rule.id().value())
                .with("framework", rule.framework().value())
                .with("title", rule.title())
                .with(
                        "requirements",
                        JsonOutput.texts(rule.requirements().stream()
                                .map(RequirementId::number)
                                .toList()))
                .with("citation", rule.citation())
                .with(
                        "limits",
                        JsonOutput.texts(rule.limits().stream().map(Limit::text).toList()))
                .with("startsWith", JsonOutput.texts(Ids.texts(rule.required())))
                .with("binds", JsonOutput.texts(rule.binds()))
                .with("sense", word(rule.sense()))
                .with("weekend", word(rule.weekend().move()))
                .with("weekendCitation", rule.weekend().citation())
                .with(
                        "extension",
                        JsonOutput.text(
                                rule.extension().map(extension -> extension.by() + " (" + extension.citation() + ")")))
                .with("rounds", word(rule.repeats()))
                .with("source", word(rule.source()))
                .with("note", rule.note())
                .build();
    }

    static Json started(StartedDeadline started) {
        return reckoning(Json.object(), started.reckoning())
                .with("entry", started.entry())
                .with("deadline", started.id().hex())
                .build();
    }

    static Json standing(DeadlineStanding standing) {
        return of(standing).build();
    }

    static Json line(DeadlineLine line) {
        return of(line.standing())
                .with("matter", JsonOutput.text(line.matter()))
                .with("by", JsonOutput.text(line.by()))
                .build();
    }

    /// For a posture: what should have been done by then.
    static Json overdue(DeadlineLine line) {
        DeadlineStanding standing = line.standing();
        return Json.object()
                .with("deadline", standing.deadline().id().hex())
                .with("rule", standing.deadline().rule().value())
                .with("title", JsonOutput.text(standing.rule().map(DeadlineRule::title)))
                .with("due", instant(standing.reckoning().due().map(Reckoning.Due::at)))
                .build();
    }

    private static Json.Builder of(DeadlineStanding standing) {
        DeadlineStart start = standing.deadline().start();
        return reckoning(Json.object(), standing.reckoning())
                .with("deadline", standing.deadline().id().hex())
                .with("entry", standing.deadline().started().entry())
                .with("rule", standing.deadline().rule().value())
                .with("title", JsonOutput.text(standing.rule().map(DeadlineRule::title)))
                .with("state", word(standing.state()))
                .with(
                        "starts",
                        start.starts().entrySet().stream()
                                .map(DeadlineJson::start)
                                .toList())
                .with("zone", start.zone().getId())
                .with("holidaysOf", JsonOutput.text(start.holidays().place()))
                .with("met", standing.rounds().stream().map(DeadlineJson::round).toList())
                .with("changed", JsonOutput.text(standing.otherThanRecorded()));
    }

    private static Json.Builder reckoning(Json.Builder json, Reckoning reckoning) {
        return json.with("due", instant(reckoning.due().map(Reckoning.Due::at)))
                .with("dueWithoutMoving", instant(reckoning.due().map(Reckoning.Due::unmoved)))
                .with(
                        "decidedBy",
                        JsonOutput.text(
                                reckoning.due().map(due -> due.decidedBy().text())))
                .with(
                        "steps",
                        JsonOutput.texts(reckoning.steps().stream()
                                .map(Reckoning.Step::text)
                                .toList()))
                .with("assumptions", JsonOutput.texts(reckoning.assumptions()))
                .with("problem", JsonOutput.text(reckoning.problem()));
    }

    private static Json start(Map.Entry<StartEvent, Instant> start) {
        return Json.object()
                .with("event", start.getKey().name())
                .with("at", start.getValue().toString())
                .build();
    }

    private static Json round(DeadlineStanding.Round round) {
        return Json.object()
                .with("at", round.metAt().toString())
                .with("late", new JsonFlag(round.late()))
                .build();
    }

    static Json instant(Optional<Instant> at) {
        return at.<Json>map(time -> Json.text(time.toString())).orElse(new JsonNull());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
