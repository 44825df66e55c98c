package org.cairn.app.workspace;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.ledger.store.DurableFolder;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// `timestamps.json`: who time-stamps. A setting of this copy on this machine and no entry: it judges nothing, and
/// what a pack was stamped by stands in the pack.
final class StampSettings {
    static final String NAME = "timestamps.json";

    private static final int LIMIT_BYTES = 1 << 16;
    private static final long LONGEST_WAIT_SECONDS = 3600;

    private StampSettings() {}

    static StampSource read(WorkspaceFolder folder) throws WorkspaceException {
        DurableFolder root = DurableFolder.of(folder.root());
        if (!root.has(NAME)) {
            return new StampSource.None();
        }
        try {
            JsonObject json = Json.parseObject(root.read(NAME, LIMIT_BYTES));
            return switch (json.text("authority")) {
                case "none" -> new StampSource.None();
                case "own" -> new StampSource.Own();
                case "folder" ->
                    new StampSource.Folder(
                            Path.of(json.text("folder")),
                            certificate(Bytes.parseHex(json.text("rootCertificate"))),
                            Duration.ofSeconds(Math.clamp(json.integer("waitSeconds"), 1, LONGEST_WAIT_SECONDS)),
                            json.member("revocationList").isPresent()
                                    ? Optional.of(Path.of(json.text("revocationList")))
                                    : Optional.empty());
                default -> throw new MalformedJson("authority is none, own or folder");
            };
        } catch (IOException | MalformedJson | CertificateException | IllegalArgumentException e) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    root.path(NAME) + ": " + e.getMessage() + ". Set the authority again with `cairn tsa`; nothing was"
                            + " signed",
                    e);
        }
    }

    static void write(WorkspaceFolder folder, StampSource source) throws WorkspaceException {
        Json.Builder json = Json.object();
        switch (source) {
            case StampSource.None _ -> json.with("authority", "none");
            case StampSource.Own _ -> json.with("authority", "own");
            case StampSource.Folder outside -> {
                json.with("authority", "folder")
                        .with("folder", outside.folder().toString())
                        .with("rootCertificate", hex(outside.root()))
                        .with("waitSeconds", outside.patience().toSeconds());
                outside.revoked().ifPresent(list -> json.with("revocationList", list.toString()));
            }
        }
        DurableFolder root = DurableFolder.of(folder.root());
        try {
            root.write(NAME, Json.write(json.build()).concat(Bytes.utf8("\n")));
        } catch (IOException e) {
            throw new WorkspaceException(Kind.OUTSIDE, root.path(NAME) + ": cannot be written (" + e + ")", e);
        }
    }

    static X509Certificate certificate(Bytes encoded) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(encoded.toByteArray()));
    }

    private static String hex(X509Certificate certificate) {
        try {
            return Bytes.copyOf(certificate.getEncoded()).hex();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has an encoding", e);
        }
    }
}
