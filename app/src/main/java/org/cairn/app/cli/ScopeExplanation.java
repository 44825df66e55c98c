package org.cairn.app.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.Scopes;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.ApplicationDate;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.checklist.scope.Applicability;
import org.cairn.checklist.scope.RequirementScope;
import org.cairn.checklist.scope.Scoping;
import org.cairn.checklist.scope.StatedFact;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonFlag;

/// Why one requirement applies or not.
final class ScopeExplanation {
    private final Catalogue catalogue;
    private final Scopes scopes;
    private final Posture posture;
    private final Requirement node;
    private final RequirementScope scope;
    private final FrameworkLibrary library;
    private final ScopeWords words;

    ScopeExplanation(FrameworkLibrary library, ScopeWords words, Scopes scopes, Posture posture, Requirement node) {
        this.library = library;
        this.words = words;
        this.catalogue = library.catalogue();
        this.scopes = scopes;
        this.posture = posture;
        this.node = node;
        this.scope = words.scope(library, new Scoping(catalogue, posture.scope()).of(node));
    }

    void print(PrintStream out, Format format) throws WorkspaceException {
        switch (format) {
            case JSON -> JsonOutput.print(out, json());
            case TABLE, CSV -> words(out);
        }
    }

    private void words(PrintStream out) throws WorkspaceException {
        out.println(node.id().text() + "  " + node.title() + "  [" + node.citation() + "]");
        out.println("valid at " + posture.validAt() + ", as known at " + posture.knownAt());
        out.println("law:   " + law());
        out.println(
                "state: " + state().map(OutcomeTexts::code).orElse("no row: never assessed, or no law on that day"));
        out.println("scope: " + ScopeReasons.word(scope.overall()));
        reasons(out, scope.overall());
        for (var view : scope.bySystem().entrySet()) {
            out.println("  system " + view.getKey() + ": " + ScopeReasons.word(view.getValue()));
            if (scope.bySystem().size() > 1) {
                reasons(out, view.getValue());
            }
        }
    }

    private void reasons(PrintStream out, Applicability applicability) throws WorkspaceException {
        applicability.rules().forEach(rule -> out.println("  rule: " + ScopeReasons.text(rule)));
        for (StatedFact fact : facts(applicability)) {
            out.println("  fact: " + ScopeReasons.text(fact)
                    + scopes.reason(fact)
                            .map(reason -> ": " + Table.printable(reason))
                            .orElse(""));
        }
        for (ScopeFact fact : missing(applicability)) {
            out.println("  to find out: " + fact + ": " + question(fact));
        }
        if (applicability.rules().isEmpty() && facts(applicability).isEmpty()) {
            out.println("  no rule limits it: it applies once its framework is adopted");
        }
    }

    private String question(ScopeFact fact) {
        return catalogue
                .scope()
                .question(fact)
                .map(question -> words.question(library, question).question())
                .orElse("");
    }

    private static List<StatedFact> facts(Applicability applicability) {
        return switch (applicability) {
            case Applicability.Applies(var _, var because) -> because;
            case Applicability.OutOfScope(var _, var because) -> because;
            case Applicability.Unscoped _ -> List.of();
        };
    }

    private static List<ScopeFact> missing(Applicability applicability) {
        return applicability instanceof Applicability.Unscoped(var _, var missing) ? missing : List.of();
    }

    private Optional<RequirementState> state() {
        return posture.framework(node.id().framework()).stream()
                .flatMap(framework -> framework.requirements().stream())
                .filter(row -> row.requirement().id().equals(node.id()))
                .map(row -> row.state())
                .findFirst();
    }

    private Optional<ApplicationDate> date() {
        return catalogue.applicationDate(node.id(), day(posture.knownAt()));
    }

    private boolean stands() {
        return catalogue.stands(node.id(), day(posture.validAt()), day(posture.knownAt()));
    }

    private String law() {
        String from = date().map(date -> "applies from " + date.appliesFrom()
                        + date.until().map(until -> " until " + until).orElse("") + " [" + date.basis() + "]")
                .orElse("no date is stated for it");
        return stands() ? from : "does not stand on that day, as published by then; " + from;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private Json json() throws WorkspaceException {
        List<Json> facts = new ArrayList<>();
        for (StatedFact fact : facts(scope.overall())) {
            facts.add(ScopeJson.base(fact)
                    .with("reason", JsonOutput.text(scopes.reason(fact)))
                    .build());
        }
        return Json.object()
                .with("requirement", node.id().text())
                .with("title", node.title())
                .with("citation", node.citation())
                .with("validAt", posture.validAt().toString())
                .with("knownAt", posture.knownAt().toString())
                .with("state", JsonOutput.text(state().map(OutcomeTexts::code)))
                .with("stands", new JsonFlag(stands()))
                .with(
                        "appliesFrom",
                        JsonOutput.text(date().map(date -> date.appliesFrom().toString())))
                .with("basis", JsonOutput.text(date().map(ApplicationDate::basis)))
                .with("scope", ScopeJson.of(scope.overall()))
                .with("facts", facts)
                .with(
                        "systems",
                        scope.bySystem().entrySet().stream()
                                .map(view -> Json.object()
                                        .with("system", view.getKey().value())
                                        .with("scope", ScopeJson.of(view.getValue()))
                                        .build())
                                .toList())
                .build();
    }
}
