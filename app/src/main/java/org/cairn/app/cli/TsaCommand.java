package org.cairn.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.StampSource;
import org.cairn.app.workspace.TimeStamps;
import org.cairn.app.workspace.Workspace;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "tsa",
        description = "Who time-stamps what this workspace signs (RFC 3161).",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class TsaCommand {
    private final CommandContext context;

    TsaCommand(CommandContext context) {
        this.context = context;
    }

    @Command(name = "show", description = "Who time-stamps now.")
    int show(
            @Mixin WorkspaceOptions workspace,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        try (Workspace open = workspace.open(context, Access.READ)) {
            print(open.timeStamps().source(), format);
        }
        return ExitCode.DONE;
    }

    @Command(name = "own", description = "The workspace's own key: proves order, and not time.")
    int own(
            @Mixin WorkspaceOptions workspace,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        return use(workspace, new StampSource.Own(), format);
    }

    @Command(name = "none", description = "Nobody: the time of signing is the local clock's claim.")
    int none(
            @Mixin WorkspaceOptions workspace,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        return use(workspace, new StampSource.None(), format);
    }

    @Command(
            name = "folder",
            description = "An authority that answers NAME.tsq in a folder by NAME.tsr (RFC 3161 section 3.2).")
    int folder(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "FOLDER", description = "Where requests are laid and answers awaited.")
                    Path folder,
            @Option(
                            names = "--root",
                            required = true,
                            paramLabel = "FILE",
                            description = "The authority's root certificate, PEM or DER: what is trusted.")
                    Path root,
            @Option(
                            names = "--wait",
                            defaultValue = "60",
                            paramLabel = "SECONDS",
                            description = "How long each answer is waited for; 1 to 3600.")
                    int seconds,
            @Option(
                            names = "--crl",
                            paramLabel = "FILE",
                            description = "Where the authority's newest revocation list lies, PEM or DER. Then no stamp"
                                    + " is believed of which it does not tell, or by a certificate that it revokes.")
                    Optional<Path> list,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        if (seconds < 1 || seconds > 3600) {
            throw new Refused("--wait is 1 to 3600 seconds, not " + seconds);
        }
        StampSource.Folder authority =
                TimeStamps.folder(folder, CertificateFiles.read(root), Duration.ofSeconds(seconds));
        return use(workspace, list.isPresent() ? TimeStamps.revokedBy(authority, list.get()) : authority, format);
    }

    private int use(WorkspaceOptions workspace, StampSource source, Format format) throws Exception {
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            open.timeStamps().use(source);
            print(source, format);
        }
        return ExitCode.DONE;
    }

    private void print(StampSource source, Format format) {
        switch (format) {
            case JSON -> JsonOutput.print(context.terminal().out(), json(source));
            case TABLE, CSV -> context.terminal().out().println("time stamps: " + Table.printable(words(source)));
        }
    }

    private static Json json(StampSource source) {
        return switch (source) {
            case StampSource.None _ -> Json.object().with("authority", "none").build();
            case StampSource.Own _ -> Json.object().with("authority", "own").build();
            case StampSource.Folder outside ->
                Json.object()
                        .with("authority", "folder")
                        .with("folder", JsonOutput.text(outside.folder().toString()))
                        .with(
                                "root",
                                JsonOutput.text(
                                        outside.root().getSubjectX500Principal().toString()))
                        .with("waitSeconds", outside.patience().toSeconds())
                        .with(
                                "revocationList",
                                JsonOutput.text(outside.revoked().map(Path::toString)))
                        .build();
        };
    }

    private static String words(StampSource source) {
        return switch (source) {
            case StampSource.None _ -> "none; the time of signing is the claim of the local clock";
            case StampSource.Own _ ->
                "by the workspace's own key; that proves the order of signatures, the time is the claim of the local"
                        + " clock";
            case StampSource.Folder outside ->
                "by the authority behind " + outside.folder() + ", under the root "
                        + outside.root().getSubjectX500Principal() + ", within "
                        + outside.patience().toSeconds() + " s, "
                        + outside.revoked()
                                .map(list -> "looked for in the revocation list " + list)
                                .orElse("whether it was revoked is not asked");
        };
    }
}
