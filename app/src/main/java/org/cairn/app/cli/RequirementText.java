package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.ApplicationDate;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.Guidance;
import org.cairn.frameworks.Language;
import org.cairn.frameworks.Said;
import org.cairn.frameworks.Wording;
import org.cairn.frameworks.crosswalk.Hop;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNull;

/// One requirement with all that is known about it.
record RequirementText(FrameworkLibrary library, Requirement requirement, Language language) {
    void print(PrintStream out) {
        Lines lines = new Lines(out, language);
        lines.head(requirement.id().text(), wording().title(requirement));
        lines.fact("kind", requirement.kind() + (requirement.assessable() ? "" : " (never assessed)"));
        lines.fact("binds", String.join(", ", requirement.binds()));
        lines.fact("citation", requirement.citation());
        lines.fact("amended by", String.join(", ", requirement.amendedBy()));
        lines.fact("notes", requirement.notes());
        for (ApplicationDate date : dates()) {
            lines.fact(
                    "applies",
                    "from " + date.appliesFrom()
                            + date.until().map(day -> " until " + day).orElse("") + ", as stated on " + date.statedOn()
                            + " (" + date.basis() + ")");
        }
        guidance().ifPresent(guidance -> {
            lines.fact("usually answers", guidance.owner());
            lines.part("In plain words", Language.EN);
            lines.text(guidance.plain());
            lines.part("Evidence that would show it, for example", Language.EN);
            lines.list(guidance.evidence());
        });
        objections().ifPresent(said -> {
            lines.part("What auditors typically object to", said.language());
            lines.list(said.words());
        });
        if (!controls().isEmpty()) {
            lines.part("Controls (the control is … the requirement)", Language.EN);
            controls()
                    .forEach(row -> lines.row(
                            row.control().value(),
                            CrosswalkText.relation(row.relation()) + ", strength " + row.strength(),
                            CrosswalkText.reason(row)));
        }
        if (!linked().isEmpty()) {
            lines.part("Other frameworks (this requirement is … theirs)", Language.EN);
            linked().forEach(hop -> lines.row(
                    hop.to().text(),
                    CrosswalkText.claim(hop.claim()) + ", strength " + hop.strength(),
                    CrosswalkText.reason(hop)));
        }
    }

    Json json() {
        Said<String> title = wording().title(requirement);
        return Json.object()
                .with("requirement", requirement.id().text())
                .with("title", title.words())
                .with("titleLanguage", CrosswalkText.code(title.language()))
                .with("parent", JsonOutput.text(requirement.parent().map(parent -> parent.number())))
                .with("kind", requirement.kind())
                .with("assessable", new JsonFlag(requirement.assessable()))
                .with("binds", JsonOutput.texts(requirement.binds()))
                .with("citation", requirement.citation())
                .with("amendedBy", JsonOutput.texts(requirement.amendedBy()))
                .with("notes", requirement.notes())
                .with(
                        "dates",
                        new JsonArray(
                                dates().stream().map(RequirementText::json).toList()))
                .with("plain", JsonOutput.text(guidance().map(Guidance::plain)))
                .with(
                        "evidence",
                        JsonOutput.texts(guidance().map(Guidance::evidence).orElse(List.of())))
                .with("owner", JsonOutput.text(guidance().map(Guidance::owner)))
                .with("objections", objectionsJson())
                .with(
                        "controls",
                        new JsonArray(
                                controls().stream().map(CrosswalkText::json).toList()))
                .with(
                        "linked",
                        new JsonArray(linked().stream().map(CrosswalkText::json).toList()))
                .build();
    }

    private static Json json(ApplicationDate date) {
        return Json.object()
                .with("appliesFrom", date.appliesFrom().toString())
                .with("until", JsonOutput.text(date.until().map(Object::toString)))
                .with("statedOn", date.statedOn().toString())
                .with("basis", date.basis())
                .build();
    }

    private Json objectionsJson() {
        return objections()
                .<Json>map(said -> Json.object()
                        .with("texts", JsonOutput.texts(said.words()))
                        .with("language", CrosswalkText.code(said.language()))
                        .build())
                .orElse(new JsonNull());
    }

    private Wording wording() {
        return library.in(language);
    }

    private Optional<Guidance> guidance() {
        return library.guidance(requirement.id());
    }

    private Optional<Said<List<String>>> objections() {
        return wording().objections(requirement.id());
    }

    private List<ApplicationDate> dates() {
        return library.catalogue().applicationDates(requirement.id());
    }

    private List<Mapping> controls() {
        return library.crosswalk().controlsReaching(requirement.id());
    }

    /// To requirements only: the controls are told by themselves.
    private List<Hop> linked() {
        return library.web().from(requirement.id()).stream()
                .filter(hop -> hop.to() instanceof RequirementId)
                .toList();
    }
}
