package org.cairn.verifier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.EnvelopeSignature;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.MalformedKey;
import org.cairn.proof.authority.HolderId;
import org.cairn.proof.authority.Reestablishment;

/// Each entry is signed by a key that an entry of the pack enrols, no later than the entry it signs. Only the founding
/// key, which signs entry 0, stands before its own enrolment: that one has to be the ledger's first. Where nothing of
/// that
/// is amiss, the rules about who may record what are applied too.
final class IdentitiesCheck {
    /// A key and the entry that binds it to its identity.
    private record Enrolled(long entry, Ed25519PublicKey key) {}

    private final PackFiles files;
    private final Findings findings;
    private final SortedMap<Long, LedgerEntry> entries;
    private final Map<KeyId, Enrolled> enrolled = new HashMap<>();
    /// Keys whose entry of enrolment is missing or broken.
    private final Set<KeyId> unread = new HashSet<>();
    private final SignatureChecks signatures = new SignatureChecks();

    IdentitiesCheck(PackFiles files, Findings findings, SortedMap<Long, LedgerEntry> entries) {
        this.files = files;
        this.findings = findings;
        this.entries = entries;
    }

    void check(PackManifest manifest) throws RefusedInput {
        int defectsBefore = findings.defects().size();
        for (LedgerEntry entry : entries.values()) {
            switch (entry.kind()) {
                case "IdentityEnrolled", "RecoveryKeyEnrolled" -> enrol(entry, "key", "spki");
                case "KeyRotated" -> enrol(entry, "newKey", "spki");
                case "AdministratorReestablished" -> reestablish(entry);
                case "SampleDeclared" ->
                    findings.note("SAMPLE, NOT EVIDENCE: entry " + entry.index()
                            + " declares the workspace a sample to look around in");
                default -> {}
            }
        }
        for (PackManifest.Identity identity : manifest.identities()) {
            identity(identity);
        }
        signatures.verifyAll(
                entries.values(), id -> Optional.ofNullable(enrolled.get(id)).map(Enrolled::key));
        for (LedgerEntry entry : entries.values()) {
            for (EnvelopeSignature signature : entry.envelope().signatures()) {
                signature(entry, signature);
            }
        }
        if (unread.isEmpty() && entries.containsKey(0L) && findings.defects().size() == defectsBefore) {
            new AuthorityCheck(files, findings, entries, signatures).check();
        }
    }

    private void reestablish(LedgerEntry entry) {
        enrol(entry, "key", "spki");
        enrol(entry, "nextKey", "nextSpki");
        try {
            findings.note(new Reestablishment(
                            entry.index(),
                            new HolderId(entry.event().text("holder")),
                            KeyId.parse(entry.event().text("key")))
                    .words());
        } catch (MalformedJson | IllegalArgumentException e) {
            findings.defect(entry.file(), entry.index(), "re-establishes nobody: " + e.getMessage());
        }
    }

    /// @param id the member that holds the key's id
    private void enrol(LedgerEntry entry, String id, String spki) {
        try {
            Ed25519PublicKey key =
                    Ed25519PublicKey.parseSpki(Bytes.parseHex(entry.event().text(spki)));
            if (!key.keyId().hex().equals(entry.event().text(id))) {
                findings.defect(entry.file(), entry.index(), "enrols a key under another key's id");
            } else {
                enrolled.putIfAbsent(key.keyId(), new Enrolled(entry.index(), key));
            }
        } catch (MalformedJson | MalformedKey | IllegalArgumentException e) {
            findings.defect(entry.file(), entry.index(), "enrols no usable key: " + e.getMessage());
        }
    }

    private void signature(LedgerEntry entry, EnvelopeSignature signature) {
        Enrolled signer = enrolled.get(signature.keyId());
        if (signer == null && unread.contains(signature.keyId())) {
            return; // why the entry that should enrol it cannot be used was noted
        }
        if (signer == null) {
            findings.defect(
                    entry.file(),
                    entry.index(),
                    "is signed by key " + signature.keyId() + ", which no entry of the pack enrols");
        } else if (!signatures.verifies(signer.key(), entry.envelope().signedBytes(), signature.signature())) {
            findings.defect(
                    entry.file(), entry.index(), "its signature by key " + signature.keyId() + " does not verify");
        } else if (signer.entry() > entry.index() && !founding(signature.keyId())) {
            findings.defect(
                    entry.file(),
                    entry.index(),
                    "is signed by key " + signature.keyId() + ", which was enrolled later, by entry " + signer.entry());
        }
    }

    private boolean founding(KeyId key) {
        LedgerEntry first = entries.get(0L);
        return first != null
                && first.envelope().signatures().stream()
                        .anyMatch(signature -> signature.keyId().equals(key))
                && enrolled.values().stream()
                        .allMatch(other -> other.key().keyId().equals(key) || other.entry() > entryOf(key));
    }

    private long entryOf(KeyId key) {
        Enrolled own = enrolled.get(key);
        return own == null ? Long.MAX_VALUE : own.entry();
    }

    /// The PEM that openssl users verify with is the key the ledger enrols.
    private void identity(PackManifest.Identity identity) throws RefusedInput {
        Optional<Bytes> pem = files.read(identity.file());
        Enrolled key = enrolled.get(identity.key());
        if (!entries.containsKey(identity.entry())) {
            files.expect(Layout.entry(identity.entry())); // if it is there, it was found broken
            unread.add(identity.key());
        } else if (key == null || key.entry() != identity.entry()) {
            findings.defect(Layout.MANIFEST, identity.entry(), "does not enrol key " + identity.key() + " as claimed");
        } else if (pem.isPresent()
                && !Pem.publicKey(pem.get().asUtf8())
                        .equals(Optional.of(key.key().spki()))) {
            findings.defect(identity.file(), identity.entry(), "is not the key that its entry enrols");
        }
    }
}
