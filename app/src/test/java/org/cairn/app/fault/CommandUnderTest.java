package org.cairn.app.fault;

import java.nio.file.Path;
import java.util.List;

/// A command that changes a workspace, and the kind of entry that it ends with.
enum CommandUnderTest {
    ANSWER("ControlAnswered"),
    COLLECT("CollectionCompleted"),
    /// The second signature: it records the erasure and destroys.
    ERASE("EvidenceErased"),
    IMPORT("BundleImported"),
    PACK("PackIssued");

    private final String kind;

    CommandUnderTest(String kind) {
        this.kind = kind;
    }

    /// Of the entry that acknowledges it.
    String kind() {
        return kind;
    }

    /// @param folder with the workspace and the command's files
    List<String> arguments(Path folder) {
        String workspace = folder.resolve("anna/acme").toString();
        return switch (this) {
            case ANSWER -> List.of("answer", "-w", workspace, "NET-4", "--status", "met", "--note", "two firewalls");
            case COLLECT -> List.of("collect", "-w", workspace);
            case ERASE ->
                List.of(
                        "approve",
                        "-w",
                        workspace,
                        folder.resolve("signed.json").toString());
            case IMPORT ->
                List.of(
                        "exchange",
                        "import",
                        "-w",
                        workspace,
                        folder.resolve("ben.bundle").toString());
            case PACK ->
                List.of(
                        "pack",
                        "-w",
                        workspace,
                        "--framework",
                        "dora",
                        "--out",
                        folder.resolve("dora.zip").toString());
        };
    }
}
