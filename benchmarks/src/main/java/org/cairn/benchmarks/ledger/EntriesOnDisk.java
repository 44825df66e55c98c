package org.cairn.benchmarks.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.MalformedProof;
import org.cairn.proof.SignedNote;
import org.cairn.proof.Tiles;

/// The entries of a ledger's folder, read with nothing checked.
/// @param ledger the folder
public record EntriesOnDisk(Path ledger) {
    /// Is given the entries of one bundle after the other.
    interface Sink {
        void take(List<Bytes> entries) throws IOException;
    }

    /// How many entries the checkpoint covers.
    public long size() throws IOException {
        try {
            SignedNote note = SignedNote.parse(Bytes.copyOf(Files.readAllBytes(ledger.resolve("checkpoint"))));
            return Checkpoint.parse(note.text()).size();
        } catch (MalformedNote e) {
            throw new IOException(ledger + ": " + e.getMessage(), e);
        }
    }

    void forEachBundle(Sink sink) throws IOException {
        long size = size();
        for (long first = 0; first < size; first += Tiles.WIDTH) {
            sink.take(bundle(first, (int) Math.min(Tiles.WIDTH, size - first)));
        }
    }

    /// The last `count`, or some more: whole bundles.
    List<Bytes> last(int count) throws IOException {
        long size = size();
        List<Bytes> entries = new ArrayList<>();
        long from = Math.max(0, size - count) / Tiles.WIDTH * Tiles.WIDTH;
        for (long first = from; first < size; first += Tiles.WIDTH) {
            entries.addAll(bundle(first, (int) Math.min(Tiles.WIDTH, size - first)));
        }
        return entries;
    }

    private List<Bytes> bundle(long first, int width) throws IOException {
        Path file = ledger.resolve(Tiles.entryBundle(first / Tiles.WIDTH, width));
        try {
            return Tiles.decodeEntries(Bytes.copyOf(Files.readAllBytes(file)), width);
        } catch (MalformedProof e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /// Reads every file of a folder once.
    /// @return how many bytes they have
    static long readAll(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.readAllBytes(file).length;
        }
        return bytes;
    }
}
