package org.cairn.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.WitnessKeyring;
import org.cairn.ledger.witness.LogTrust;
import org.cairn.ledger.witness.MemoryException;
import org.cairn.ledger.witness.WitnessAnswer;
import org.cairn.ledger.witness.WitnessMemory;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.witness.CheckpointRequest;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sign",
        description = "Cosigns a checkpoint of another log, if it continues what this witness saw; else says why not.",
        footer =
                "Exit 0: cosigned. 1: refused, since the history is not the one that was seen. 2: nothing can be said.",
        mixinStandardHelpOptions = true)
final class WitnessSignCommand implements Callable<Integer> {
    /// Who witnesses: one of the two.
    static final class Who {
        @Option(names = "--memory", required = true, paramLabel = "DIR", description = "A witness's own folder.")
        private Optional<Path> memory = Optional.empty();

        @Option(
                names = {"-w", "--workspace"},
                required = true,
                paramLabel = "DIR",
                description = "This workspace witnesses, and records the other's state as an entry: cross-signing.")
        private Optional<Path> workspace = Optional.empty();
    }

    private final CommandContext context;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Who who = new Who();

    @Parameters(paramLabel = "REQUEST", description = "As `cairn witness request` wrote it.")
    private Path request = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The cosigned checkpoint.")
    private Path out = Path.of("");

    @Option(
            names = "--log-key",
            paramLabel = "VKEY|FILE",
            description = "For a log seen for the first time: its keys," + " compared with what its owner told you.")
    private List<String> logKeys = new ArrayList<>();

    @Option(names = "--trust-on-first-use", description = "For a log seen for the first time: takes REQUEST.keys.")
    private boolean trustOnFirstUse;

    @Option(names = "--leaves", paramLabel = "FILE", description = "Leaf hashes; default: REQUEST.leaves if there.")
    private Optional<Path> leaves = Optional.empty();

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Reads the passphrase from FILE.")
    private Optional<Path> passphraseFile = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    WitnessSignCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        WitnessFiles.requireNew(out);
        CheckpointRequest asked = WitnessFiles.request(request);
        Optional<List<Digest>> hashes = WitnessFiles.leaves(leaves, WitnessFiles.leavesBeside(request));
        WitnessAnswer answer;
        try (Passphrase passphrase = PassphraseSource.existing(context.terminal(), passphraseFile)) {
            answer = answer(asked, hashes, trust(), passphrase);
        }
        return switch (answer) {
            case WitnessAnswer.Cosigned cosigned -> cosigned(asked, cosigned);
            case WitnessAnswer.Refused refused -> refused(asked, refused);
        };
    }

    private WitnessAnswer answer(
            CheckpointRequest asked, Optional<List<Digest>> hashes, LogTrust trust, Passphrase passphrase)
            throws Refused, WorkspaceException {
        if (who.workspace.isPresent()) {
            try (Workspace open =
                    Workspace.open(who.workspace.get(), passphrase, Access.WRITE, context.environment())) {
                return open.witnesses().sign(asked, hashes, trust);
            }
        }
        Path folder = who.memory.orElseThrow();
        try {
            WitnessMemory memory = new WitnessMemory(folder, WitnessKeyring.open(folder, passphrase));
            return memory.answer(
                    asked, hashes, trust, context.environment().clock().instant());
        } catch (KeyException | MemoryException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }

    private LogTrust trust() throws Refused {
        if (!logKeys.isEmpty()) {
            return new LogTrust.Keys(WitnessFiles.keys(logKeys));
        }
        if (!trustOnFirstUse) {
            return new LogTrust.KnownOnly();
        }
        Path beside = WitnessFiles.keysBeside(request);
        if (!Files.exists(beside)) {
            throw new Refused(beside + " is not there: ask for it, or give the log's keys with --log-key");
        }
        return new LogTrust.Keys(WitnessFiles.keys(List.of(beside.toString())));
    }

    private int cosigned(CheckpointRequest asked, WitnessAnswer.Cosigned cosigned) throws Unfinished {
        var note = asked.note();
        for (var line : cosigned.lines()) {
            note = note.with(line);
        }
        try {
            WitnessFiles.writeNew(out, note.encode());
        } catch (Refused e) {
            throw new Unfinished(
                    "The witness remembers the " + cosigned.at().size()
                            + " entries all the same; sign again into another file",
                    e);
        }
        if (cosigned.before().isEmpty()) {
            context.terminal()
                    .say("First sight of " + cosigned.at().origin() + ". Its keys are remembered from now on:");
            asked.note()
                    .signatures()
                    .forEach(line -> context.terminal()
                            .say("  " + line.keyName() + " "
                                    + java.util.HexFormat.of().toHexDigits(line.keyHash())));
        }
        String before = cosigned.before()
                .map(seen -> "continues the " + seen.size() + " entries that were seen before")
                .orElse("seen for the first time");
        print(asked, "cosigned", before, Optional.empty());
        return ExitCode.DONE;
    }

    private int refused(CheckpointRequest asked, WitnessAnswer.Refused refused) {
        print(
                asked,
                OutcomeTexts.code(refused.reason()),
                refused.why(),
                refused.differing().map(found -> found.words()));
        return switch (refused.reason()) {
            case FORK, ROLLBACK, NOT_CONTINUED, NOT_SIGNED -> ExitCode.NO;
            case UNKNOWN_LOG, OTHER_START, BAD_PROOF -> ExitCode.REFUSED;
        };
    }

    private void print(CheckpointRequest asked, String answer, String why, Optional<String> differing) {
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object()
                                .with("answer", answer)
                                .with("origin", asked.checkpoint().origin())
                                .with("size", asked.checkpoint().size())
                                .with("why", JsonOutput.text(why))
                                .with("differing", JsonOutput.text(differing))
                                .build());
            case TABLE, CSV ->
                context.terminal()
                        .out()
                        .println(Table.printable(
                                answer + ": " + asked.checkpoint().origin() + ", "
                                        + asked.checkpoint().size() + " entries; " + why));
        }
    }
}
