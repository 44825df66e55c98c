package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairn.app.workspace.Scopes;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.checklist.scope.Applicability;
import org.cairn.checklist.scope.DefinedSystem;
import org.cairn.checklist.scope.StatedFact;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.proof.Json;

/// A scope, and how much applies in it.
final class ScopeListing {
    private static final int SHOWN = 10;

    private final Scopes scopes;
    private final Posture posture;
    private final FrameworkLibrary library;
    private final ScopeWords words;

    ScopeListing(Scopes scopes, Posture posture, FrameworkLibrary library, ScopeWords words) {
        this.scopes = scopes;
        this.posture = posture;
        this.library = library;
        this.words = words;
    }

    private static long count(FrameworkPosture framework, Class<? extends Applicability> kind) {
        return framework.requirements().stream()
                .filter(row -> kind.isInstance(row.scope().overall()))
                .count();
    }

    /// The facts to find out, those that most requirements wait for first.
    private List<Map.Entry<ScopeFact, Long>> missing() {
        Map<ScopeFact, Long> waiting = new LinkedHashMap<>();
        for (FrameworkPosture framework : posture.frameworks().values()) {
            for (RequirementPosture row : framework.requirements()) {
                if (row.scope().overall() instanceof Applicability.Unscoped(var _, var missing)) {
                    missing.forEach(fact -> waiting.merge(fact, 1L, Long::sum));
                }
            }
        }
        return waiting.entrySet().stream()
                .sorted(Map.Entry.<ScopeFact, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    void print(PrintStream out, Format format) throws WorkspaceException {
        switch (format) {
            case JSON -> JsonOutput.print(out, json());
            case TABLE -> table(out);
            case CSV -> csv(out);
        }
    }

    private void table(PrintStream out) throws WorkspaceException {
        out.println("valid at " + posture.validAt() + ", as known at " + posture.knownAt());
        out.println();
        Table systems = new Table("system", "name", "entry");
        for (DefinedSystem system : posture.scope().systems().values()) {
            systems.row(system.id().value(), scopes.name(system), Long.toString(system.entry()));
        }
        systems.printTo(out);
        out.println();
        Table facts = new Table("fact", "of", "answer", "entry", "reason");
        for (StatedFact fact : posture.scope().all()) {
            facts.row(cells(fact));
        }
        facts.printTo(out);
        out.println();
        Table frameworks = new Table("framework", "applies", "unscoped", "out of scope");
        for (FrameworkPosture framework : posture.frameworks().values()) {
            frameworks.row(
                    framework.framework().id().value(),
                    Long.toString(count(framework, Applicability.Applies.class)),
                    Long.toString(count(framework, Applicability.Unscoped.class)),
                    Long.toString(count(framework, Applicability.OutOfScope.class)));
        }
        frameworks.printTo(out);
        missing(out);
    }

    private void missing(PrintStream out) {
        List<Map.Entry<ScopeFact, Long>> missing = missing();
        if (missing.isEmpty()) {
            return;
        }
        out.println();
        Table table = new Table("to find out", "requirements wait", "question");
        missing.stream()
                .limit(SHOWN)
                .forEach(each ->
                        table.row(each.getKey().value(), Long.toString(each.getValue()), question(each.getKey())));
        table.printTo(out);
        if (missing.size() > SHOWN) {
            out.println("and " + (missing.size() - SHOWN) + " more; --format json has them all");
        }
    }

    private String question(ScopeFact fact) {
        return posture.scope()
                .rules()
                .question(fact)
                .map(question -> words.question(library, question).question())
                .orElse("");
    }

    private String[] cells(StatedFact fact) throws WorkspaceException {
        return new String[] {
            fact.fact().value(),
            fact.system().map(system -> "system " + system).orElse("organisation"),
            fact.answer(),
            Long.toString(fact.entry()),
            reason(fact)
        };
    }

    private String reason(StatedFact fact) throws WorkspaceException {
        return switch (fact.source()) {
            case STATED, ANSWERED -> scopes.reason(fact).orElse(fact.reason().isPresent() ? "erased" : "");
            case ROLE -> "named among the roles of the scope";
            case NO_OTHER_ROLE -> "the roles of the scope name none other";
        };
    }

    private void csv(PrintStream out) throws WorkspaceException {
        Csv csv = new Csv(out);
        csv.row("fact", "of", "answer", "entry", "reason");
        for (StatedFact fact : posture.scope().all()) {
            csv.row(cells(fact));
        }
    }

    private Json json() throws WorkspaceException {
        List<Json> systems = new ArrayList<>();
        for (DefinedSystem system : posture.scope().systems().values()) {
            systems.add(Json.object()
                    .with("system", system.id().value())
                    .with("name", JsonOutput.text(scopes.name(system)))
                    .with("entry", system.entry())
                    .build());
        }
        List<Json> facts = new ArrayList<>();
        for (StatedFact fact : posture.scope().all()) {
            facts.add(ScopeJson.base(fact)
                    .with("reason", JsonOutput.text(scopes.reason(fact)))
                    .build());
        }
        return Json.object()
                .with("validAt", posture.validAt().toString())
                .with("knownAt", posture.knownAt().toString())
                .with("systems", systems)
                .with("facts", facts)
                .with(
                        "frameworks",
                        posture.frameworks().values().stream()
                                .map(framework -> Json.object()
                                        .with(
                                                "framework",
                                                framework.framework().id().value())
                                        .with("applies", count(framework, Applicability.Applies.class))
                                        .with("unscoped", count(framework, Applicability.Unscoped.class))
                                        .with("outOfScope", count(framework, Applicability.OutOfScope.class))
                                        .build())
                                .toList())
                .with(
                        "missing",
                        missing().stream()
                                .map(each -> Json.object()
                                        .with("fact", each.getKey().value())
                                        .with("requirements", each.getValue())
                                        .with("question", question(each.getKey()))
                                        .build())
                                .toList())
                .build();
    }
}
