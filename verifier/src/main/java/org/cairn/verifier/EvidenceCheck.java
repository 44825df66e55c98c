package org.cairn.verifier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// Every disclosed payload is what the ledger committed to: SHA-256 of salt and bytes stands in its entry, or in an
/// evidence manifest that itself stands in its entry.
final class EvidenceCheck {
    private static final int SALT_BYTES = 32;
    private static final String EVIDENCE_MANIFEST = "/manifest.json";

    private final PackFiles files;
    private final Findings findings;
    private final SortedMap<Long, LedgerEntry> entries;
    private final PackManifest manifest;
    /// What each entry vouches for: its own references and those in its opened evidence manifest.
    private final Map<Long, Map<Digest, Long>> vouched = new HashMap<>();
    private final Set<String> backed = new HashSet<>();
    /// Entries whose evidence manifest is missing or is not what it should be.
    private final Set<Long> unread = new HashSet<>();

    private int opened;

    EvidenceCheck(PackFiles files, Findings findings, SortedMap<Long, LedgerEntry> entries, PackManifest manifest) {
        this.files = files;
        this.findings = findings;
        this.entries = entries;
        this.manifest = manifest;
    }

    /// @return how many commitments were opened and fit
    int check() throws RefusedInput {
        entries.forEach((index, entry) -> vouched.put(index, new TreeMap<>(Commitments.in(entry.said()))));
        Map<String, PackManifest.Opening> byFile = new TreeMap<>();
        for (PackManifest.Opening opening : manifest.openings()) {
            if (byFile.putIfAbsent(opening.file(), opening) != null) {
                findings.defect(Layout.MANIFEST, "opens " + opening.file() + " twice");
            }
        }
        for (PackManifest.EvidenceFolder folder : manifest.evidence()) {
            evidence(folder, Optional.ofNullable(byFile.remove(folder.folder() + EVIDENCE_MANIFEST)));
        }
        for (PackManifest.Opening opening : byFile.values()) {
            opens(opening);
        }
        withheld();
        new ErasedCheck(findings, entries, manifest).check(vouched);
        unbacked();
        return opened;
    }

    private void evidence(PackManifest.EvidenceFolder folder, Optional<PackManifest.Opening> opening)
            throws RefusedInput {
        LedgerEntry entry = entries.get(folder.entry());
        if (entry == null) {
            files.expect(Layout.entry(folder.entry())); // if it is there, it was found broken
            if (opening.isPresent()) {
                opens(opening.get());
            }
            return;
        }
        if (!Json.text("EvidenceRecorded").equals(entry.said().members().get("kind"))
                || !Json.text(folder.id()).equals(entry.said().members().get("evidence"))) {
            findings.defect(Layout.MANIFEST, folder.entry(), "does not record evidence " + folder.id() + " as claimed");
        } else if (opening.isPresent() && opening.get().entry() == folder.entry()) {
            if (opens(opening.get())) {
                references(folder, opening.get().file());
            } else {
                unread.add(folder.entry());
            }
        }
    }

    /// The references of an evidence manifest whose bytes the ledger vouches for.
    private void references(PackManifest.EvidenceFolder folder, String file) throws RefusedInput {
        Optional<Bytes> document = files.read(file);
        if (document.isEmpty()) {
            return;
        }
        try {
            JsonObject evidence = Json.parseObject(document.get());
            var own = vouched.computeIfAbsent(folder.entry(), _ -> new TreeMap<>());
            for (Json raw : evidence.array("raw")) {
                own.putAll(Commitments.in(raw));
            }
        } catch (MalformedJson e) {
            findings.defect(file, folder.entry(), "is not an evidence manifest: " + e.getMessage());
        }
    }

    private boolean opens(PackManifest.Opening opening) throws RefusedInput {
        backed.add(opening.file());
        backed.add(opening.salt());
        Optional<Bytes> salt = files.read(opening.salt());
        Map<Digest, Long> vouchedHere = vouched.get(opening.entry());
        Optional<Digest> actual =
                salt.isPresent() ? files.sha256(salt.get(), opening.file()) : files.sha256(opening.file());
        if (salt.isEmpty() || actual.isEmpty() || vouchedHere == null) {
            return false; // noted where it was read
        }
        boolean fits = salt.get().size() == SALT_BYTES && actual.get().equals(opening.commitment());
        if (!fits) {
            findings.defect(
                    opening.file(),
                    opening.entry(),
                    "SHA-256 of its salt and its bytes is not the commitment " + opening.commitment());
        } else if (!vouchedHere.containsKey(opening.commitment()) && unread.contains(opening.entry())) {
            fits = false; // it may stand in the evidence manifest, whose own fault was noted
        } else if (!vouchedHere.containsKey(opening.commitment())) {
            findings.defect(
                    opening.file(), opening.entry(), "the entry does not commit to it: no entry backs this file");
            fits = false;
        } else {
            opened++;
        }
        return fits;
    }

    private void withheld() {
        for (PackManifest.Withheld item : manifest.withheld()) {
            var vouchedHere = vouched.get(item.entry());
            if (vouchedHere != null && !vouchedHere.containsKey(item.commitment())) {
                findings.defect(
                        Layout.MANIFEST,
                        item.entry(),
                        "does not hold the commitment " + item.commitment() + " that is said to be withheld");
            }
        }
    }

    private void unbacked() {
        for (String name : files.names()) {
            if ((name.startsWith("evidence/") || name.startsWith("texts/")) && !backed.contains(name)) {
                findings.defect(name, "no ledger entry backs this file");
            }
        }
    }
}
