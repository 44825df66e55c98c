package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.event.ErasureEvent.Destruction;
import org.cairn.checklist.event.Event.EvidenceRecorded;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.EvidenceManifest.RawPayload;
import org.cairn.evidence.codec.EvidenceCodec;
import org.cairn.evidence.codec.MalformedEvidence;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Digest;

/// Carries out recorded erasures: key and salt first, then what was stored. What a crash or a full disk
/// interrupted is
/// taken up again whenever this runs, so it runs after each erasure and at each opening for writing.
final class Destroying {
    private final Erasures erasures;
    private final EvidenceVault vault;
    private final EvidenceShelf shelf;
    private final Names names;

    Destroying(Erasures erasures, EvidenceVault vault, EvidenceShelf shelf, Names names) {
        this.erasures = erasures;
        this.vault = vault;
        this.shelf = shelf;
        this.names = names;
    }

    /// @return how many erasures had files left
    int carryOut() throws WorkspaceException {
        int carriedOut = 0;
        for (Recorded<Destruction> recorded : erasures.all()) {
            Destruction erasure = recorded.event();
            if (erasure.payloads().stream().anyMatch(vault::remains)) {
                destroy(erasure);
                carriedOut++;
            }
        }
        if (carriedOut > 0) {
            shelf.forget();
            names.forget();
        }
        return carriedOut;
    }

    /// The manifest is last in the list: as long as it can be opened it names what did not fit into the entry.
    private void destroy(Destruction erasure) throws WorkspaceException {
        List<Digest> first = new ArrayList<>(further(erasure));
        List<Digest> listed = erasure.payloads();
        first.addAll(listed.subList(0, listed.size() - 1));
        try {
            vault.erase(first);
            vault.erase(List.of(listed.getLast()));
        } catch (VaultException e) {
            throw Failures.of(e);
        }
    }

    private List<Digest> further(Destruction erasure) throws WorkspaceException {
        Optional<EvidenceId> evidence = erasure.destroyed();
        if (evidence.isEmpty() || erasure.further() == 0) {
            return List.of();
        }
        Optional<Recorded<EvidenceRecorded>> entry = shelf.entry(evidence.get());
        if (entry.isEmpty() || !vault.remains(evidence.get().stored())) {
            return List.of();
        }
        try {
            return EvidenceCodec.decodeManifest(
                            vault.openWhatIsThere(entry.get().event().manifest())
                                    .content())
                    .raw()
                    .stream()
                    .map(RawPayload::payload)
                    .map(payload -> payload.stored())
                    .toList();
        } catch (VaultException e) {
            if (e.reason() == VaultException.Reason.MISSING) {
                return List.of(); // its key went before, and the raw ones before it
            }
            throw Failures.of(e);
        } catch (MalformedEvidence e) {
            throw new IllegalStateException("a manifest that was opened when its erasure was planned", e);
        }
    }
}
