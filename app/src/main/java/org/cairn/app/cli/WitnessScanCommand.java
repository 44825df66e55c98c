package org.cairn.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.CheckpointScan;
import org.cairn.app.workspace.ScanResult;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.WitnessKeyring;
import org.cairn.ledger.witness.MemoryException;
import org.cairn.ledger.witness.Remembered;
import org.cairn.ledger.witness.WitnessMemory;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.SignedNote;
import org.cairn.proof.witness.PrintedCheckpoint;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "scan",
        description = "Holds a checkpoint on paper, typed or scanned from its QR code, against a ledger of today.",
        footer = "Exit 0: the ledger of today contains what was printed. 1: it does not. 2: it cannot be told.",
        mixinStandardHelpOptions = true)
final class WitnessScanCommand implements Callable<Integer> {
    /// Against what: one of the four.
    static final class Against {
        @Option(
                names = {"-w", "--workspace"},
                required = true,
                paramLabel = "DIR",
                description = "A workspace folder; needs no passphrase.")
        private Optional<Path> workspace = Optional.empty();

        @Option(names = "--pack", required = true, paramLabel = "PACK", description = "A pack of the log.")
        private Optional<Path> pack = Optional.empty();

        @Option(names = "--memory", required = true, paramLabel = "DIR", description = "What a witness remembers.")
        private Optional<Path> memory = Optional.empty();

        @Option(
                names = "--proof",
                required = true,
                paramLabel = "FILE",
                description =
                        "A proof that the owner made with" + " `cairn witness request --old-size N`; needs --log-key.")
        private Optional<Path> proof = Optional.empty();
    }

    private static final int LIMIT_BYTES = 256 * 1024;

    private final CommandContext context;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Against against = new Against();

    @Parameters(
            paramLabel = "TEXT|FILE|-",
            description = "The printed lines, a file with them, or - for standard" + " input.")
    private String text = "";

    @Option(
            names = "--leaves",
            paramLabel = "FILE",
            description = "Leaf hashes of the printed history, where they were"
                    + " kept: then the entries that differ are named.")
    private Optional<Path> leaves = Optional.empty();

    @Option(names = "--log-key", paramLabel = "VKEY|FILE", description = "The log's keys, for --proof.")
    private List<String> logKeys = new ArrayList<>();

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "For --memory.")
    private Optional<Path> passphraseFile = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    WitnessScanCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Optional<List<Digest>> then =
                leaves.isPresent() ? Optional.of(WitnessFiles.leaves(leaves.get())) : Optional.empty();
        ScanResult result = scan(CheckpointScan.of(printed(), then));
        print(result);
        return switch (result) {
            case ScanResult.Contained _ -> ExitCode.DONE;
            case ScanResult.NotContained _, ScanResult.NotSigned _ -> ExitCode.NO;
            case ScanResult.Undecided _ -> ExitCode.REFUSED;
        };
    }

    private ScanResult scan(CheckpointScan scan) throws Refused, WorkspaceException {
        if (against.workspace.isPresent()) {
            return scan.against(against.workspace.get());
        }
        if (against.pack.isPresent()) {
            return scan.againstPack(against.pack.get());
        }
        if (against.proof.isPresent()) {
            return scan.against(WitnessFiles.request(against.proof.get()), WitnessFiles.keys(logKeys));
        }
        Path folder = against.memory.orElseThrow();
        try (Passphrase passphrase = PassphraseSource.existing(context.terminal(), passphraseFile)) {
            WitnessMemory memory = new WitnessMemory(folder, WitnessKeyring.open(folder, passphrase));
            String origin = scan.printed().origin();
            Remembered seen = memory.of(origin)
                    .orElseThrow(() -> new Refused("this witness never saw the log " + Table.printable(origin)));
            return scan.against(seen);
        } catch (KeyException | MemoryException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }

    /// What has a line break is the text itself; anything else is the name of a file.
    private SignedNote printed() throws Refused {
        try {
            return PrintedCheckpoint.read(text.contains("\n") ? text : read(text));
        } catch (MalformedNote e) {
            throw new Refused("not a printed checkpoint: " + e.getMessage());
        }
    }

    private static String read(String name) throws Refused {
        try (InputStream in = name.equals("-") ? System.in : Files.newInputStream(Path.of(name))) {
            byte[] bytes = in.readNBytes(LIMIT_BYTES + 1);
            if (bytes.length > LIMIT_BYTES) {
                throw new Refused(name + ": too long for a printed checkpoint");
            }
            return Bytes.copyOf(bytes).asUtf8();
        } catch (IOException | InvalidPathException e) {
            throw new Refused(name + ": cannot be read (" + e + "). Give the printed lines, a file with them, or -");
        }
    }

    private void print(ScanResult result) {
        String verdict = switch (result) {
            case ScanResult.Contained _ -> "contained";
            case ScanResult.NotContained _ -> "not-contained";
            case ScanResult.NotSigned _ -> "not-signed";
            case ScanResult.Undecided _ -> "undecided";
        };
        Optional<String> differing = result instanceof ScanResult.NotContained not
                ? not.differing().map(found -> found.words())
                : Optional.empty();
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object()
                                .with("verdict", verdict)
                                .with("origin", JsonOutput.text(result.printed().origin()))
                                .with("size", result.printed().size())
                                .with("root", result.printed().root().hex())
                                .with("why", JsonOutput.text(why(result)))
                                .with("differing", JsonOutput.text(differing))
                                .build());
            case TABLE, CSV -> context.terminal().out().println(verdict + ": " + Table.printable(why(result)));
        }
    }

    private static String why(ScanResult result) {
        return switch (result) {
            case ScanResult.Contained contained ->
                "the ledger of today, " + contained.today().size() + " entries, begins with the "
                        + contained.printed().size() + " entries that were printed";
            case ScanResult.NotContained not -> not.why();
            case ScanResult.NotSigned not -> not.why();
            case ScanResult.Undecided undecided -> undecided.why();
        };
    }
}
