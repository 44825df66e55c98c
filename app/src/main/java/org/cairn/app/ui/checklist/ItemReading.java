package org.cairn.app.ui.checklist;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cairn.app.ui.desk.Freshness;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.ContradictionWords;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Reasons;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.AnswerTexts;
import org.cairn.app.workspace.HistoryLine;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Maturity;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.check.CheckResult;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.posture.Contradiction;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.frameworks.ControlWords;
import org.cairn.frameworks.Guidance;
import org.cairn.frameworks.Language;
import org.cairn.frameworks.Said;

/// Puts what is recorded about one control into lines.
final class ItemReading {
    private final Library library;
    private final Titles titles;
    private final Moments moments;
    private final Reasons reasons;
    private final ContradictionWords contradictions;
    private final Texts texts = Texts.beside(ItemReading.class);
    private final Texts kit = Texts.beside(Texts.class);

    ItemReading(Library library, ZoneId zone) {
        this.library = library;
        this.titles = library.titles();
        this.moments = new Moments(zone, kit);
        this.reasons = new Reasons(kit, moments);
        this.contradictions = new ContradictionWords(kit);
    }

    String contradiction(Contradiction contradiction, Snapshot now) {
        return contradictions.of(contradiction, now.posture());
    }

    Optional<String> cover(Asked asked) {
        return asked.cover().map(cover -> texts.text("item.cover", moments.day(cover.until()), cover.entry()));
    }

    List<ItemLines.CheckLine> checks(ControlPosture posture) {
        return posture.checks().stream().map(this::check).toList();
    }

    private ItemLines.CheckLine check(CheckResult result) {
        Optional<CheckDefinition> definition = library.checks().check(result.check());
        return new ItemLines.CheckLine(
                result.check().value(),
                definition.map(library.titles()::of).orElse(result.check().value()),
                Mark.of(result.outcome()),
                reasons.of(result.outcome()),
                definition
                        .map(library.titles()::remediation)
                        .filter(_ -> result.outcome() instanceof Outcome.NotSatisfied));
    }

    List<ItemLines.EvidenceLine> evidence(Asked asked, Snapshot now) {
        List<RecordedEvidence> bearing = switch (asked) {
            case Asked.OfControl(ControlPosture control) -> now.evidenceFor(control, library);
            case Asked.OfRequirement(RequirementPosture requirement) ->
                now.evidence().stream()
                        .filter(piece -> requirement.linked().contains(piece.id()))
                        .toList();
        };
        return bearing.stream().map(recorded -> evidence(recorded, now)).toList();
    }

    private ItemLines.EvidenceLine evidence(RecordedEvidence recorded, Snapshot now) {
        Freshness freshness = Freshness.of(recorded, library, now.posture().validAt());
        return new ItemLines.EvidenceLine(
                recorded.id(),
                recorded.evidence()
                        .fact("title")
                        .orElse(recorded.evidence().collector().value()),
                moments.minute(recorded.evidence().observedAt()),
                moments.span(freshness.age()),
                freshness.mark());
    }

    /// The requirements of adopted frameworks that the control reaches, in reading order.
    List<ItemLines.MappedLine> mapped(Asked asked, Snapshot now) {
        return switch (asked) {
            case Asked.OfControl(ControlPosture control) ->
                mapped(control.control().id(), now);
            case Asked.OfRequirement(RequirementPosture itself) -> List.of(itself(itself, now));
        };
    }

    /// What it asks, in the place where that stands for the requirements of a control.
    private ItemLines.MappedLine itself(RequirementPosture posture, Snapshot now) {
        Requirement requirement = posture.requirement();
        Optional<Guidance> guidance = library.frameworks().guidance(requirement.id());
        return new ItemLines.MappedLine(
                now.posture()
                        .framework(requirement.id().framework())
                        .map(framework -> titles.of(framework.framework()))
                        .orElse(requirement.id().framework().value()),
                requirement.id().number(),
                titles.of(requirement),
                texts.text("mapped.itself"),
                texts.text("mapped.itself.why"),
                guidance.map(Guidance::plain),
                guidance.map(Guidance::evidence).orElse(List.of()),
                Mark.of(posture.state()));
    }

    private List<ItemLines.MappedLine> mapped(ControlId control, Snapshot now) {
        return library.mappings(control).stream()
                .flatMap(mapping -> now
                        .posture()
                        .framework(mapping.requirement().framework())
                        .stream()
                        .flatMap(framework -> requirement(framework, mapping.requirement()).stream()
                                .map(requirement -> mapped(mapping, framework, requirement))))
                .toList();
    }

    private ItemLines.MappedLine mapped(Mapping mapping, FrameworkPosture framework, RequirementPosture requirement) {
        Optional<Guidance> guidance =
                library.frameworks().guidance(requirement.requirement().id());
        return new ItemLines.MappedLine(
                titles.of(framework.framework()),
                requirement.requirement().id().number(),
                titles.of(requirement.requirement()),
                texts.text(
                        "mapped.relation", kit.text("relation." + Texts.keyOf(mapping.relation())), mapping.strength()),
                mapping.rationale(),
                guidance.map(Guidance::plain),
                guidance.map(Guidance::evidence).orElse(List.of()),
                Mark.of(requirement.state()));
    }

    /// Empty where nothing is written about it.
    Optional<ItemLines.GuidanceLine> guidance(Asked asked) {
        return switch (asked) {
            case Asked.OfControl(ControlPosture control) -> guidance(control);
            case Asked.OfRequirement(RequirementPosture requirement) ->
                library.frameworks().guidance(requirement.requirement().id()).map(this::guidance);
        };
    }

    private ItemLines.GuidanceLine guidance(Guidance guidance) {
        return new ItemLines.GuidanceLine(
                texts.text("guidance.owner", guidance.owner()),
                Optional.of(texts.text("guidance.english"))
                        .filter(_ -> library.wording().language() != Language.EN),
                guidance.plain(),
                "",
                List.of(),
                guidance.evidence());
    }

    private Optional<ItemLines.GuidanceLine> guidance(ControlPosture posture) {
        return library.guidance(posture.control().id()).map(guidance -> {
            Said<ControlWords> said = library.wording().guidance(guidance);
            ControlWords words = said.words();
            return new ItemLines.GuidanceLine(
                    texts.text(
                            "guidance.facts",
                            texts.text("severity." + Texts.keyOf(guidance.severity())),
                            texts.text("effort." + Texts.keyOf(guidance.effort())),
                            words.owner(),
                            guidance.daysValid()),
                    Optional.of(texts.text("guidance.english"))
                            .filter(_ -> said.language() != library.wording().language()),
                    words.intent(),
                    words.question(),
                    words.verify(),
                    words.evidence());
        });
    }

    private static Optional<RequirementPosture> requirement(FrameworkPosture framework, RequirementId id) {
        return framework.requirements().stream()
                .filter(requirement -> requirement.requirement().id().equals(id))
                .findFirst();
    }

    ItemLines.HistoryEntry history(HistoryLine line) {
        String words = line.status().isPresent()
                ? line.note().orElse("")
                : line.withdrawn()
                        .map(entry -> texts.text(
                                "history.withdrawn", entry, line.note().orElse("")))
                        .orElseGet(() ->
                                texts.text("history.linked", line.evidence().size()));
        return new ItemLines.HistoryEntry(
                moments.minute(line.recordedAt()), line.actor(), line.status().map(Mark::ofAnswer), words);
    }

    static AnswerForm.Values values(ControlAnswered answer, AnswerTexts texts) {
        return new AnswerForm.Values(
                Optional.of(answer.status()),
                texts.note().orElse(""),
                answer.maturity().map(Maturity::documentation),
                answer.maturity().map(Maturity::implementation),
                texts.owner().orElse(""),
                answer.due(),
                answer.appliesFrom());
    }
}
