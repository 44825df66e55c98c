package org.cairn.verifier;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.MalformedJson;

/// manifest.json says what is really there.
final class ManifestCheck {
    private final PackFiles files;
    private final Findings findings;

    ManifestCheck(PackFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    Optional<PackManifest> read() throws RefusedInput {
        Optional<Bytes> document = files.read(Layout.MANIFEST);
        if (document.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (!Json.write(Json.parse(document.get())).equals(document.get())) {
                findings.defect(Layout.MANIFEST, "is not in canonical form");
            }
            return Optional.of(PackManifest.parse(document.get()));
        } catch (MalformedJson e) {
            findings.defect(Layout.MANIFEST, "is not a pack's manifest: " + e.getMessage());
            return Optional.empty();
        }
    }

    /// Files: each is named, each name is there.
    void names(PackManifest manifest) {
        for (String name : files.names()) {
            boolean own = name.equals(Layout.MANIFEST) || Layout.isSums(name);
            if (!own && !manifest.files().containsKey(name)) {
                findings.defect(name, "manifest.json does not say what it is");
            }
        }
        for (String name : new TreeSet<>(manifest.files().keySet())) {
            files.expect(name);
        }
        for (String name : new String[] {Layout.README, Layout.REPORT, Layout.WORKBOOK}) {
            files.expect(name);
        }
        for (long entry : manifest.entries()) {
            files.expect(Layout.entry(entry));
        }
    }

    /// The checkpoint and root certificate it names are the ones in the pack.
    void state(PackManifest manifest, Checkpoint checkpoint) {
        if (!manifest.origin().equals(checkpoint.origin())
                || manifest.size() != checkpoint.size()
                || !manifest.root().equals(checkpoint.root())) {
            findings.defect(Layout.MANIFEST, "names another checkpoint than ledger/checkpoint");
        }
    }

    void root(PackManifest manifest, CertificateChain certificates) {
        if (!manifest.rootCertificate().equals(certificates.rootFingerprint())) {
            findings.defect(Layout.MANIFEST, "names another root certificate than certificates/root.pem");
        }
    }

    /// Entries in the pack are the ones the manifest names, and the framework is the one the ledger says was adopted.
    void entries(PackManifest manifest, SortedMap<Long, LedgerEntry> entries) throws RefusedInput {
        for (LedgerEntry entry : entries.values()) {
            if (!manifest.entries().contains(entry.index())) {
                findings.defect(entry.file(), entry.index(), "manifest.json does not name this entry");
            }
        }
        PackManifest.Framework framework = manifest.framework();
        Optional<Digest> content = files.sha256(framework.file());
        if (content.isPresent() && !content.get().equals(framework.content())) {
            findings.defect(framework.file(), "is not the content that manifest.json names");
        }
        LedgerEntry adoption = entries.get(framework.entry());
        if (adoption == null) {
            files.expect(Layout.entry(framework.entry()));
        } else if (!Json.text("FrameworkAdopted")
                        .equals(adoption.said().members().get("kind"))
                || !Json.text(framework.id()).equals(adoption.said().members().get("framework"))
                || !Json.text(framework.content().hex())
                        .equals(adoption.said().members().get("content"))) {
            findings.defect(
                    framework.file(), framework.entry(), "the entry does not record the adoption of this content");
        }
    }
}
