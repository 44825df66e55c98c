package org.cairn.app.workspace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.cairn.app.exchange.BundleHead;
import org.cairn.app.exchange.BundleWriter;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.ExchangeEvent.BundleImported;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.EvidenceManifest.RawPayload;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.codec.EvidenceCodec;
import org.cairn.evidence.codec.MalformedEvidence;
import org.cairn.evidence.vault.HandedOver;
import org.cairn.evidence.vault.VaultException;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.TransferKey;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.SignedNote;

/// Writes what another laptop does not have yet. One bundle each.
final class BundleExport {
    private static final String UNFINISHED = ".unfinished";

    private final Parts parts;
    private final Set<PayloadRef> written = new HashSet<>();
    private int absent;

    BundleExport(Parts parts) {
        this.parts = parts;
    }

    /// @param since where to begin; empty begins where the receiver's own bundles show that it stands
    ExportSummary write(String to, OptionalLong since, Path out) throws WorkspaceException {
        Peer peer = Peer.of(to, parts.log());
        if (Files.exists(out)) {
            throw new WorkspaceException(Kind.BAD_INPUT, out + ": exists; nothing was written. Choose another name");
        }
        Path unfinished = out.resolveSibling(out.getFileName() + UNFINISHED);
        try {
            ExportSummary summary;
            try (OutputStream file = new BufferedOutputStream(
                    Files.newOutputStream(
                            unfinished,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE),
                    1 << 16)) {
                summary = write(peer, since.isPresent() ? since.getAsLong() : acknowledged(to), file, out);
            }
            Files.move(unfinished, out);
            return summary;
        } catch (IOException e) {
            throw new WorkspaceException(Kind.OUTSIDE, out + ": cannot be written (" + e + ")", e);
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (KeyException e) {
            throw new WorkspaceException(Kind.BAD_INPUT, String.valueOf(e.getMessage()), e);
        } finally {
            discard(unfinished);
        }
    }

    private static void discard(Path unfinished) throws WorkspaceException {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new WorkspaceException(Kind.OUTSIDE, unfinished + ": cannot be removed (" + e + ")", e);
        }
    }

    private ExportSummary write(Peer peer, long since, OutputStream file, Path out)
            throws IOException, LedgerException, KeyException, WorkspaceException {
        SignedNote note = parts.ledger().checkpoint();
        long size = size(note);
        if (since < 0 || since > size) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT, "no entry " + since + " to begin with: this log has " + size + " entries");
        }
        String from = parts.file().origin();
        TransferKey.Sealing sealing = TransferKey.sealTo(
                peer.pairing().transferKey(), BundleHead.sealingInfo(from, peer.origin(), since, size));
        BundleHead head = new BundleHead(from, peer.origin(), since, size, sealing.encapsulation());
        BundleWriter writer =
                BundleWriter.begin(file, head, note, parts.ledger().subtrees(since));
        for (long index = since; index < size; index++) {
            writer.entry(parts.ledger().entry(index));
        }
        for (Recorded<? extends Event> recorded : parts.log().events()) {
            if (recorded.entry() >= since && recorded.entry() < size) {
                for (PayloadRef payload : BundlePayloads.of(recorded.event())) {
                    payload(payload, recorded.event(), writer, sealing);
                }
            }
        }
        writer.end();
        return new ExportSummary(out, peer.origin(), since, size, written.size(), absent);
    }

    private void payload(PayloadRef payload, Event event, BundleWriter writer, TransferKey.Sealing sealing)
            throws IOException, WorkspaceException {
        if (!hand(payload, writer, sealing) || !(event instanceof Event.EvidenceRecorded)) {
            return;
        }
        try {
            for (RawPayload raw :
                    EvidenceCodec.decodeManifest(parts.content(payload)).raw()) {
                hand(raw.payload(), writer, sealing);
            }
        } catch (MalformedEvidence e) {
            throw new WorkspaceException(Kind.DAMAGED, "evidence " + payload.stored() + ": " + e.getMessage(), e);
        }
    }

    /// False where it was written before or cannot be: one that was erased is left out, and the entry still says that
    /// it
    /// was.
    private boolean hand(PayloadRef payload, BundleWriter writer, TransferKey.Sealing sealing)
            throws IOException, WorkspaceException {
        if (written.contains(payload)) {
            return false;
        }
        try {
            HandedOver given = parts.vault().handOver(payload);
            writer.payload(given, sealing);
            written.add(payload);
            return true;
        } catch (VaultException e) {
            if (e.reason() == VaultException.Reason.MISSING) {
                absent++;
                return false;
            }
            throw Failures.of(e);
        }
    }

    /// The most of this log that the other is known to hold, by the imports that its own log records.
    long acknowledged(String to) {
        return parts.imports().from(to).stream()
                .flatMap(recorded -> recorded.as(BundleImported.class).stream())
                .map(Recorded::event)
                .filter(bundle -> bundle.origin().equals(parts.file().origin()))
                .mapToLong(BundleImported::size)
                .max()
                .orElse(0);
    }

    private static long size(SignedNote note) {
        try {
            return Checkpoint.parse(note.text()).size();
        } catch (MalformedNote e) {
            throw new IllegalStateException("a checkpoint that was just signed", e);
        }
    }
}
