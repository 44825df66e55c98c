package org.cairn.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.SystemId;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.ScopeProfile;
import org.cairn.frameworks.ScopeProfile.Proposed;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "profile",
        description = "Usual situations, each with facts that it proposes.",
        synopsisSubcommandLabel = "(list | show | apply)",
        mixinStandardHelpOptions = true)
final class ScopeProfileCommand {
    private final CommandContext context;

    ScopeProfileCommand(CommandContext context) {
        this.context = context;
    }

    @Command(name = "list", description = "All of them.", mixinStandardHelpOptions = true)
    int list(
            @Mixin ScopeWords words,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format) {
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        ScopeJson.array(profiles(words).stream()
                                .map(ScopeProfileCommand::json)
                                .toList()));
            case TABLE, CSV -> {
                Table table = new Table("profile", "facts", "frameworks", "title");
                for (ScopeProfile profile : profiles(words)) {
                    table.row(
                            profile.id(),
                            Integer.toString(profile.facts().size()),
                            String.join(" ", Ids.texts(profile.frameworks())),
                            profile.title());
                }
                table.printTo(context.terminal().out());
            }
        }
        return ExitCode.DONE;
    }

    @Command(name = "show", description = "What a profile proposes, and why.", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "ID", description = "As `scope profile list` shows it.") String id,
            @Mixin ScopeWords words,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Refused {
        ScopeProfile profile = profile(profiles(words), id);
        switch (format) {
            case JSON -> JsonOutput.print(context.terminal().out(), json(profile));
            case TABLE, CSV -> {
                context.terminal().out().println(profile.title() + ". " + profile.description());
                Table table = new Table("fact", "answer", "reason");
                profile.facts().forEach(fact -> table.row(fact.fact().value(), fact.answer(), fact.reason()));
                table.printTo(context.terminal().out());
            }
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "apply",
            description = "Confirms what a profile proposes: each fact becomes an entry with its reason.",
            mixinStandardHelpOptions = true)
    int apply(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "ID", description = "As `scope profile list` shows it.") String id,
            @Option(names = "--system", paramLabel = "ID", description = "Which system its facts are about.")
                    Optional<String> system,
            @Option(names = "--name", paramLabel = "NAME", description = "What a new system is called.")
                    Optional<String> name,
            @Option(names = "--without", paramLabel = "FACT", description = "A proposed fact that is not confirmed.")
                    List<String> without,
            @Option(names = "--valid-from", paramLabel = "T", description = "Since when; default: now.")
                    Optional<String> validFrom,
            @Mixin ScopeWords words,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        ScopeProfile profile = profile(profiles(words), id);
        SystemId about = system.isPresent() ? ScopeIds.system(system.get()) : profile.system();
        List<Proposed> confirmed = confirmed(profile, without == null ? List.of() : without);
        var from = When.optional(validFrom, context.environment().clock().instant());
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            List<Long> entries =
                    open.scopes().apply(profile, about, name.orElse(profile.systemName()), confirmed, from);
            print(format, profile, confirmed.size(), entries);
        }
        return ExitCode.DONE;
    }

    private void print(Format format, ScopeProfile profile, int facts, List<Long> entries) {
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object()
                                .with("profile", profile.id())
                                .with("version", profile.version())
                                .with("facts", facts)
                                .with(
                                        "entries",
                                        entries.stream().map(Json::number).toList())
                                .build());
            case TABLE, CSV ->
                context.terminal()
                        .out()
                        .println("entries " + entries.getFirst() + " to " + entries.getLast() + ": profile "
                                + profile.id() + " is applied, " + facts + " facts are stated. `cairn scope show` has"
                                + " them with their reasons");
        }
    }

    private static List<Proposed> confirmed(ScopeProfile profile, List<String> without) throws Refused {
        List<ScopeFact> left = new ArrayList<>();
        for (String text : without) {
            ScopeFact fact = ScopeIds.fact(text);
            if (profile.facts().stream().noneMatch(proposed -> proposed.fact().equals(fact))) {
                throw new Refused("profile " + profile.id() + " does not propose " + fact + "; nothing was recorded");
            }
            left.add(fact);
        }
        return profile.facts().stream()
                .filter(proposed -> !left.contains(proposed.fact()))
                .toList();
    }

    static ScopeProfile profile(List<ScopeProfile> profiles, String id) throws Refused {
        return profiles.stream()
                .filter(profile -> profile.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused("no profile '" + id + "'; there are "
                        + String.join(
                                ", ", profiles.stream().map(ScopeProfile::id).toList())));
    }

    private List<ScopeProfile> profiles(ScopeWords words) {
        FrameworkLibrary library = context.environment().knowledge().library();
        return library.profiles().stream()
                .map(profile -> words.profile(library, profile))
                .toList();
    }

    private static Json json(ScopeProfile profile) {
        return Json.object()
                .with("profile", profile.id())
                .with("title", profile.title())
                .with("description", profile.description())
                .with("version", profile.version())
                .with("system", profile.system().value())
                .with("frameworks", JsonOutput.texts(Ids.texts(profile.frameworks())))
                .with(
                        "facts",
                        profile.facts().stream()
                                .map(fact -> Json.object()
                                        .with("fact", fact.fact().value())
                                        .with("answer", fact.answer())
                                        .with("reason", fact.reason())
                                        .build())
                                .toList())
                .build();
    }
}
