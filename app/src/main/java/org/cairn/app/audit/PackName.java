package org.cairn.app.audit;

import java.time.Instant;
import java.util.Set;
import org.cairn.checklist.FrameworkId;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// Which pack is meant, so that no other can take its place.
/// @param origin the log's name
/// @param sums   SHA-256 of the pack's SHA256SUMS, as the ledger records it with the issue
/// @param size   of the ledger, as the pack's checkpoint signs it
/// @param root   of its tree
public record PackName(
        String packId,
        String origin,
        FrameworkId framework,
        String frameworkVersion,
        Instant issuedAt,
        Digest sums,
        long size,
        Digest root) {
    private static final Set<String> MEMBERS =
            Set.of("packId", "origin", "framework", "frameworkVersion", "issuedAt", "sums", "size", "root");

    JsonObject json() {
        return Json.object()
                .with("packId", packId)
                .with("origin", origin)
                .with("framework", framework.value())
                .with("frameworkVersion", frameworkVersion)
                .with("issuedAt", issuedAt.toString())
                .with("sums", sums.hex())
                .with("size", size)
                .with("root", root.hex())
                .build();
    }

    static PackName of(JsonObject json) throws MalformedJson {
        if (!json.members().keySet().equals(MEMBERS)) {
            throw new MalformedJson("\"pack\" has other members than it should");
        }
        return new PackName(
                json.text("packId"),
                json.text("origin"),
                new FrameworkId(json.text("framework")),
                json.text("frameworkVersion"),
                Instant.parse(json.text("issuedAt")),
                Digest.parseHex(json.text("sums")),
                json.integer("size"),
                Digest.parseHex(json.text("root")));
    }

    /// What the pack's own manifest says, whose SHA256SUMS has this digest.
    static PackName ofManifest(JsonObject manifest, Digest sums) throws MalformedJson {
        JsonObject framework = manifest.object("framework");
        JsonObject checkpoint = manifest.object("checkpoint");
        return new PackName(
                manifest.text("packId"),
                manifest.text("origin"),
                new FrameworkId(framework.text("id")),
                framework.text("version"),
                Instant.parse(manifest.text("issuedAt")),
                sums,
                checkpoint.integer("size"),
                Digest.parseHex(checkpoint.text("root")));
    }
}
