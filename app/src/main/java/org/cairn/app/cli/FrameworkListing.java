package org.cairn.app.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.ApplicationDate;
import org.cairn.checklist.Framework;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Requirement;
import org.cairn.frameworks.FrameworkFigures;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.Said;
import org.cairn.frameworks.Wording;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;

/// One framework, requirement by requirement, with the controls that reach each.
/// @param law     the days asked about; empty lists everything that is carried
/// @param wording titles in the reader's language
record FrameworkListing(FrameworkLibrary library, Framework framework, Optional<LawOn> law, Wording wording) {
    FrameworkFigures figures() {
        return law.map(on -> library.figures(framework.id(), on.validOn(), on.knownOn()))
                .orElseGet(() -> library.figures(framework.id()));
    }

    private List<Requirement> requirements() {
        return law.map(on -> library.standing(framework.id(), on.validOn(), on.knownOn()))
                .orElseGet(framework::requirements);
    }

    /// From when the law applies a node: as then known, or as is known from all that is carried.
    private Optional<LocalDate> appliesFrom(Requirement requirement) {
        return library.catalogue()
                .applicationDate(requirement.id(), law.map(LawOn::knownOn).orElse(LocalDate.MAX))
                .map(ApplicationDate::appliesFrom);
    }

    void printTable(PrintStream out) {
        out.println(
                Table.printable(framework.title() + ", " + framework.version() + ", read on " + framework.readOn()));
        law.ifPresent(on -> out.println("as of " + on.validOn() + ", as known on " + on.knownOn()));
        out.println();
        Table table = new Table("requirement", "kind", "applies from", "controls", "title");
        for (Requirement requirement : requirements()) {
            table.row(
                    requirement.id().number(),
                    requirement.kind(),
                    appliesFrom(requirement).map(LocalDate::toString).orElse("-"),
                    String.join(" ", controls(requirement)),
                    title(requirement));
        }
        table.printTo(out);
    }

    void printCsv(PrintStream out) {
        Csv csv = new Csv(out);
        csv.row("requirement", "parent", "kind", "assessable", "title", "citation", "controls", "appliesFrom");
        for (Requirement requirement : requirements()) {
            csv.row(
                    requirement.id().number(),
                    requirement.parent().map(parent -> parent.number()).orElse(""),
                    requirement.kind(),
                    Boolean.toString(requirement.assessable()),
                    title(requirement),
                    requirement.citation(),
                    String.join(" ", controls(requirement)),
                    appliesFrom(requirement).map(LocalDate::toString).orElse(""));
        }
    }

    Json json() {
        return Json.object()
                .with("framework", head())
                .with(
                        "requirements",
                        new JsonArray(requirements().stream().map(this::json).toList()))
                .build();
    }

    Json head() {
        FrameworkFigures figures = figures();
        return Json.object()
                .with("id", framework.id().value())
                .with("title", framework.title())
                .with("version", framework.version())
                .with("readOn", framework.readOn().toString())
                .with("content", framework.content().hex())
                .with("nodes", figures.nodes())
                .with("assessable", figures.assessable())
                .with("withEvidenceExamples", figures.withEvidenceExamples())
                .with("mapped", figures.mapped())
                .with("validOn", JsonOutput.text(law.map(on -> on.validOn().toString())))
                .with("knownOn", JsonOutput.text(law.map(on -> on.knownOn().toString())))
                .build();
    }

    private Json json(Requirement requirement) {
        return Json.object()
                .with("requirement", requirement.id().number())
                .with("parent", JsonOutput.text(requirement.parent().map(parent -> parent.number())))
                .with("title", wording.title(requirement).words())
                .with(
                        "titleLanguage",
                        CrosswalkText.code(wording.title(requirement).language()))
                .with("kind", requirement.kind())
                .with("assessable", new JsonFlag(requirement.assessable()))
                .with("binds", JsonOutput.texts(requirement.binds()))
                .with("citation", requirement.citation())
                .with("amendedBy", JsonOutput.texts(requirement.amendedBy()))
                .with("notes", requirement.notes())
                .with("appliesFrom", JsonOutput.text(appliesFrom(requirement).map(LocalDate::toString)))
                .with("controls", JsonOutput.texts(controls(requirement)))
                .build();
    }

    private String title(Requirement requirement) {
        Said<String> title = wording.title(requirement);
        return title.words()
                + (title.language() == wording.language()
                        ? ""
                        : " (" + title.language().ownName() + ")");
    }

    private List<String> controls(Requirement requirement) {
        return library.crosswalk().controlsReaching(requirement.id()).stream()
                .map(Mapping::control)
                .map(Object::toString)
                .toList();
    }
}
