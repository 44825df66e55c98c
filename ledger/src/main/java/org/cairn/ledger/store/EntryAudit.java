package org.cairn.ledger.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.proof.Defect;
import org.cairn.proof.Digest;
import org.cairn.proof.MalformedProof;
import org.cairn.proof.Merkle;
import org.cairn.proof.Tiles;

/// The part of an audit that reads every entry and hashes it.
final class EntryAudit {
    private static final int TILE_SIZE_BYTES = Tiles.WIDTH * Digest.SIZE_BYTES;

    private final DurableFolder folder;
    private final LedgerFiles files;
    private final EntryCheck check;
    private final List<Defect> defects;
    private final HashTree found = new HashTree();
    private final HashTree recorded = new HashTree();
    private final List<Long> mismatches = new ArrayList<>();
    private boolean unfinishedWrite;

    EntryAudit(DurableFolder folder, LedgerFiles files, EntryCheck check, List<Defect> defects) {
        this.folder = folder;
        this.files = files;
        this.check = check;
        this.defects = defects;
    }

    /// Reads every entry that can be read. Where a bundle cannot, its tile stands in, and for the tail the
    /// partial bundle of the checkpoint, so that the rest is still judged; where neither can, what follows is
    /// out of reach.
    /// @param sealed entries that the checkpoint covers
    void read(long sealed) {
        long bundles = Math.max(files.bundles(), sealed / Tiles.WIDTH);
        for (long n = 0; n < bundles; n++) {
            if (!readBundle(n)) {
                return;
            }
        }
        readTail(sealed);
    }

    /// The tree over the entries as they are.
    HashTree found() {
        return found;
    }

    /// The same, but where an entry differs from its tile, with the tile's hash.
    HashTree recorded() {
        return recorded;
    }

    /// Whether an entry below `size` has another hash than its tile records.
    boolean hasMismatchBelow(long size) {
        return mismatches.stream().anyMatch(entry -> entry < size);
    }

    boolean unfinishedWrite() {
        return unfinishedWrite;
    }

    /// Says of each difference between an entry and its tile which of the two is wrong.
    /// @param entriesAreRight whether the entries give the signed root
    void nameMismatches(boolean entriesAreRight) {
        for (long entry : mismatches) {
            long n = entry / Tiles.WIDTH;
            String bundle = Tiles.entryBundle(n, Tiles.WIDTH);
            String tile = Tiles.hashTile(0, n, Tiles.WIDTH);
            defects.add(
                    entriesAreRight
                            ? Defect.ofEntry(tile, entry, "the hash is not that of the entry")
                            : Defect.ofEntry(
                                    bundle, entry, "the entry does not have the hash that " + tile + " records"));
        }
    }

    private boolean readBundle(long n) {
        String bundle = Tiles.entryBundle(n, Tiles.WIDTH);
        List<Bytes> entries = decode(bundle, EntryReader.BUNDLE_SIZE_LIMIT_BYTES, Tiles::decodeEntries);
        List<Digest> tile = decode(Tiles.hashTile(0, n, Tiles.WIDTH), TILE_SIZE_BYTES, Tiles::decodeHashes);
        if (entries.isEmpty() && tile.isEmpty()) {
            return false;
        }
        for (int i = 0; i < Tiles.WIDTH; i++) {
            Digest hash = entries.isEmpty() ? tile.get(i) : take(bundle, entries.get(i));
            Digest hashOfTile = tile.isEmpty() ? hash : tile.get(i);
            if (!hash.equals(hashOfTile)) {
                mismatches.add(found.size());
            }
            append(hash, hashOfTile);
        }
        comparePartialBundles(n, entries);
        return true;
    }

    private void readTail(long sealed) {
        long bundled = found.size();
        List<Bytes> entries = List.of();
        try {
            TailScan tail = TailLog.scan(folder, bundled);
            tail.damage().forEach(problem -> defects.add(Defect.inFile(TailLog.FILE, problem)));
            unfinishedWrite = tail.leftover();
            entries = tail.entries();
        } catch (IOException e) {
            defects.add(Defect.inFile(TailLog.FILE, DiskFailure.reason(e)));
        }
        appendAll(TailLog.FILE, entries);
        if (found.size() < sealed) {
            defects.add(Defect.ofEntry(
                    TailLog.FILE,
                    found.size(),
                    "entries " + found.size() + " to " + (sealed - 1) + " are missing, which the checkpoint covers"));
            entries = standIn(bundled / Tiles.WIDTH, (int) (sealed - bundled), entries);
        }
        comparePartialBundles(bundled / Tiles.WIDTH, entries);
    }

    /// Completes the tail from the partial bundle, where there is one.
    private List<Bytes> standIn(long n, int width, List<Bytes> entries) {
        String file = Tiles.entryBundle(n, width);
        if (!files.has(file)) {
            return entries;
        }
        List<Bytes> partial =
                decode(file, EntryReader.BUNDLE_SIZE_LIMIT_BYTES, (content, _) -> Tiles.decodeEntries(content, width));
        if (partial.size() <= entries.size()) {
            return entries;
        }
        appendAll(file, partial.subList(entries.size(), partial.size()));
        List<Bytes> whole = new ArrayList<>(entries);
        whole.addAll(partial.subList(entries.size(), partial.size()));
        return whole;
    }

    private void appendAll(String file, List<Bytes> entries) {
        for (Bytes entry : entries) {
            Digest hash = take(file, entry);
            append(hash, hash);
        }
    }

    private Digest take(String file, Bytes entry) {
        long index = found.size();
        check.problem(index, entry).ifPresent(problem -> defects.add(Defect.ofEntry(file, index, problem)));
        return Merkle.leafHash(entry);
    }

    private void append(Digest hash, Digest hashOfTile) {
        found.append(hash);
        recorded.append(hashOfTile);
    }

    private void comparePartialBundles(long n, List<Bytes> entries) {
        for (LedgerFiles.Partial partial : files.partials()) {
            if (partial.level() == LedgerFiles.Partial.ENTRY_BUNDLE && partial.index() == n && !entries.isEmpty()) {
                comparePartialBundle(partial, entries);
            }
        }
    }

    private void comparePartialBundle(LedgerFiles.Partial partial, List<Bytes> entries) {
        List<Bytes> partialEntries = decode(
                partial.file(),
                EntryReader.BUNDLE_SIZE_LIMIT_BYTES,
                (content, _) -> Tiles.decodeEntries(content, partial.width()));
        for (int i = 0; i < partialEntries.size(); i++) {
            long entry = partial.index() * Tiles.WIDTH + i;
            boolean differs = i >= entries.size() || !partialEntries.get(i).equals(entries.get(i));
            if (differs && !mismatches.contains(entry)) {
                defects.add(Defect.ofEntry(partial.file(), entry, "the entry differs from the recorded one"));
            }
        }
    }

    private interface Decoding<T> {
        List<T> decode(Bytes content, int width) throws MalformedProof;
    }

    /// Empty, with the defect noted, where the file cannot be read.
    private <T> List<T> decode(String file, int sizeLimit, Decoding<T> decoding) {
        try {
            return decoding.decode(folder.read(file, sizeLimit), Tiles.WIDTH);
        } catch (IOException e) {
            defects.add(Defect.inFile(file, DiskFailure.reason(e)));
        } catch (MalformedProof e) {
            defects.add(Defect.inFile(file, e.getMessage()));
        }
        return List.of();
    }
}
