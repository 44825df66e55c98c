package org.cairn.app.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.exchange.BundleHead;
import org.cairn.app.exchange.BundleReader;
import org.cairn.app.exchange.BundleReader.SealedPayload;
import org.cairn.app.exchange.MalformedBundle;
import org.cairn.app.workspace.BundleCheck.Checked;
import org.cairn.app.workspace.EventLog.Dated;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.codec.EventCodec;
import org.cairn.checklist.codec.EventHeader;
import org.cairn.checklist.codec.MalformedEvent;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.ExchangeEvent.BundleImported;
import org.cairn.checklist.event.ExchangeEvent.EntryImported;
import org.cairn.checklist.event.ExchangeEvent.ForkSeen;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.HandedOver;
import org.cairn.evidence.vault.VaultException;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.TransferKey;
import org.cairn.proof.Bytes;
import org.cairn.proof.Envelope;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.Merkle;

/// Takes over what another laptop recorded: payloads first, then the entries, and last the one that makes them count.
/// An
/// import that was cut off counts for nothing and is completed by importing the same bundle again.
final class BundleImport {
    private static final int ENTRIES_AT_ONCE = 1024;
    private static final int PAYLOADS_AT_ONCE = 256;
    private static final long PAYLOAD_BYTES_AT_ONCE = 32L << 20;

    private final Parts parts;
    private final Path file;

    BundleImport(Parts parts, Path file) {
        this.parts = parts;
        this.file = file;
    }

    ImportSummary run(Progress progress) throws WorkspaceException {
        parts.requireWritable();
        progress.at(new Step("Checking the bundle", 0, 3));
        Checked checked = new BundleCheck(parts, file).check();
        if (checked.fork().isPresent()) {
            throw alarm(checked.fork().get());
        }
        BundleHead head = checked.head();
        if (head.size() <= checked.known()) {
            return summary(head, new Counts(0, (int) (head.size() - head.since()), 0, 0));
        }
        Peer peer = Peer.of(head.from(), parts.log());
        try (BundleReader reader = BundleReader.open(file)) {
            reader.head();
            reader.checkpoint();
            reader.subtrees(head.since());
            progress.at(new Step("Storing payloads", 1, 3));
            storePayloads(checked);
            progress.at(new Step("Recording entries", 2, 3));
            int recorded = record(reader, checked, peer);
            progress.at(new Step("Done", 3, 3));
            long known = Math.min(head.size(), checked.known()) - Math.min(head.since(), checked.known());
            int absent = checked.fresh().size() - checked.brought();
            return summary(head, new Counts(recorded, (int) known, checked.brought(), absent));
        } catch (MalformedBundle e) {
            throw changed(e);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.UNREADABLE_FILE, file + ": cannot be read (" + e + "). Import it again to complete it", e);
        }
    }

    /// As in [ImportSummary].
    private record Counts(int recorded, int known, int payloads, int absent) {}

    /// What the other log erased is erased here before anything is said of the import.
    private ImportSummary summary(BundleHead head, Counts counts) throws WorkspaceException {
        List<String> notices = new ArrayList<>();
        parts.imports().unadmitted().stream()
                .filter(entry -> entry.place().origin().equals(head.from()))
                .map(PeerRules.Unadmitted::words)
                .forEach(notices::add);
        Following.Result following = new Following(parts).follow();
        notices.addAll(following.kept());
        return new ImportSummary(
                head.from(),
                head.since(),
                head.size(),
                counts.recorded,
                counts.known,
                counts.payloads,
                counts.absent,
                following.followed(),
                notices);
    }

    private WorkspaceException changed(Exception cause) {
        return new WorkspaceException(
                Kind.BAD_INPUT,
                file + ": it changed while it was imported (" + cause.getMessage() + "). Nothing of it"
                        + " counts; import it again",
                cause);
    }

    /// The alarm is recorded once; the bundle is refused each time.
    private WorkspaceException alarm(ForkSeen fork) throws WorkspaceException {
        boolean known = parts.log().all(ForkSeen.class).stream()
                .anyMatch(recorded -> recorded.event().seen().equals(fork.seen()));
        if (!known) {
            parts.log().recordByPerson(fork);
        }
        String where = fork.entries().isEmpty() ? "" : " They differ in entries " + fork.entries() + ".";
        String what = fork.origin().equals(parts.file().origin())
                ? "the other side holds entries of this log that are not in it. Was an old backup restored here?"
                : "the log " + fork.origin() + " shows another history than the one that was imported before.";
        return new WorkspaceException(
                Kind.FORKED,
                file + ": " + what + where + " Nothing was imported. Both signed checkpoints are kept in the ledger as"
                        + " evidence; find out with the other side which history is true");
    }

    private void storePayloads(Checked checked) throws WorkspaceException, IOException, MalformedBundle {
        try (BundleReader reader = BundleReader.open(file)) {
            TransferKey.Unsealing unsealing = BundlePayloads.unsealing(parts, checked.head());
            skipEntries(reader, checked.head());
            List<HandedOver> some = new ArrayList<>();
            long bytes = 0;
            for (Optional<SealedPayload> next = reader.payload(); next.isPresent(); next = reader.payload()) {
                SealedPayload payload = next.get();
                Bytes secret = BundlePayloads.secret(unsealing, payload)
                        .orElseThrow(() -> new MalformedBundle("payload " + payload.stored()));
                PayloadRef reference = checked.payloads().get(payload.stored());
                if (reference != null && checked.fresh().contains(payload.stored())) {
                    some.add(new HandedOver(reference, secret, payload.sealed()));
                    bytes += payload.sealed().size();
                }
                if (some.size() == PAYLOADS_AT_ONCE || bytes > PAYLOAD_BYTES_AT_ONCE) {
                    parts.vault().adopt(some);
                    some.clear();
                    bytes = 0;
                }
            }
            parts.vault().adopt(some);
        } catch (VaultException e) {
            throw Failures.of(e);
        } catch (KeyException e) {
            throw changed(e);
        }
    }

    private static void skipEntries(BundleReader reader, BundleHead head) throws IOException, MalformedBundle {
        reader.head();
        reader.checkpoint();
        reader.subtrees(head.since());
        long left = head.size() - head.since();
        while (left > 0) {
            List<Bytes> some = reader.entries(left);
            if (some.isEmpty()) {
                throw new MalformedBundle("its entries end early");
            }
            left -= some.size();
        }
    }

    private int record(BundleReader reader, Checked checked, Peer peer)
            throws WorkspaceException, IOException, MalformedBundle {
        BundleHead head = checked.head();
        List<Dated> waiting = new ArrayList<>();
        int recorded = 0;
        long index = head.since();
        while (index < head.size()) {
            List<Bytes> some = reader.entries(head.size() - index);
            if (some.isEmpty()) {
                throw new MalformedBundle("its entries end early");
            }
            for (Bytes entry : some) {
                if (index >= checked.known() && !peer.imported().containsKey(index)) {
                    wrapped(new EntryPlace(head.from(), index), entry).ifPresent(waiting::add);
                }
                index++;
            }
            if (waiting.size() >= ENTRIES_AT_ONCE) {
                recorded += parts.log().recordAll(waiting).size();
                waiting.clear();
            }
        }
        int entries = recorded + waiting.size();
        Instant now = parts.environment().clock().instant();
        BundleImported end = new BundleImported(
                head.from(), head.since(), head.size(), checked.checkpoint().encode());
        waiting.add(new Dated(end, now, Optional.empty()));
        parts.log().recordAll(waiting);
        return entries;
    }

    /// Empty for what the other log imported itself: our own entries are here, and a third log's come from that log.
    private Optional<Dated> wrapped(EntryPlace place, Bytes bytes) throws WorkspaceException, MalformedBundle {
        try {
            EventHeader header =
                    EventCodec.header(place.index(), Envelope.parse(bytes).payload());
            if (header.kind().equals("EntryImported")) {
                return Optional.empty();
            }
            EntryImported.Envelope envelope = ImportedEntry.fitsInline(bytes)
                    ? new EntryImported.Envelope.Inline(bytes)
                    : new EntryImported.Envelope.Stored(parts.vault().put(bytes));
            Event event = new EntryImported(place, Merkle.leafHash(bytes), header.subject(), envelope);
            return Optional.of(new Dated(event, header.validFrom(), header.validTo()));
        } catch (MalformedEnvelope | MalformedEvent e) {
            throw new MalformedBundle(place + ": " + e.getMessage());
        } catch (VaultException e) {
            throw Failures.of(e);
        }
    }
}
