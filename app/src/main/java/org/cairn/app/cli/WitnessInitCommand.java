package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.Witness;
import org.cairn.ledger.key.WitnessKeyring;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "init",
        description = "Makes a witness who has no workspace: keys and an empty memory in a folder.",
        mixinStandardHelpOptions = true)
final class WitnessInitCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--memory", required = true, paramLabel = "DIR", description = "The witness's own folder.")
    private Path memory = Path.of("");

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "As in its signature lines, such as" + " team-b.example/anna; no spaces, no plus.")
    private String name = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Writes the verifier keys to FILE, to be handed out.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Reads the new passphrase from FILE.")
    private Optional<Path> passphraseFile = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    WitnessInitCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        if (out.isPresent()) {
            WitnessFiles.requireNew(out.get());
        }
        try (Passphrase passphrase = PassphraseSource.chosen(context.terminal(), passphraseFile)) {
            Witness witness = WitnessKeyring.create(
                    memory, name, passphrase, context.environment().random());
            StringBuilder lines = new StringBuilder();
            witness.keys().forEach(key -> lines.append(key.encode()).append('\n'));
            if (out.isPresent()) {
                WitnessFiles.writeNew(out.get(), Bytes.utf8(lines.toString()));
            }
            print(witness, lines.toString());
        } catch (KeyException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
        return ExitCode.DONE;
    }

    private void print(Witness witness, String lines) {
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object()
                                .with("memory", memory.toString())
                                .with("name", name)
                                .with(
                                        "keys",
                                        JsonOutput.texts(witness.keys().stream()
                                                .map(key -> key.encode())
                                                .toList()))
                                .build());
            case TABLE, CSV -> context.terminal().out().print(lines);
        }
        context.terminal()
                .say("Hand these keys to whoever asks you to witness. Keep the folder: what it remembers is what a"
                        + " rewritten history is found by. Without the passphrase its keys are lost.");
    }
}
