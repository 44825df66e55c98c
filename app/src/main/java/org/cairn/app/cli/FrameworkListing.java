package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.List;
import org.cairn.checklist.Framework;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Requirement;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;

/// One framework, requirement by requirement, with the controls that reach each.
record FrameworkListing(FrameworkLibrary library, Framework framework) {
    void printTable(PrintStream out) {
        out.println(framework.title() + ", " + framework.version() + ", read on " + framework.readOn());
        out.println();
        Table table = new Table("requirement", "kind", "controls", "title");
        for (Requirement requirement : framework.requirements()) {
            table.row(
                    requirement.id().number(),
                    requirement.kind(),
                    String.join(" ", controls(requirement)),
                    requirement.title());
        }
        table.printTo(out);
    }

    void printCsv(PrintStream out) {
        Csv csv = new Csv(out);
        csv.row("requirement", "parent", "kind", "assessable", "title", "citation", "controls");
        for (Requirement requirement : framework.requirements()) {
            csv.row(
                    requirement.id().number(),
                    requirement.parent().map(parent -> parent.number()).orElse(""),
                    requirement.kind(),
                    Boolean.toString(requirement.assessable()),
                    requirement.title(),
                    requirement.citation(),
                    String.join(" ", controls(requirement)));
        }
    }

    Json json() {
        return Json.object()
                .with("framework", FrameworkCommand.json(framework, library.figures(framework.id())))
                .with(
                        "requirements",
                        new JsonArray(framework.requirements().stream()
                                .map(this::json)
                                .toList()))
                .build();
    }

    private Json json(Requirement requirement) {
        return Json.object()
                .with("requirement", requirement.id().number())
                .with("parent", JsonOutput.text(requirement.parent().map(parent -> parent.number())))
                .with("title", requirement.title())
                .with("kind", requirement.kind())
                .with("assessable", new JsonFlag(requirement.assessable()))
                .with("binds", JsonOutput.texts(requirement.binds()))
                .with("citation", requirement.citation())
                .with("amendedBy", JsonOutput.texts(requirement.amendedBy()))
                .with("notes", requirement.notes())
                .with("controls", JsonOutput.texts(controls(requirement)))
                .build();
    }

    private List<String> controls(Requirement requirement) {
        return library.crosswalk().controlsReaching(requirement.id()).stream()
                .map(Mapping::control)
                .map(Object::toString)
                .toList();
    }
}
