package org.cairn.app.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.cairn.evidence.vault.HandedOver;
import org.cairn.ledger.key.TransferKey;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.SignedNote;
import org.cairn.proof.Tiles;

/// Writes a bundle, part by part, to a stream that the caller closes.
public final class BundleWriter {
    private final OutputStream out;
    private final MessageDigest sum = Digest.newSha256();
    private final List<Bytes> entries = new ArrayList<>();

    private BundleWriter(OutputStream out) {
        this.out = out;
    }

    /// @param subtrees of the sender's log at the size where the bundle begins
    public static BundleWriter begin(OutputStream out, BundleHead head, SignedNote checkpoint, List<Digest> subtrees)
            throws IOException {
        BundleWriter writer = new BundleWriter(out);
        writer.write(Bytes.utf8(Frame.MAGIC));
        writer.frame(Frame.HEAD, head.encode());
        writer.frame(Frame.CHECKPOINT, checkpoint.encode());
        writer.frame(Frame.SUBTREES, Tiles.encodeHashes(subtrees));
        return writer;
    }

    /// The next entry, as it stands in the log.
    public void entry(Bytes entry) throws IOException {
        entries.add(entry);
        if (entries.size() == Tiles.WIDTH) {
            flushEntries();
        }
    }

    /// After the last entry.
    /// @param sealing in the order of the payloads
    public void payload(HandedOver payload, TransferKey.Sealing sealing) throws IOException {
        flushEntries();
        Bytes name = Bytes.copyOf(payload.payload().stored().toByteArray());
        frame(Frame.PAYLOAD, name.concat(sealing.seal(payload.secret(), name)).concat(payload.sealed()));
    }

    public void end() throws IOException {
        flushEntries();
        frame(Frame.END, Bytes.copyOf(sum.digest()));
    }

    private void flushEntries() throws IOException {
        if (!entries.isEmpty()) {
            frame(Frame.ENTRIES, Tiles.encodeEntries(entries));
            entries.clear();
        }
    }

    private void frame(Frame frame, Bytes body) throws IOException {
        byte[] head = ByteBuffer.allocate(1 + Integer.BYTES)
                .put((byte) frame.letter())
                .putInt(body.size())
                .array();
        write(Bytes.copyOf(head));
        write(body);
    }

    private void write(Bytes bytes) throws IOException {
        byte[] raw = bytes.toByteArray();
        sum.update(raw);
        out.write(raw);
    }
}
