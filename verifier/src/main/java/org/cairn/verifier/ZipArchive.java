package org.cairn.verifier;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.cairn.proof.Bytes;
import org.cairn.proof.Defect;
import org.cairn.proof.Digest;

/// A zip that was laid out strictly, and the unpacked bytes of its files. Memory is bounded by the largest file read as
/// a whole; digests are streamed.
final class ZipArchive implements Closeable {
    private static final int CHUNK_BYTES = 1 << 16;

    /// Takes the unpacked bytes of a file, piece by piece.
    @FunctionalInterface
    private interface Sink {
        void take(byte[] chunk, int length);
    }

    private final ZipSource source;
    private final ZipDirectory directory;
    private final Limits limits;

    private ZipArchive(ZipSource source, ZipDirectory directory, Limits limits) {
        this.source = source;
        this.directory = directory;
        this.limits = limits;
    }

    static ZipArchive open(Path path, Limits limits) throws RefusedInput {
        ZipSource source = ZipSource.open(path);
        try {
            return new ZipArchive(source, ZipLayout.read(source, limits), limits);
        } catch (RefusedInput | RuntimeException e) {
            try {
                source.close();
            } catch (IOException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    /// Whether the directory could be read; if not, only [#defects] says anything.
    boolean readable() {
        return directory.readable();
    }

    SortedMap<String, ZipMember> members() {
        return directory.members();
    }

    /// Names that occur in the zip but whose content is in doubt.
    Set<String> faulty() {
        return directory.faulty();
    }

    List<Defect> defects() {
        return directory.defects();
    }

    /// Requires that `member` is one of [#members].
    Bytes read(ZipMember member) throws DamagedFile, RefusedInput {
        if (member.sizeBytes() > limits.heldBytes()) {
            throw new RefusedInput(source.path() + ": " + member.name() + " unpacks to " + member.sizeBytes()
                    + " bytes; of a file that is no artefact at most " + limits.heldBytes() + " are read");
        }
        ByteBuffer whole = ByteBuffer.allocate((int) member.sizeBytes());
        unpack(member, (chunk, length) -> whole.put(chunk, 0, length));
        return Bytes.copyOf(whole.array());
    }

    /// Of `prefix` followed by the unpacked bytes.
    Digest sha256(Bytes prefix, ZipMember member) throws DamagedFile, RefusedInput {
        var digest = Digest.newSha256();
        digest.update(prefix.asByteBuffer());
        unpack(member, (chunk, length) -> digest.update(chunk, 0, length));
        return Digest.of(digest.digest());
    }

    /// Both in one pass: of the unpacked bytes alone, and of `prefix` followed by them.
    TwoDigests sha256Twice(Bytes prefix, ZipMember member) throws DamagedFile, RefusedInput {
        var plain = Digest.newSha256();
        var prefixed = Digest.newSha256();
        prefixed.update(prefix.asByteBuffer());
        unpack(member, (chunk, length) -> {
            plain.update(chunk, 0, length);
            prefixed.update(chunk, 0, length);
        });
        return new TwoDigests(Digest.of(plain.digest()), Digest.of(prefixed.digest()));
    }

    record TwoDigests(Digest plain, Digest prefixed) {}

    private void unpack(ZipMember member, Sink sink) throws DamagedFile, RefusedInput {
        var crc = new CRC32();
        long[] total = {0};
        Sink counted = (chunk, length) -> {
            crc.update(chunk, 0, length);
            sink.take(chunk, length);
            total[0] += length;
        };
        if (member.deflated()) {
            inflate(member, counted);
        } else {
            copy(member, counted);
        }
        if (total[0] != member.sizeBytes() || crc.getValue() != member.crc()) {
            throw new DamagedFile("its bytes in the zip are damaged: size or CRC-32 differ from its header");
        }
    }

    private void copy(ZipMember member, Sink sink) throws RefusedInput {
        long left = member.storedBytes();
        while (left > 0) {
            byte[] chunk = storedChunk(member, left);
            sink.take(chunk, chunk.length);
            left -= chunk.length;
        }
    }

    private byte[] storedChunk(ZipMember member, long left) throws RefusedInput {
        int length = (int) Math.min(left, CHUNK_BYTES);
        return source.read(member.dataOffset() + member.storedBytes() - left, length)
                .array();
    }

    /// Never gives more than the declared size: a stream that has more is damaged.
    private void inflate(ZipMember member, Sink sink) throws DamagedFile, RefusedInput {
        byte[] out = new byte[CHUNK_BYTES];
        long left = member.storedBytes();
        long room = member.sizeBytes();
        try (var inflater = new Inflater(true)) {
            while (!inflater.finished()) {
                if (inflater.needsInput() && left > 0) {
                    byte[] chunk = storedChunk(member, left);
                    inflater.setInput(chunk);
                    left -= chunk.length;
                }
                int count = inflater.inflate(out);
                if (count > room || count == 0 && !inflater.finished() && (left == 0 || inflater.needsDictionary())) {
                    throw new DamagedFile("its compressed bytes are damaged, or give more than its size");
                }
                sink.take(out, count);
                room -= count;
            }
            if (left != 0 || inflater.getRemaining() != 0) {
                throw new DamagedFile("bytes follow its compressed data");
            }
        } catch (DataFormatException e) {
            throw new DamagedFile("its compressed bytes are damaged: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
