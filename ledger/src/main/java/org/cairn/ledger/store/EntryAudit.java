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
    private final List<Mismatch> mismatches = new ArrayList<>();
    private long bundled;
    private boolean unfinishedWrite;

    /// An entry that stands in two places and differs.
    /// @param ofEntry  what is wrong if the entry is
    /// @param ofRecord what is wrong if the tile or partial bundle is that the checkpoint covers
    private record Mismatch(long entry, Defect ofEntry, Defect ofRecord) {}

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
        boolean whole = true;
        while (whole && bundled / Tiles.WIDTH < bundles && !wasOnItsWay(bundles, sealed)) {
            whole = readBundle(bundled / Tiles.WIDTH);
            bundled = found.size();
        }
        if (whole) {
            readTail(sealed);
        }
    }

    /// Bundles are put in place several at a time while their entries stand in the tail. A crash may leave the later
    /// ones without an earlier one; one that a checkpoint covers had been in place.
    private boolean wasOnItsWay(long bundles, long sealed) {
        long next = bundled / Tiles.WIDTH;
        if (next < sealed / Tiles.WIDTH || files.has(Tiles.entryBundle(next, Tiles.WIDTH))) {
            return false;
        }
        try {
            TailScan tail = TailLog.scan(folder, bundled);
            return tail.damage().isEmpty() && tail.entries().size() / Tiles.WIDTH >= bundles - next;
        } catch (IOException e) {
            return false;
        }
    }

    /// How many entries were read from bundles.
    long bundled() {
        return bundled;
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
        return mismatches.stream().anyMatch(mismatch -> mismatch.entry < size);
    }

    boolean unfinishedWrite() {
        return unfinishedWrite;
    }

    /// Says of each difference which of the two places is wrong.
    /// @param entriesAreRight whether the entries give the signed root
    void nameMismatches(boolean entriesAreRight) {
        mismatches.forEach(mismatch -> defects.add(entriesAreRight ? mismatch.ofRecord : mismatch.ofEntry));
    }

    private boolean readBundle(long n) {
        String bundle = Tiles.entryBundle(n, Tiles.WIDTH);
        String tileFile = Tiles.hashTile(0, n, Tiles.WIDTH);
        List<Digest> tile = readTile(tileFile);
        List<Bytes> entries = readEntries(bundle, Tiles.WIDTH, tile);
        if (entries.isEmpty() && tile.isEmpty()) {
            return false;
        }
        check.expect(found.size(), entries);
        for (int i = 0; i < Tiles.WIDTH; i++) {
            Digest hash = entries.isEmpty() ? tile.get(i) : take(bundle, entries.get(i));
            Digest hashOfTile = tile.isEmpty() ? hash : tile.get(i);
            if (!hash.equals(hashOfTile)) {
                mismatches.add(new Mismatch(
                        found.size(),
                        Defect.ofEntry(
                                bundle, found.size(), "the entry does not have the hash that " + tileFile + " records"),
                        Defect.ofEntry(tileFile, found.size(), "the hash is not that of the entry")));
            }
            append(hash, hashOfTile);
        }
        comparePartialBundles(n, entries);
        return true;
    }

    private void readTail(long sealed) {
        List<Bytes> entries = List.of();
        try {
            TailScan tail = TailLog.scan(folder, bundled);
            tail.damage().forEach(problem -> defects.add(Defect.inFile(TailLog.FILE, problem)));
            unfinishedWrite = tail.leftover();
            entries = tail.entries();
        } catch (IOException e) {
            defects.add(Defect.inFile(TailLog.FILE, DiskFailure.reason(e)));
        }
        long missing = bundled + entries.size();
        if (missing < sealed) {
            defects.add(Defect.ofEntry(
                    TailLog.FILE,
                    missing,
                    "entries " + missing + " to " + (sealed - 1) + " are missing, which the checkpoint covers"));
        }
        List<Bytes> whole = takeTail(entries, sealed);
        for (int from = 0; from < whole.size(); from += Tiles.WIDTH) {
            List<Bytes> chunk = whole.subList(from, Math.min(whole.size(), from + Tiles.WIDTH));
            long n = (bundled + from) / Tiles.WIDTH;
            comparePartialBundles(n, chunk);
            String early = Tiles.entryBundle(n, Tiles.WIDTH);
            if (files.has(early)) {
                compareBundle(early, n, Tiles.WIDTH, chunk);
            }
        }
    }

    /// Holds the tail against the partial bundle of the checkpoint, which also stands in for what is missing.
    /// @return the entries from `bundled` on
    private List<Bytes> takeTail(List<Bytes> tail, long sealed) {
        int width = Math.clamp(sealed - bundled, 0, Tiles.WIDTH);
        String file = Tiles.entryBundle(bundled / Tiles.WIDTH, Math.max(1, width));
        List<Bytes> covered = width > 0 && files.has(file) ? readEntries(file, width, hashes(tail)) : List.of();
        List<Bytes> whole = new ArrayList<>(tail);
        for (int i = 0; i < Math.max(tail.size(), covered.size()); i++) {
            if (i >= tail.size()) {
                whole.add(covered.get(i));
            }
            Digest hash = take(i < tail.size() ? TailLog.FILE : file, whole.get(i));
            Digest recordedHash = i < covered.size() ? Merkle.leafHash(covered.get(i)) : hash;
            if (!hash.equals(recordedHash)) {
                mismatches.add(new Mismatch(
                        found.size(),
                        Defect.ofEntry(
                                TailLog.FILE, found.size(), "the entry differs from the one that " + file + " holds"),
                        Defect.ofEntry(file, found.size(), "the entry differs from the recorded one")));
            }
            append(hash, recordedHash);
        }
        return whole;
    }

    private static List<Digest> hashes(List<Bytes> entries) {
        return entries.stream().map(Merkle::leafHash).toList();
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
                compareBundle(partial.file(), n, partial.width(), entries);
            }
        }
    }

    private void compareBundle(String file, long n, int width, List<Bytes> entries) {
        List<Bytes> others = readEntries(file, width, hashes(entries));
        for (int i = 0; i < others.size(); i++) {
            long entry = n * Tiles.WIDTH + i;
            boolean differs = i >= entries.size() || !others.get(i).equals(entries.get(i));
            if (differs && mismatches.stream().noneMatch(mismatch -> mismatch.entry == entry)) {
                defects.add(Defect.ofEntry(file, entry, "the entry differs from the recorded one"));
            }
        }
    }

    /// Empty, with the defect noted, where the file cannot be read.
    private List<Digest> readTile(String file) {
        try {
            return Tiles.decodeHashes(folder.read(file, TILE_SIZE_BYTES), Tiles.WIDTH);
        } catch (IOException e) {
            defects.add(Defect.inFile(file, DiskFailure.reason(e)));
        } catch (MalformedProof e) {
            defects.add(Defect.inFile(file, e.getMessage()));
        }
        return List.of();
    }

    /// Empty, with the defect noted, where the file cannot be read.
    /// @param expected hashes that tell from which entry on a malformed bundle is wrong
    private List<Bytes> readEntries(String file, int width, List<Digest> expected) {
        Bytes content;
        try {
            content = folder.read(file, EntryReader.BUNDLE_SIZE_LIMIT_BYTES);
        } catch (IOException e) {
            defects.add(Defect.inFile(file, DiskFailure.reason(e)));
            return List.of();
        }
        try {
            return Tiles.decodeEntries(content, width);
        } catch (MalformedProof e) {
            int right = 0;
            for (Digest hash : hashes(Tiles.leadingEntries(content, Math.min(width, expected.size())))) {
                if (!hash.equals(expected.get(right))) {
                    break;
                }
                right++;
            }
            long first = LedgerFiles.bundleOf(file) * Tiles.WIDTH;
            defects.add(
                    right < Math.min(width, expected.size())
                            ? Defect.ofEntry(
                                    file, first + right, "from here on it is not as recorded: " + e.getMessage())
                            : Defect.inFile(file, e.getMessage()));
            return List.of();
        }
    }
}
