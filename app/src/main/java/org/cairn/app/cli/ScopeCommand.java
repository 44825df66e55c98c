package org.cairn.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.FactRequest;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.posture.Posture;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "scope",
        description = "What applies at all: systems, facts with their reasons, and what follows from them.",
        synopsisSubcommandLabel = "(questions | show | set | explain | system | profile)",
        mixinStandardHelpOptions = true)
final class ScopeCommand {
    private final CommandContext context;

    ScopeCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "questions",
            description = "What is asked of the scope; `unknown` always is an answer.",
            mixinStandardHelpOptions = true)
    int questions(
            @Parameters(arity = "0..1", paramLabel = "PREFIX", description = "Only facts whose id begins so.")
                    Optional<String> prefix,
            @Mixin ScopeWords words,
            @Option(names = "--format", defaultValue = "table", description = "table, json or csv.") Format format) {
        List<ScopeQuestion> questions = library().catalogue().scope().questions().stream()
                .filter(question -> question.id().value().startsWith(prefix.orElse("")))
                .map(question -> words.question(library(), question))
                .toList();
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        ScopeJson.array(
                                questions.stream().map(ScopeCommand::json).toList()));
            case TABLE -> {
                Table table = new Table("fact", "of", "question", "answers", "citation");
                questions.forEach(question -> table.row(cells(question)));
                table.printTo(context.terminal().out());
            }
            case CSV -> {
                Csv csv = new Csv(context.terminal().out());
                csv.row("fact", "of", "question", "answers", "citation");
                questions.forEach(question -> csv.row(cells(question)));
            }
        }
        return ExitCode.DONE;
    }

    private static String[] cells(ScopeQuestion question) {
        return new String[] {
            question.id().value(),
            question.level().name().toLowerCase(Locale.ROOT),
            question.question(),
            String.join(" ", question.answers()),
            question.citation()
        };
    }

    private static Json json(ScopeQuestion question) {
        return Json.object()
                .with("fact", question.id().value())
                .with("of", question.level().name().toLowerCase(Locale.ROOT))
                .with("group", question.group())
                .with("question", question.question())
                .with("help", question.help())
                .with("citation", question.citation())
                .with("answers", JsonOutput.texts(question.answers()))
                .with("gate", JsonOutput.text(question.gate().map(ScopeFact::value)))
                .with(
                        "nodes",
                        JsonOutput.texts(question.nodes().stream()
                                .map(RequirementId::text)
                                .toList()))
                .build();
    }

    @Command(
            name = "show",
            description = "The scope on any day, as known on any day, and how much applies.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin WorkspaceOptions workspace,
            @Mixin AsOfOptions times,
            @Mixin ScopeWords words,
            @Option(names = "--format", defaultValue = "table", description = "table, json or csv.") Format format)
            throws Exception {
        AsOf asOf = times.asOf(context.environment().clock().instant());
        try (Workspace open = workspace.open(context, Access.READ)) {
            new ScopeListing(open.scopes(), open.posture(asOf), library(), words)
                    .print(context.terminal().out(), format);
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "set",
            description = "States a fact with its reason; `unknown` takes back what was said.",
            mixinStandardHelpOptions = true)
    int set(
            @Mixin WorkspaceOptions workspace,
            @Parameters(index = "0", paramLabel = "FACT", description = "As `scope questions` shows it.") String fact,
            @Parameters(index = "1", paramLabel = "ANSWER", description = "yes, no, another of its answers, unknown.")
                    String answer,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.") String reason,
            @Option(names = "--system", paramLabel = "ID", description = "Whose fact it is, where it is a system's.")
                    Optional<String> system,
            @Option(names = "--valid-from", paramLabel = "T", description = "Since when it is so; default: now.")
                    Optional<String> validFrom,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        FactRequest request = new FactRequest(
                ScopeIds.fact(fact),
                answer,
                system.isPresent() ? Optional.of(ScopeIds.system(system.get())) : Optional.empty(),
                reason,
                When.optional(validFrom, context.environment().clock().instant()));
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            RecordedLine.print(context.terminal().out(), format, open.scopes().state(request), fact + " is " + answer);
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "explain",
            description = "Why a requirement applies or not: facts, entries, rules, and the law of that day.",
            mixinStandardHelpOptions = true)
    int explain(
            @Mixin WorkspaceOptions workspace,
            @Mixin AsOfOptions times,
            @Mixin ScopeWords words,
            @Parameters(paramLabel = "REQUIREMENT", description = "Like 'eu-ai-act:Art. 26(6)'.") String requirement,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        AsOf asOf = times.asOf(context.environment().clock().instant());
        Requirement node = requirement(requirement);
        try (Workspace open = workspace.open(context, Access.READ)) {
            Posture posture = open.posture(asOf);
            new ScopeExplanation(library(), words, open.scopes(), posture, node)
                    .print(context.terminal().out(), format);
        }
        return ExitCode.DONE;
    }

    private Requirement requirement(String text) throws Refused {
        if (Ids.subject(text) instanceof RequirementId id) {
            return library()
                    .requirement(id)
                    .orElseThrow(() -> new Refused(
                            "no requirement " + text + "; `cairn framework show " + id.framework() + "` lists them"));
        }
        throw new Refused("'" + text + "' is a control; controls are not bound to a scope");
    }

    private FrameworkLibrary library() {
        return context.environment().knowledge().library();
    }
}
