package org.cairn.reports.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.Opening;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.MlDsa44;
import org.cairn.proof.TlogProof;
import org.cairn.reports.pack.PackContent.EvidenceFolder;
import org.cairn.reports.pack.PackContent.Identity;
import org.cairn.reports.pack.PackContent.LedgerExtract;
import org.cairn.reports.pack.PackContent.ProvedEntry;
import org.cairn.reports.pack.PackContent.Text;
import org.cairn.reports.pack.PackContent.WitnessedState;

/// Every file of a pack except the README, the manifest, and the sums with their signatures.
final class PackFiles {
    static final String REPORT = "report.pdf";
    static final String WORKBOOK = "workbook.xlsx";
    static final String ROOT = "certificates/root.pem";
    static final String STAMP_ROOT = "certificates/tsa-root.pem";
    static final String LOG_ED25519 = "keys/log-ed25519.pem";
    static final String LOG_ML_DSA_44 = "keys/log-mldsa44.pem";
    private static final String PUBLIC_KEY = "PUBLIC KEY";

    private final PackContent content;
    private final PackPaths paths;
    private final PayloadReader payloads;
    private final List<PackPart> parts = new ArrayList<>();
    private Optional<Opened> last = Optional.empty();

    private record Opened(PayloadRef payload, Opening opening) {}

    private PackFiles(PackContent content, PackPaths paths, PayloadReader payloads) {
        this.content = content;
        this.paths = paths;
        this.payloads = payloads;
    }

    /// In no particular order.
    static List<PackPart> of(PackContent content, PackPaths paths, PayloadReader payloads) {
        var files = new PackFiles(content, paths, payloads);
        files.documents();
        files.ledger(content.ledger());
        content.evidence().forEach(files::evidence);
        for (Text text : content.texts()) {
            files.payload(
                    PackPaths.text(text), "text", "the " + text.what() + " in entry " + text.entry(), text.payload());
        }
        files.keys();
        return files.parts;
    }

    static String framework(PackContent content) {
        return PackContent.frameworkFile(content.framework().id());
    }

    static String entry(long index) {
        return "ledger/entries/" + index + ".json";
    }

    static String proof(long index) {
        return "ledger/proofs/" + index + ".tlog-proof";
    }

    static String key(Identity identity) {
        return "keys/" + identity.role().name().toLowerCase(Locale.ROOT) + '-'
                + identity.key().hex().substring(0, 12) + ".pem";
    }

    private void documents() {
        add(REPORT, "report", "the report, signed", content.report());
        add(WORKBOOK, "workbook", "the report's tables, signed", content.workbook());
        add(
                framework(content),
                "framework",
                "the framework in the version used",
                content.framework().data());
        content.documents().forEach(each -> add(each.path(), each.what(), each.title(), each.content()));
        PackCertificates certificates = content.certificates();
        add(ROOT, "certificate", "root certificate: compare its fingerprint", certificates.rootPem());
        add("certificates/chain.pem", "certificate", "signing certificate first", certificates.chainPem());
        add("certificates/crl.pem", "revocations", "what the root has revoked", certificates.revocationsPem());
        certificates
                .stampRootPem()
                .ifPresent(pem -> add(STAMP_ROOT, "certificate", "root of the time-stamp authority", pem));
    }

    private void ledger(LedgerExtract ledger) {
        String ed25519 = ledger.ed25519().encode();
        String mlDsa44 = ledger.mlDsa44().encode();
        add(
                "ledger/checkpoint",
                "checkpoint",
                "size and root of the ledger, signed",
                ledger.checkpoint().encode());
        add("ledger/keys", "log-keys", "the log's keys as verifier keys", Bytes.utf8(ed25519 + '\n' + mlDsa44 + '\n'));
        add(
                "ledger/policy",
                "policy",
                "whose signatures a checkpoint needs",
                ledger.policy().encode());
        for (WitnessedState state : ledger.witnessed()) {
            long size = state.proof().oldSize();
            String name = "ledger/witnessed/" + size;
            add(
                    name + ".note",
                    "cosigned-checkpoint",
                    "the state of " + size + " entries, cosigned by witnesses",
                    state.note().encode());
            add(
                    name + ".proof",
                    "consistency-proof",
                    "that the ledger begins with these " + size + " entries",
                    state.proof().encode());
        }
        for (ProvedEntry entry : ledger.entries()) {
            String index = String.valueOf(entry.index());
            add(entry(entry.index()), "entry", "ledger entry " + index, entry.entry());
            var proof =
                    new TlogProof(Bytes.empty(), entry.index(), entry.proof().path(), ledger.checkpoint());
            // each holds the checkpoint with its signatures, so it is made when it is written
            parts.add(new PackPart(
                    proof(entry.index()),
                    "inclusion-proof",
                    "that entry " + index + " is in the ledger",
                    proof.encode().size(),
                    proof::encode));
        }
    }

    private void evidence(EvidenceFolder folder) {
        payload(paths.manifest(folder.id()), "evidence-manifest", folder.title(), folder.manifest());
        for (EvidenceFolder.Artefact artefact : folder.artefacts()) {
            String location = artefact.source().location();
            payload(paths.artefact(folder.id(), artefact.number(), location), "artefact", location, artefact.payload());
        }
    }

    private void keys() {
        add(
                LOG_ED25519,
                "public-key",
                "the log's Ed25519 key",
                pem(new Ed25519PublicKey(content.ledger().ed25519().publicKey()).spki()));
        add(
                LOG_ML_DSA_44,
                "public-key",
                "the log's ML-DSA-44 key",
                pem(MlDsa44.spki(content.ledger().mlDsa44().publicKey())));
        for (Identity identity : content.identities()) {
            add(
                    key(identity),
                    "public-key",
                    "key " + identity.key() + ", enrolled by entry " + identity.entry(),
                    pem(identity.spki()));
        }
    }

    private static Bytes pem(Bytes spki) {
        return Pem.encode(PUBLIC_KEY, spki);
    }

    private void add(String path, String what, String title, Bytes bytes) {
        parts.add(PackPart.of(path, what, title, bytes));
    }

    private void payload(String path, String what, String title, PayloadRef payload) {
        parts.add(new PackPart(path, what, title, payload.sizeBytes(), new PackPart.Content() {
            @Override
            public Bytes read() throws VaultException {
                return open(payload).content();
            }

            @Override
            public void writeTo(OutputStream out) throws IOException, VaultException {
                payloads.copy(payload, out);
            }
        }));
        parts.add(new PackPart(
                PackPaths.salt(path),
                "salt",
                "stands before " + path + " in its commitment",
                32,
                () -> PackPart.isLarge(payload.sizeBytes())
                        ? payloads.salt(payload)
                        : open(payload).salt()));
    }

    /// A file and its salt are read one after the other; the payload is opened once for both.
    private Opening open(PayloadRef payload) throws VaultException {
        if (last.isEmpty() || !last.get().payload().equals(payload)) {
            last = Optional.of(new Opened(payload, payloads.open(payload)));
        }
        return last.get().opening();
    }
}
