package org.cairn.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.cairn.causality.Result;
import org.cairn.causality.export.ProvJson;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = "Writes the whole record as W3C PROV-JSON. What failed is not in it: PROV has no words for that.",
        mixinStandardHelpOptions = true)
final class RuntimeExportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private RuntimeOptions options = new RuntimeOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
    private Path out = Path.of("");

    RuntimeExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Refused {
        RuntimeRecord record = options.read();
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out, StandardOpenOption.CREATE_NEW))) {
            ProvJson.write(record.graph(), file);
        } catch (FileAlreadyExistsException _) {
            throw new Refused(out + ": exists; choose another name");
        } catch (IOException e) {
            throw new Refused(out + ": cannot be written to its end (" + e + "); remove what is there");
        }
        long failed = record.graph().edges().stream()
                .filter(edge -> edge.result() == Result.FAILED)
                .count();
        if (options.format() == Format.JSON) {
            JsonOutput.print(
                    context.terminal().out(),
                    Json.object()
                            .with("file", out.toString())
                            .with("nodes", record.graph().nodes().size())
                            .with("relations", record.graph().edges().size() - failed)
                            .with("failedNotWritten", failed)
                            .with("coverage", new RuntimeCoverage(record, Window.ALWAYS).json())
                            .build());
        } else {
            context.terminal()
                    .out()
                    .println(out + ": " + record.graph().nodes().size() + " nodes; " + failed
                            + " actions that failed are not in it");
            new RuntimeCoverage(record, Window.ALWAYS)
                    .printTo(context.terminal().out());
        }
        return ExitCode.DONE;
    }
}
