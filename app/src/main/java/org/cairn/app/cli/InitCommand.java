package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Description;
import org.cairn.app.workspace.Founding;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.FrameworkId;
import org.cairn.frameworks.ScopeProfile;
import org.cairn.ledger.key.Passphrase;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "init",
        description = "Founds a workspace in DIR, which must be empty or absent.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "DIR", description = "The folder to create.")
    private Path folder = Path.of("");

    @Option(names = "--organisation", required = true, paramLabel = "NAME", description = "Who is assessed.")
    private String organisation = "";

    @Option(names = "--person", paramLabel = "NAME", description = "Who answers; default: the user's name.")
    private Optional<String> person = Optional.empty();

    @Option(names = "--origin", paramLabel = "NAME", description = "Name of the log in its checkpoints.")
    private Optional<String> origin = Optional.empty();

    @Option(names = "--role", paramLabel = "ROLE", description = "deployer, provider, financial-entity, controller, …")
    private List<String> roles = new ArrayList<>();

    @Option(names = "--scope", paramLabel = "TEXT", description = "What is assessed, in a sentence.")
    private String scope = "";

    @Option(names = "--framework", paramLabel = "ID", description = "Adopts a framework; default: all of them.")
    private List<String> frameworks = new ArrayList<>();

    @Option(
            names = "--profile",
            paramLabel = "ID",
            description = "States what a profile of `scope profile list` proposes; its frameworks are the default.")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Reads the new passphrase from FILE.")
    private Optional<Path> passphraseFile = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    InitCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        List<FrameworkId> adopted = new ArrayList<>();
        for (String id : frameworks) {
            adopted.add(Ids.framework(id));
        }
        Optional<ScopeProfile> chosen = profile.isPresent()
                ? Optional.of(ScopeProfileCommand.profile(
                        context.environment().knowledge().library().profiles(), profile.get()))
                : Optional.empty();
        if (adopted.isEmpty()) {
            chosen.ifPresent(each -> adopted.addAll(each.frameworks()));
        }
        String name = person.orElseGet(() -> System.getProperty("user.name"));
        Founding founding = new Founding(organisation, origin, roles, scope, adopted, name);
        try (Passphrase passphrase = PassphraseSource.chosen(context.terminal(), passphraseFile);
                Workspace workspace = Workspace.found(folder, founding, passphrase, context.environment())) {
            if (chosen.isPresent()) {
                ScopeProfile from = chosen.get();
                workspace.scopes().apply(from, from.system(), from.systemName(), from.facts(), Optional.empty());
            }
            print(workspace.describe(), workspace.recoveryCode().orElseThrow());
        }
        return ExitCode.DONE;
    }

    private void print(Description founded, String recoveryCode) {
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object()
                                .with("folder", founded.folder().toString())
                                .with("organisation", JsonOutput.text(founded.organisation()))
                                .with("origin", founded.origin())
                                .with(
                                        "person",
                                        founded.person().orElseThrow().key().hex())
                                .with("frameworks", JsonOutput.texts(Ids.texts(founded.frameworks())))
                                .with("recoveryCode", recoveryCode)
                                .with("size", founded.size())
                                .with(
                                        "rootFingerprint",
                                        founded.rootFingerprint().hex())
                                .build());
            case TABLE, CSV -> printWords(founded, recoveryCode);
        }
    }

    private void printWords(Description founded, String recoveryCode) {
        Table table = new Table("workspace", founded.folder().toString());
        table.row("organisation", founded.organisation());
        table.row("log", founded.origin());
        table.row("frameworks", String.join(" ", Ids.texts(founded.frameworks())));
        table.row("entries", Long.toString(founded.size()));
        table.row("root certificate", Fingerprints.grouped(founded.rootFingerprint()));
        table.row("recovery code", recoveryCode);
        table.printTo(context.terminal().out());
        context.terminal()
                .say("Only the passphrase or the recovery code opens this workspace. The code is shown this once:"
                        + " print it and lock it away.");
        context.terminal().say("Next: cairn collect -w " + founded.folder());
    }
}
