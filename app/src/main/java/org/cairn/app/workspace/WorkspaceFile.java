package org.cairn.app.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.ledger.store.DurableFolder;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// `cairn.json`: what can be known of a workspace without its passphrase.
record WorkspaceFile(int formatVersion, String origin, String organisation) {
    static final String NAME = "cairn.json";

    /// Raised when the folder's layout changes.
    static final int FORMAT = 1;

    private static final int LIMIT_BYTES = 1 << 16;

    void write(WorkspaceFolder folder) throws IOException {
        Bytes content = Json.write(Json.object()
                        .with("formatVersion", formatVersion)
                        .with("origin", origin)
                        .with("organisation", organisation)
                        .build())
                .concat(Bytes.utf8("\n"));
        DurableFolder.of(folder.root()).writeNew(NAME, content);
    }

    static WorkspaceFile read(WorkspaceFolder folder) throws WorkspaceException {
        Path file = folder.description();
        try {
            JsonObject json = Json.parseObject(content(file));
            long version = json.integer("formatVersion");
            if (version != FORMAT) {
                throw new WorkspaceException(
                        Kind.BAD_INPUT,
                        file + ": the folder has format " + version + " and this version reads format " + FORMAT
                                + ". Open it with the version of Cairn that wrote it, or a newer one");
            }
            return new WorkspaceFile(FORMAT, json.text("origin"), json.text("organisation"));
        } catch (NoSuchFileException e) {
            throw notAWorkspace(folder, e);
        } catch (IOException e) {
            throw new WorkspaceException(Kind.OUTSIDE, file + ": cannot be read (" + e + ")", e);
        } catch (MalformedJson e) {
            throw new WorkspaceException(
                    Kind.DAMAGED,
                    file + ": " + e.getMessage() + ". Restore it from a backup; nothing else was touched",
                    e);
        }
    }

    private static WorkspaceException notAWorkspace(WorkspaceFolder folder, IOException cause) {
        String what = Files.isDirectory(folder.root())
                ? "is no workspace: it has no " + NAME
                : Files.exists(folder.root()) ? "is no folder" : "does not exist";
        return new WorkspaceException(
                Kind.NOT_A_WORKSPACE,
                folder.root() + " " + what + ". Found one with `cairn init DIR --organisation NAME`",
                cause);
    }

    private static Bytes content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] read = in.readNBytes(LIMIT_BYTES + 1);
            if (read.length > LIMIT_BYTES) {
                throw new IOException("larger than " + LIMIT_BYTES + " bytes");
            }
            return Bytes.copyOf(read);
        }
    }
}
