package org.cairn.app.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.checklist.event.ErasureEvent.Destruction;
import org.cairn.checklist.event.ErasureEvent.Erasure;
import org.cairn.checklist.event.Event;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.proof.Defect;
import org.cairn.proof.Digest;

/// Whether the payloads that entries refer to are there, and those that entries erased are not. Entries
/// are given in
/// order; an erasure comes after what it erases, so the answer stands at the end.
final class PayloadAudit {
    private final WorkspaceFolder folder;
    private final Map<Digest, Long> missing = new LinkedHashMap<>();
    private final Map<Digest, Long> erased = new LinkedHashMap<>();

    /// What two people of this log decided to erase. What merely follows another log's erasure never explains why a
    /// payload of this log is gone.
    private final Set<Digest> decided = new HashSet<>();

    PayloadAudit(WorkspaceFolder folder) {
        this.folder = folder;
    }

    void look(long entry, Event event) {
        for (PayloadRef payload : PayloadRefs.of(event)) {
            Digest stored = payload.stored();
            if (!Files.isRegularFile(sealed(stored)) || !Files.isRegularFile(key(stored))) {
                missing.put(stored, entry);
            }
        }
        if (event instanceof Destruction destruction) {
            destruction.payloads().forEach(stored -> erased.putIfAbsent(stored, entry));
        }
        if (event instanceof Erasure erasure) {
            decided.addAll(erasure.payloads());
        }
    }

    /// How many payloads the entries erased.
    int erased() {
        return erased.size();
    }

    List<Defect> defects() {
        List<Defect> defects = new ArrayList<>();
        missing.forEach((stored, entry) -> {
            if (!decided.contains(stored)) {
                require(sealed(stored), entry, defects);
                require(key(stored), entry, defects);
            }
        });
        erased.forEach((stored, entry) -> {
            refuse(key(stored), entry, defects);
            refuse(sealed(stored), entry, defects);
        });
        return defects;
    }

    private void require(Path file, long entry, List<Defect> defects) {
        if (!Files.isRegularFile(file)) {
            defects.add(Defect.ofEntry(name(file), entry, "is missing; the entry refers to it and nothing erased it"));
        }
    }

    private void refuse(Path file, long entry, List<Defect> defects) {
        if (Files.exists(file)) {
            defects.add(Defect.ofEntry(
                    name(file),
                    entry,
                    "is still there, and the entry erased it; opening the workspace for writing destroys it"));
        }
    }

    private Path sealed(Digest stored) {
        return folder.evidence().resolve(EvidenceVault.location(stored));
    }

    private Path key(Digest stored) {
        return folder.payloadKeys().resolve(EvidenceVault.location(stored));
    }

    private String name(Path file) {
        return folder.root().relativize(file).toString().replace('\\', '/');
    }
}
