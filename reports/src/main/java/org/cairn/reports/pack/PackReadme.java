package org.cairn.reports.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Envelope;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.Merkle;
import org.cairn.proof.MlDsa44;
import org.cairn.reports.pack.PackContent.EvidenceFolder;
import org.cairn.reports.pack.PackContent.Identity;
import org.cairn.reports.pack.PackContent.ProvedEntry;

/// README.txt: how an auditor verifies the pack with unzip, sha256sum, openssl and a PDF reader. A line of four spaces
/// and `$ ` is a command, the indented lines after it are exactly what it prints; a test runs them on a real pack.
/// Nothing in it comes from evidence or from people.
final class PackReadme {
    private final PackContent content;
    private final PackPaths paths;
    private final ReportWords words;

    private PackReadme(PackContent content, PackPaths paths) {
        this.content = content;
        this.paths = paths;
        this.words = ReportWords.in(content.head().language());
    }

    /// @param page  of the verifier for browsers
    /// @param files how many files SHA256SUMS lists
    static String text(PackContent content, PackPaths paths, Digest page, int files) {
        var readme = new PackReadme(content, paths);
        String text = readme.template("signatures") + readme.entry() + readme.evidence() + readme.template("limits");
        Digest root = content.certificates().rootFingerprint();
        Instant judgedAt = content.certificates().judgedAt(content.head().issuedAt());
        Bytes ed25519 = new Ed25519PublicKey(content.ledger().ed25519().publicKey()).spki();
        Bytes mlDsa44 = MlDsa44.spki(content.ledger().mlDsa44().publicKey());
        return fill(
                text.replace("{witnesses}", readme.witnesses())
                        .replace("{time-stamp}", readme.timeStamp())
                        .replace("{statement}", readme.statement()),
                Map.of(
                        "pack", content.head().packId(),
                        "issued", content.head().issuedAt().toString(),
                        "seconds", String.valueOf(judgedAt.getEpochSecond()),
                        "root", root.hex(),
                        "root-colons", colons(root),
                        "log-ed25519", Digest.sha256(ed25519).hex(),
                        "log-mldsa44", Digest.sha256(mlDsa44).hex(),
                        "page", page.hex(),
                        "files", String.valueOf(files),
                        "withheld", String.valueOf(content.withheld().size())));
    }

    private String timeStamp() {
        return content.certificates()
                .stampRootFingerprint()
                .map(root -> fill(template("time-stamp"), Map.of("stamp-root-colons", colons(root))))
                .orElse("");
    }

    private String statement() {
        return content.documents().stream()
                .filter(document -> document.what().equals("statement"))
                .findFirst()
                .map(_ -> words.text("readme.statement"))
                .orElse("");
    }

    private String witnesses() {
        return content.ledger().witnessed().stream()
                .map(state -> state.proof().oldSize())
                .max(Long::compare)
                .map(size -> words.text("readme.witnesses", size))
                .orElseGet(() -> words.text("readme.witnesses.none"));
    }

    /// The example is the entry of the first evidence, or else the last entry that one key signed.
    private String entry() {
        Optional<Long> evidence =
                content.evidence().stream().map(EvidenceFolder::entry).findFirst();
        for (ProvedEntry entry : content.ledger().entries().reversed()) {
            Optional<Identity> signer = signer(entry);
            if (signer.isPresent() && (evidence.isEmpty() || evidence.get() == entry.index())) {
                return fill(
                        template("entry"),
                        Map.of(
                                "entry", String.valueOf(entry.index()),
                                "enrolment", String.valueOf(signer.get().entry()),
                                "key-file", PackFiles.key(signer.get()),
                                "key", signer.get().key().hex(),
                                "leaf", Merkle.leafHash(entry.entry()).hex()));
            }
        }
        return "";
    }

    private Optional<Identity> signer(ProvedEntry entry) {
        try {
            Envelope envelope = Envelope.parse(entry.entry());
            KeyId key = envelope.signatures().getFirst().keyId();
            return envelope.signatures().size() == 1
                    ? content.identities().stream()
                            .filter(identity -> identity.key().equals(key))
                            .findFirst()
                    : Optional.empty();
        } catch (MalformedEnvelope e) {
            throw new IllegalArgumentException("entry " + entry.index() + " is no envelope", e);
        }
    }

    private String evidence() {
        Optional<EvidenceFolder> first = content.evidence().stream().findFirst();
        if (first.isEmpty()) {
            return "";
        }
        EvidenceFolder folder = first.get();
        String text = template("evidence");
        Optional<EvidenceFolder.Artefact> artefact = folder.artefacts().stream().findFirst();
        if (artefact.isPresent()) {
            String path = paths.artefact(
                    folder.id(),
                    artefact.get().number(),
                    artefact.get().source().location());
            String commitment = artefact.get().payload().commitment().hex();
            text += fill(template("artefact"), Map.of("artefact", path, "artefact-commitment", commitment));
        }
        return fill(
                text,
                Map.of(
                        "folder", paths.folder(folder.id()),
                        "manifest", paths.manifest(folder.id()),
                        "manifest-commitment", folder.manifest().commitment().hex(),
                        "evidence-entry", String.valueOf(folder.entry())));
    }

    /// As openssl prints a fingerprint.
    private static String colons(Digest digest) {
        return HexFormat.ofDelimiter(":").formatHex(digest.toByteArray()).toUpperCase(Locale.ROOT);
    }

    private static String fill(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace('{' + value.getKey() + '}', value.getValue());
        }
        return filled;
    }

    private String template(String part) {
        String name = switch (words.language()) {
            case EN -> "readme-" + part + ".txt";
            case DE -> "readme-" + part + ".de.txt";
        };
        try (InputStream in = PackReadme.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " belongs beside this class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " belongs beside this class", e);
        }
    }
}
