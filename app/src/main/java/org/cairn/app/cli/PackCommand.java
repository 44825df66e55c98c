package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cairn.app.objection.Objection;
import org.cairn.app.objection.ObjectionScope;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.IssuedPack;
import org.cairn.app.workspace.PackRequest;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.FrameworkId;
import org.cairn.evidence.EvidenceId;
import org.cairn.frameworks.Language;
import org.cairn.proof.Json;
import org.cairn.reports.pdf.Depth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "pack",
        description = "Writes an audit pack that a stranger can verify without Cairn.",
        mixinStandardHelpOptions = true)
final class PackCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Option(names = "--framework", required = true, paramLabel = "ID", description = "What it is about.")
    private String framework = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "full, soa, dora-register, ropa, hipaa-risk, annex-iv.")
    private String kind = "full";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.zip",
            description = "The file to write; must not exist.")
    private Path out = Path.of("");

    @Option(
            names = "--withhold",
            paramLabel = "ID",
            description = "Leaves the bytes of this evidence out; its commitment goes in. May be repeated.")
    private List<String> withheld = new ArrayList<>();

    @Option(
            names = "--withhold-redacted",
            description = "Withholds every piece that a redacted copy was made of; the newest copy goes in.")
    private boolean withholdRedacted;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "en or de: of the report, the workbook and the README.")
    private Language language = Language.EN;

    @Option(
            names = "--depth",
            paramLabel = "DEPTH",
            description = "executive, manager or full: how much the report prints. The rest of the pack is whole.")
    private Depth depth = Depth.FULL;

    @Mixin
    private AsOfOptions times = new AsOfOptions();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    PackCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        FrameworkId about = Ids.framework(framework);
        AsOf asOf = times.asOf(context.environment().clock().instant());
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            Set<EvidenceId> left = Set.copyOf(Ids.evidence(withheld, open));
            PackRequest request = new PackRequest(about, kind, out, left, asOf, language, depth, withholdRedacted);
            IssuedPack pack = open.pack(
                    request,
                    step -> context.terminal().say("[" + step.done() + "/" + step.total() + "] " + step.what()));
            List<Objection> objections = open.at(asOf).objections(ObjectionScope.of(about));
            print(pack, objections);
        }
        return ExitCode.DONE;
    }

    private void print(IssuedPack pack, List<Objection> objections) {
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object()
                                .with("file", JsonOutput.text(pack.file().toString()))
                                .with("sizeBytes", pack.sizeBytes())
                                .with("sums", pack.sums().hex())
                                .with("checkpointSize", pack.checkpointSize())
                                .with("rootFingerprint", pack.rootFingerprint().hex())
                                .with("entry", pack.entry())
                                .with("objections", objections.size())
                                .build());
            case TABLE, CSV -> printWords(pack, objections);
        }
    }

    private void printWords(IssuedPack pack, List<Objection> objections) {
        Table table = new Table("pack", pack.file().toString());
        table.row("bytes", Long.toString(pack.sizeBytes()));
        table.row("SHA256SUMS", Fingerprints.grouped(pack.sums()));
        table.row("checkpoint", pack.checkpointSize() + " entries");
        table.row("root certificate", Fingerprints.grouped(pack.rootFingerprint()));
        table.row("objections", ObjectionsText.counts(objections));
        table.printTo(context.terminal().out());
        if (!objections.isEmpty()) {
            context.terminal()
                    .say("`cairn objections --framework " + framework + "` lists what an auditor would object to.");
        }
        context.terminal().say("Tell the auditor the root certificate's fingerprint by another way than the pack.");
    }
}
