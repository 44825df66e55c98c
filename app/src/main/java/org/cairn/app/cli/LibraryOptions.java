package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.Framework;
import org.cairn.frameworks.FrameworkLibrary;
import picocli.CommandLine.Option;

/// Which frameworks a command knows: those that ship with Cairn and, where a workspace is named, those imported there.
final class LibraryOptions {
    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            description = "A workspace folder, for what was imported there.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Reads the passphrase from the first line of FILE. Otherwise: CAIRN_PASSPHRASE, or a prompt.")
    private Optional<Path> passphraseFile = Optional.empty();

    @Option(names = "--person", paramLabel = "LABEL", description = "Who opens the workspace.")
    private Optional<String> person = Optional.empty();

    FrameworkLibrary library(CommandContext context) throws WorkspaceException, Refused {
        return library(context, AsOf.now());
    }

    /// Of a past state: with those that had been imported by then.
    FrameworkLibrary library(CommandContext context, AsOf asOf) throws WorkspaceException, Refused {
        if (folder.isEmpty()) {
            return context.environment().knowledge().library();
        }
        WorkspaceOptions workspace = WorkspaceOptions.of(folder.get(), passphraseFile, person);
        try (Workspace open = workspace.open(context, Access.READ)) {
            return open.at(asOf).library();
        }
    }

    /// Requires the id as typed.
    static Framework framework(FrameworkLibrary library, String id) throws Refused {
        return library.find(Ids.framework(id))
                .orElseThrow(() -> new Refused("no framework " + id + "; there are "
                        + String.join(
                                " ",
                                library.frameworks().stream()
                                        .map(each -> each.id().value())
                                        .toList())));
    }
}
