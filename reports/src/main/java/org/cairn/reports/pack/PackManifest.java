package org.cairn.reports.pack;

import java.util.ArrayList;
import java.util.List;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.MalformedNote;
import org.cairn.reports.pack.PackContent.EvidenceFolder;

/// Writes manifest.json: what each file is and which entry backs it. Canonical JSON; the shape stands in
/// `docs/pack-format.md`.
final class PackManifest {
    static final String PATH = "manifest.json";
    private static final String FORMAT = "cairn-pack";
    private static final int VERSION = 1;

    private final PackContent content;
    private final PackPaths paths;

    private PackManifest(PackContent content, PackPaths paths) {
        this.content = content;
        this.paths = paths;
    }

    /// @param files every file but the manifest itself and the sums, sorted
    static Bytes write(PackContent content, PackPaths paths, List<PackPart> files) {
        var manifest = new PackManifest(content, paths);
        return Json.write(Json.object()
                .with("format", FORMAT)
                .with("formatVersion", VERSION)
                .with("packId", content.head().packId())
                .with("kind", content.head().kind().code())
                .with("origin", manifest.checkpoint().origin())
                .with("issuedAt", content.head().issuedAt().toString())
                .with("productVersion", content.head().productVersion())
                .with("language", ReportWords.code(content.head().language()))
                .with("asOf", shown(content.head().shown()))
                .with(
                        "rootCertificate",
                        content.certificates().rootFingerprint().hex())
                .with("framework", manifest.framework())
                .with("checkpoint", manifest.checkpointJson())
                .with("files", files.stream().map(PackManifest::file).toList())
                .with(
                        "entries",
                        content.ledger().entries().stream()
                                .map(entry -> Json.number(entry.index()))
                                .toList())
                .with(
                        "evidence",
                        content.evidence().stream().map(manifest::evidence).toList())
                .with("openings", manifest.openings())
                .with(
                        "withheld",
                        content.withheld().stream().map(PackManifest::withheld).toList())
                .with(
                        "erased",
                        content.erased().stream().map(PackManifest::erased).toList())
                .with(
                        "identities",
                        content.identities().stream()
                                .map(PackManifest::identity)
                                .toList())
                .build());
    }

    private Checkpoint checkpoint() {
        try {
            return Checkpoint.parse(content.ledger().checkpoint().text());
        } catch (MalformedNote e) {
            throw new IllegalArgumentException("the ledger's checkpoint is none", e);
        }
    }

    private Json checkpointJson() {
        return Json.object()
                .with("size", checkpoint().size())
                .with("root", checkpoint().root().hex())
                .build();
    }

    private static Json shown(ShownState shown) {
        return Json.object()
                .with("validAt", shown.validAt().toString())
                .with("knownAt", shown.knownAt().toString())
                .with("knownBy", shown.knownBy().code())
                .with("entries", shown.entries())
                .build();
    }

    private Json framework() {
        PackContent.FrameworkData framework = content.framework();
        return Json.object()
                .with("id", framework.id().value())
                .with("version", framework.version())
                .with("file", PackFiles.framework(content))
                .with("content", Digest.sha256(framework.data()).hex())
                .with("entry", framework.adopted())
                .build();
    }

    private static Json file(PackPart part) {
        return Json.object()
                .with("path", part.path())
                .with("what", part.what())
                .with("title", part.title())
                .build();
    }

    private Json evidence(EvidenceFolder folder) {
        return Json.object()
                .with("id", folder.id().hex())
                .with("entry", folder.entry())
                .with("title", folder.title())
                .with(
                        "controls",
                        folder.controls().stream()
                                .map(id -> Json.text(id.value()))
                                .toList())
                .with("folder", paths.folder(folder.id()))
                .build();
    }

    private List<Json> openings() {
        List<Json> openings = new ArrayList<>();
        for (EvidenceFolder folder : content.evidence()) {
            openings.add(opening(paths.manifest(folder.id()), folder.entry(), folder.manifest()));
            for (EvidenceFolder.Artefact artefact : folder.artefacts()) {
                String path = paths.artefact(
                        folder.id(), artefact.number(), artefact.source().location());
                openings.add(opening(path, folder.entry(), artefact.payload()));
            }
        }
        for (PackContent.Text text : content.texts()) {
            openings.add(opening(PackPaths.text(text), text.entry(), text.payload()));
        }
        return openings;
    }

    private static Json opening(String path, long entry, PayloadRef payload) {
        return Json.object()
                .with("file", path)
                .with("salt", PackPaths.salt(path))
                .with("entry", entry)
                .with("commitment", payload.commitment().hex())
                .build();
    }

    private static Json withheld(PackContent.Withheld item) {
        return Json.object()
                .with("entry", item.entry())
                .with("what", item.what())
                .with("reason", item.reason())
                .with("commitment", item.payload().commitment().hex())
                .with("sizeBytes", item.payload().sizeBytes())
                .build();
    }

    private static Json erased(ErasedItem item) {
        return Json.object()
                .with("entry", item.entry())
                .with("what", item.what())
                .with("erasedBy", item.erasedBy())
                .with("erasedAt", item.erasedAt().toString())
                .with("reason", item.reason())
                .with("commitment", item.payload().commitment().hex())
                .with("sizeBytes", item.payload().sizeBytes())
                .build();
    }

    private static Json identity(PackContent.Identity identity) {
        return Json.object()
                .with("keyId", identity.key().hex())
                .with("role", identity.role().name())
                .with("entry", identity.entry())
                .with("file", PackFiles.key(identity))
                .build();
    }
}
