package org.cairn.ledger.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.ledger.replay.IndexDatabase.Progress;
import org.cairn.ledger.replay.IndexDatabase.Row;
import org.cairn.ledger.store.Condition;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Merkle;
import org.jdbi.v3.core.JdbiException;

/// Finds entries by kind, subject and time. A projection: the ledger decides, and the index is built anew from
/// it on the slightest doubt. Safe for use by several threads.
public final class LedgerIndex implements AutoCloseable {
    private static final int BATCH = 10_000;

    private final Ledger ledger;
    private final HeaderReader reader;
    private final Optional<Stored> stored;
    private final Optional<RebuildReason> lastRebuild;
    private final EntryColumns columns = new EntryColumns();

    /// What is on disk.
    private record Stored(IndexFile file, IndexDatabase database) {}

    private LedgerIndex(
            Ledger ledger, HeaderReader reader, Optional<Stored> stored, Optional<RebuildReason> lastRebuild) {
        this.ledger = ledger;
        this.reader = reader;
        this.stored = stored;
        this.lastRebuild = lastRebuild;
    }

    /// Opens the index and brings it up to the ledger's size: the new entries where it remembers the ledger's
    /// size and root, all of them otherwise. Where another program has it open, it is built in memory alone.
    public static LedgerIndex open(Path indexDir, Ledger ledger, HeaderReader reader) throws LedgerException {
        Optional<IndexFile> file = Optional.empty();
        try {
            file = IndexFile.take(indexDir);
            LedgerIndex index = file.isPresent()
                    ? onDisk(file.get(), ledger, reader)
                    : new LedgerIndex(ledger, reader, Optional.empty(), Optional.of(RebuildReason.IN_USE));
            index.load();
            index.catchUp();
            file = Optional.empty();
            return index;
        } catch (IOException e) {
            throw failure(indexDir.toString(), e);
        } finally {
            if (file.isPresent()) {
                release(file.get());
            }
        }
    }

    /// An index that leaves nothing on disk.
    public static LedgerIndex inMemory(Ledger ledger, HeaderReader reader) throws LedgerException {
        LedgerIndex index = new LedgerIndex(ledger, reader, Optional.empty(), Optional.of(RebuildReason.NO_ACCESS));
        index.catchUp();
        return index;
    }

    private static LedgerIndex onDisk(IndexFile file, Ledger ledger, HeaderReader reader) throws IOException {
        Optional<RebuildReason> reason = file.distrust();
        if (reason.isEmpty()) {
            file.breakSeal();
            try {
                IndexDatabase database = IndexDatabase.open(file.url());
                reason = mismatch(database, ledger);
                if (reason.isEmpty()) {
                    return new LedgerIndex(ledger, reader, Optional.of(new Stored(file, database)), reason);
                }
                database.close();
            } catch (JdbiException e) {
                reason = Optional.of(RebuildReason.UNREADABLE);
            }
        }
        file.discard();
        return new LedgerIndex(ledger, reader, Optional.of(new Stored(file, IndexDatabase.open(file.url()))), reason);
    }

    private static Optional<RebuildReason> mismatch(IndexDatabase database, Ledger ledger) {
        Optional<Progress> progress = database.progress();
        if (progress.isEmpty()) {
            return Optional.of(RebuildReason.OTHER_FORMAT);
        }
        long size = progress.get().size();
        boolean same =
                size <= ledger.size() && ledger.root(size).equals(progress.get().root());
        return same ? Optional.empty() : Optional.of(RebuildReason.OTHER_LEDGER);
    }

    /// Why the index was built anew when it was opened; empty where it only took in the newest entries.
    public Optional<RebuildReason> lastRebuild() {
        return lastRebuild;
    }

    private synchronized void load() throws LedgerException {
        try {
            stored.ifPresent(disk -> disk.database.forEach(row -> columns.add(row.header())));
        } catch (JdbiException e) {
            throw failure("the index", e);
        }
    }

    /// Takes in what was recorded since.
    public synchronized void catchUp() throws LedgerException {
        try {
            long target = ledger.size();
            if (target == 0
                    && stored.isPresent()
                    && stored.get().database.progress().isEmpty()) {
                stored.get().database.add(List.of(), new Progress(0, Merkle.emptyRoot()));
            }
            while (columns.size() < target) {
                long from = columns.size();
                long end = Math.min(target, from + BATCH);
                List<Row> rows = rows(from, end);
                if (stored.isPresent()) {
                    stored.get().database.add(rows, new Progress(end, ledger.root(end)));
                }
                rows.forEach(row -> columns.add(row.header()));
            }
        } catch (JdbiException | SQLException e) {
            throw failure("the index", e);
        }
    }

    /// Read in order, and understood by several threads.
    private List<Row> rows(long from, long end) throws LedgerException {
        List<Optional<Bytes>> entries = new ArrayList<>();
        for (long entry = from; entry < end; entry++) {
            entries.add(bytes(entry));
        }
        return IntStream.range(0, entries.size())
                .parallel()
                .mapToObj(i -> row(from + i, entries.get(i)))
                .toList();
    }

    /// A damaged entry keeps its place, so that what is left can still be looked at: it is empty.
    private Optional<Bytes> bytes(long entry) throws LedgerException {
        try {
            return Optional.of(ledger.entry(entry));
        } catch (LedgerException e) {
            if (ledger.condition() instanceof Condition.Damaged) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// The ledger gives no entry that has another hash than the tree records.
    private Row row(long entry, Optional<Bytes> bytes) {
        return new Row(entry, ledger.leaf(entry), bytes.flatMap(known -> reader.read(entry, known)));
    }

    /// Number of entries the index has taken in.
    public synchronized long size() {
        return columns.size();
    }

    /// The entries of a kind, oldest first.
    public List<Long> entries(String kind) {
        return entries(kind, Long.MAX_VALUE);
    }

    /// The entries of a kind among the first `upTo`, oldest first.
    public List<Long> entries(String kind, long upTo) {
        return entries(kind, 0, upTo);
    }

    /// The entries of a kind from entry `from` to before `upTo`, oldest first.
    public synchronized List<Long> entries(String kind, long from, long upTo) {
        return columns.entries(kind, from, upTo);
    }

    /// The entries about a subject among the first `upTo`, oldest first.
    public synchronized List<Long> entriesAbout(String subject, long upTo) {
        return columns.about(subject, upTo);
    }

    /// For each subject the entry of this kind and version that holds at `validAt`, by what the first `upTo` entries
    /// knew: of those whose period contains `validAt` the one with the latest `validFrom`, and of those the last
    /// recorded.
    public synchronized List<Long> latestPerSubject(String kind, int version, Instant validAt, long upTo) {
        return columns.latestPerSubject(kind, version, validAt, upTo);
    }

    /// How many entries were recorded by then: all before the first whose clock claimed a later time. What is recorded
    /// later never changes this number once an entry claims a later time, even where a clock is set back.
    public synchronized long sizeKnownAt(Instant knownAt) {
        return columns.sizeKnownAt(knownAt);
    }

    /// What the index knows of an entry; empty where it has no readable header.
    public synchronized Optional<EntryHeader> header(long entry) {
        return columns.header(entry);
    }

    /// Entries whose header could not be read, oldest first.
    public synchronized List<Long> entriesWithoutHeader() {
        return columns.withoutHeader();
    }

    /// The hash of everything the index holds on disk, or would: two indexes with one fingerprint are equal.
    public synchronized Digest fingerprint() throws LedgerException {
        List<Digest> rows = new ArrayList<>();
        try {
            if (stored.isPresent()) {
                stored.get().database.forEach(row -> rows.add(fingerprint(row)));
            } else {
                for (long entry = 0; entry < columns.size(); entry++) {
                    rows.add(fingerprint(new Row(entry, ledger.leaf(entry), columns.header(entry))));
                }
            }
        } catch (JdbiException e) {
            throw failure("the index", e);
        }
        return Merkle.root(rows);
    }

    private static Digest fingerprint(Row row) {
        return Merkle.leafHash(Bytes.utf8(row.entry()
                + row.leaf().hex()
                + row.header().map(Object::toString).orElse("")));
    }

    @Override
    public synchronized void close() throws LedgerException {
        if (stored.isEmpty()) {
            return;
        }
        Stored disk = stored.get();
        try {
            disk.database.close();
            disk.file.writeSeal();
        } catch (JdbiException | IOException e) {
            throw failure("the index", e);
        } finally {
            release(disk.file);
        }
    }

    private static void release(IndexFile file) throws LedgerException {
        try {
            file.close();
        } catch (IOException e) {
            throw failure("the index", e);
        }
    }

    private static LedgerException failure(String where, Exception cause) {
        return new LedgerException(
                where,
                "the database refused (" + cause.getMessage() + ")",
                "Close the program and delete the folder \"index\": it is built anew from the ledger",
                cause);
    }
}
