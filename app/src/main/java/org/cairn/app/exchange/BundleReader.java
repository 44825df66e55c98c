package org.cairn.app.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.cairn.evidence.vault.HandedOver;
import org.cairn.ledger.key.TransferKey;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.MalformedProof;
import org.cairn.proof.SignedNote;
import org.cairn.proof.Tiles;

/// Reads a bundle from front to back, one part in memory at a time. Nothing in it is trusted: every length is checked
/// before it is read, parts stand in one order, and nothing follows the end.
public final class BundleReader implements AutoCloseable {
    /// @param sealedSecret what opens it, encrypted for the receiver
    public record SealedPayload(Digest stored, Bytes sealedSecret, Bytes sealed) {}

    private final InputStream in;
    private final MessageDigest sum = Digest.newSha256();
    private long offset;
    private Optional<Frame> next = Optional.empty();
    private int nextSize;
    private Bytes sumBeforeNext = Bytes.empty();

    private BundleReader(InputStream in) {
        this.in = in;
    }

    public static BundleReader open(Path file) throws IOException, MalformedBundle {
        BundleReader reader = new BundleReader(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        boolean begun = false;
        try {
            byte[] magic = reader.in.readNBytes(Frame.MAGIC.length());
            if (!Bytes.copyOf(magic).equals(Bytes.utf8(Frame.MAGIC))) {
                throw new MalformedBundle("it is no bundle of this version");
            }
            reader.sum.update(magic);
            reader.offset = magic.length;
            reader.advance();
            begun = true;
            return reader;
        } finally {
            if (!begun) {
                reader.in.close();
            }
        }
    }

    public BundleHead head() throws IOException, MalformedBundle {
        return BundleHead.parse(body(Frame.HEAD));
    }

    public SignedNote checkpoint() throws IOException, MalformedBundle {
        long at = offset;
        try {
            return SignedNote.parse(body(Frame.CHECKPOINT));
        } catch (MalformedNote e) {
            throw MalformedBundle.at(at, "the checkpoint is no signed note: " + e.getMessage());
        }
    }

    /// @param size at which the bundle begins
    public List<Digest> subtrees(long size) throws IOException, MalformedBundle {
        long at = offset;
        try {
            return Tiles.decodeHashes(body(Frame.SUBTREES), Long.bitCount(size));
        } catch (MalformedProof e) {
            throw MalformedBundle.at(at, "the subtrees of size " + size + ": " + e.getMessage());
        }
    }

    /// The next entries, at most `left`; empty where no more follow.
    public List<Bytes> entries(long left) throws IOException, MalformedBundle {
        if (next.filter(Frame.ENTRIES::equals).isEmpty()) {
            return List.of();
        }
        long at = offset;
        int width = (int) Math.min(Tiles.WIDTH, left);
        try {
            return Tiles.decodeEntries(body(Frame.ENTRIES), width);
        } catch (MalformedProof e) {
            throw MalformedBundle.at(at, "entries: " + e.getMessage());
        }
    }

    /// The next payload; empty where no more follow.
    public Optional<SealedPayload> payload() throws IOException, MalformedBundle {
        if (next.filter(Frame.PAYLOAD::equals).isEmpty()) {
            return Optional.empty();
        }
        long at = offset;
        if (nextSize < Frame.PAYLOAD_HEAD_BYTES) {
            throw MalformedBundle.at(at, "a payload of " + nextSize + " bytes");
        }
        Bytes body = body(Frame.PAYLOAD);
        int secretEnd = Digest.SIZE_BYTES + HandedOver.SECRET_BYTES + TransferKey.TAG_BYTES;
        return Optional.of(new SealedPayload(
                Digest.of(body.slice(0, Digest.SIZE_BYTES).toByteArray()),
                body.slice(Digest.SIZE_BYTES, secretEnd),
                body.slice(secretEnd, body.size())));
    }

    /// Checks that the bundle ends here and that not one bit of it changed on the way.
    public void end() throws IOException, MalformedBundle {
        Bytes expected = sumBeforeNext;
        if (!body(Frame.END).equals(expected)) {
            throw MalformedBundle.at(offset, "the bundle's SHA-256 is not the one at its end: it changed on the way");
        }
    }

    public long offset() {
        return offset;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Bytes body(Frame expected) throws IOException, MalformedBundle {
        if (next.filter(expected::equals).isEmpty()) {
            throw MalformedBundle.at(
                    offset,
                    next.map(frame -> "part " + frame.letter()).orElse("the end of the file") + " instead of part "
                            + expected.letter());
        }
        byte[] body = in.readNBytes(nextSize);
        if (body.length != nextSize) {
            throw MalformedBundle.at(offset, "part " + expected.letter() + " is cut short");
        }
        sum.update(body);
        offset += nextSize;
        advance();
        return Bytes.copyOf(body);
    }

    /// Reads the next part's letter and length.
    private void advance() throws IOException, MalformedBundle {
        boolean ended = next.filter(Frame.END::equals).isPresent();
        if (!ended) {
            sumBeforeNext = Bytes.copyOf(sumSoFar());
        }
        byte[] head = in.readNBytes(1 + Integer.BYTES);
        if (head.length == 0) {
            next = Optional.empty();
            return;
        }
        if (ended || head.length < 1 + Integer.BYTES) {
            throw MalformedBundle.at(offset, ended ? "something follows the end" : "a part is cut short");
        }
        Frame frame = Frame.of(head[0]).orElseThrow(() -> MalformedBundle.at(offset, "a part of an unknown kind"));
        int size = ByteBuffer.wrap(head, 1, Integer.BYTES).getInt();
        boolean backwards = next.filter(before -> before.compareTo(frame) > 0).isPresent();
        if (backwards || size < 0 || size > frame.limitBytes()) {
            throw MalformedBundle.at(
                    offset,
                    "part " + frame.letter()
                            + (backwards
                                    ? " stands behind a later one"
                                    : " of " + Integer.toUnsignedString(size) + " bytes, more than "
                                            + frame.limitBytes()));
        }
        sum.update(head);
        offset += head.length;
        next = Optional.of(frame);
        nextSize = size;
    }

    private byte[] sumSoFar() {
        try {
            return ((MessageDigest) sum.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
        }
    }
}
