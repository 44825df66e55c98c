package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.PackRenewal.Renewed;
import org.cairn.app.workspace.Workspace;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.reports.sign.HashAlgorithm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "renew",
        description = "Keeps packs provable: one time stamp over all of them, and an evidence record (RFC 4998) beside"
                + " each, PACK.ers.",
        footer = "Repeat it before the certificate of the last time stamp ends, and with a stronger --hash before the"
                + " present one weakens.",
        mixinStandardHelpOptions = true)
final class RenewCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(arity = "1..*", paramLabel = "PACK|FOLDER", description = "Packs, and folders of packs (*.zip).")
    private List<Path> packs = new ArrayList<>();

    @Option(
            names = "--hash",
            paramLabel = "ALGORITHM",
            description = "SHA-256, SHA-384 or SHA-512. Default: the strongest of the records, or SHA-256.")
    private Optional<String> hash = Optional.empty();

    @Option(
            names = "--tsa-root",
            paramLabel = "FILE",
            description = "Root of an authority that stamped before, where it is not the one of now. Repeatable.")
    private List<Path> roots = new ArrayList<>();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    RenewCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Optional<HashAlgorithm> algorithm =
                hash.isPresent() ? Optional.of(HashWords.parse(hash.get())) : Optional.empty();
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            print(open.renewal().renew(packs, algorithm, roots));
        }
        return ExitCode.DONE;
    }

    private void print(List<Renewed> renewed) {
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        new JsonArray(renewed.stream().map(RenewCommand::json).toList()));
            case TABLE, CSV -> {
                Table table = new Table("evidence record", "what", "renew before (UTC)");
                renewed.forEach(one -> table.row(
                        one.record().toString(),
                        one.first() ? "first" : "renewed",
                        one.renewBefore().map(Object::toString).orElse("")));
                table.printTo(context.terminal().out());
            }
        }
    }

    private static Json json(Renewed one) {
        return Json.object()
                .with("pack", JsonOutput.text(one.pack().toString()))
                .with("record", JsonOutput.text(one.record().toString()))
                .with("what", one.first() ? "first" : "renewed")
                .with("renewBefore", one.renewBefore().map(Object::toString).orElse(""))
                .build();
    }
}
