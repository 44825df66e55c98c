package org.cairn.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.app.workspace.Cancellation;
import org.cairn.app.workspace.CollectionSummary;
import org.cairn.app.workspace.Founding;
import org.cairn.app.workspace.IssuedPack;
import org.cairn.app.workspace.PackRequest;
import org.cairn.app.workspace.Verification;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.app.workspace.WorkspaceVerifier;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.posture.Posture;
import org.cairn.frameworks.ScopeProfile;
import org.cairn.ledger.key.Passphrase;
import org.cairn.proof.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "The whole way once, on this machine: found, collect, answer, pack, verify.",
        footer = "Reads this machine and changes nothing outside its folder. Needs no network, display or root.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String PASSPHRASE = "cairn demo";
    private static final FrameworkId FRAMEWORK = new FrameworkId("dora");

    private final CommandContext context;

    @Option(names = "--dir", paramLabel = "DIR", description = "Where to work; empty or absent. Default: a new folder.")
    private Optional<Path> dir = Optional.empty();

    DemoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = folder();
        Path workspaceFolder = folder.resolve("workspace");
        Path pack = folder.resolve("dora-pack.zip");
        try (Passphrase passphrase = Passphrase.of(PASSPHRASE.toCharArray())) {
            say("Founding a workspace in " + workspaceFolder);
            Founding founding = new Founding(
                    "Cairn demo",
                    Optional.empty(),
                    List.of("deployer", "financial-entity"),
                    "This machine, as it is now",
                    List.of(),
                    System.getProperty("user.name"));
            try (Workspace founded = Workspace.found(workspaceFolder, founding, passphrase, context.environment())) {
                ScopeProfile profile = founded.scopes().profile("eu-bank-own-llm");
                founded.scopes()
                        .apply(profile, profile.system(), profile.systemName(), profile.facts(), Optional.empty());
            }
            try (Workspace workspace =
                    Workspace.open(workspaceFolder, passphrase, Access.WRITE, context.environment())) {
                work(workspace, pack);
            }
        }
        return verify(workspaceFolder, pack);
    }

    private void work(Workspace workspace, Path pack) throws WorkspaceException, InterruptedException {
        say("Reading this machine");
        CollectionSummary summary =
                workspace.collect(List.of(), new TerminalProgress(context.terminal()), new Cancellation());
        say("Answering what the evidence settles, and leaving the rest open");
        for (AnswerRequest answer : DemoAnswers.from(workspace.postureNow())) {
            workspace.answer(answer);
            say("  " + answer.subject().text() + " " + OutcomeTexts.word(answer.status()));
        }
        Posture posture = workspace.postureNow();
        PostureTables.print(context.terminal().out(), posture, Optional.empty());
        context.terminal().out().println();
        context.terminal()
                .out()
                .println(summary.evidence().size() + " pieces of evidence, "
                        + summary.failed().size() + " collectors gave nothing");
        IssuedPack issued = workspace.pack(
                new PackRequest(FRAMEWORK, "full", pack, Set.of()),
                step -> say("[" + step.done() + "/" + step.total() + "] " + step.what()));
        context.terminal().out().println("pack       " + issued.file() + ", " + issued.sizeBytes() + " bytes");
    }

    /// The pack as an auditor would, then the folder.
    private int verify(Path workspaceFolder, Path pack) throws WorkspaceException {
        var out = context.terminal().out();
        Verification ofPack = WorkspaceVerifier.verify(pack);
        Verification ofFolder = WorkspaceVerifier.verify(workspaceFolder);
        out.println("workspace  " + workspaceFolder + ", passphrase \"" + PASSPHRASE + "\"");
        out.println("folder     " + VerificationTexts.word(ofFolder.verdict()));
        VerificationTexts.printTo(out, ofPack, context.environment().clock().instant());
        boolean intact = ofPack.verdict() instanceof Verdict.Intact && ofFolder.verdict() instanceof Verdict.Intact;
        return intact ? ExitCode.DONE : ExitCode.NO;
    }

    private Path folder() throws Refused {
        try {
            return dir.isPresent()
                    ? Files.createDirectories(dir.get()).toAbsolutePath()
                    : Files.createTempDirectory("cairn-demo-");
        } catch (IOException e) {
            throw new Refused("no folder to work in (" + e + "): give one with --dir");
        }
    }

    private void say(String line) {
        context.terminal().say(line);
    }
}
