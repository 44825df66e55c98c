package org.cairn.ledger.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
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
    private static final int BATCH = 1_000;

    private final Ledger ledger;
    private final HeaderReader reader;
    private final IndexDatabase database;
    private final Optional<IndexFile> file;
    private final Optional<RebuildReason> lastRebuild;

    private LedgerIndex(
            Ledger ledger,
            HeaderReader reader,
            IndexDatabase database,
            Optional<IndexFile> file,
            Optional<RebuildReason> lastRebuild) {
        this.ledger = ledger;
        this.reader = reader;
        this.database = database;
        this.file = file;
        this.lastRebuild = lastRebuild;
    }

    /// Opens the index and brings it up to the ledger's size: the new entries where it remembers the ledger's
    /// size and root, all of them otherwise. Where another program has it open, an index in memory is built.
    public static LedgerIndex open(Path indexDir, Ledger ledger, HeaderReader reader) throws LedgerException {
        Optional<IndexFile> file = Optional.empty();
        try {
            file = IndexFile.take(indexDir);
            LedgerIndex index = file.isPresent()
                    ? onDisk(file.get(), ledger, reader)
                    : new LedgerIndex(
                            ledger,
                            reader,
                            IndexDatabase.inMemory(UUID.randomUUID().toString()),
                            file,
                            Optional.of(RebuildReason.IN_USE));
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

    private static LedgerIndex onDisk(IndexFile file, Ledger ledger, HeaderReader reader) throws IOException {
        Optional<RebuildReason> reason = file.distrust();
        if (reason.isEmpty()) {
            file.breakSeal();
            try {
                IndexDatabase database = IndexDatabase.open(file.url());
                reason = mismatch(database, ledger);
                if (reason.isEmpty()) {
                    return new LedgerIndex(ledger, reader, database, Optional.of(file), reason);
                }
                database.close();
            } catch (JdbiException e) {
                reason = Optional.of(RebuildReason.UNREADABLE);
            }
        }
        file.discard();
        return new LedgerIndex(ledger, reader, IndexDatabase.open(file.url()), Optional.of(file), reason);
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

    /// Takes in what was recorded since.
    public synchronized void catchUp() throws LedgerException {
        try {
            long size = size();
            long target = ledger.size();
            if (size == target && database.progress().isEmpty()) {
                database.add(List.of(), new Progress(0, Merkle.emptyRoot()));
            }
            while (size < target) {
                long end = Math.min(target, size + BATCH);
                List<Row> rows = new ArrayList<>();
                for (long entry = size; entry < end; entry++) {
                    rows.add(row(entry));
                }
                database.add(rows, new Progress(end, ledger.root(end)));
                size = end;
            }
            database.createIndexes();
        } catch (JdbiException | SQLException e) {
            throw failure("the index", e);
        }
    }

    /// A damaged entry keeps its place, so that what is left can still be looked at.
    private Row row(long entry) throws LedgerException {
        try {
            Bytes bytes = ledger.entry(entry);
            return new Row(entry, Merkle.leafHash(bytes), reader.read(entry, bytes));
        } catch (LedgerException e) {
            if (ledger.condition() instanceof Condition.Damaged) {
                return new Row(entry, ledger.leaf(entry), Optional.empty());
            }
            throw e;
        }
    }

    /// Number of entries the index has taken in.
    public long size() throws LedgerException {
        try {
            return database.progress().map(Progress::size).orElse(0L);
        } catch (JdbiException e) {
            throw failure("the index", e);
        }
    }

    /// The entries of a kind, oldest first.
    public List<Long> entries(String kind) throws LedgerException {
        return entries(kind, Long.MAX_VALUE);
    }

    /// The entries of a kind among the first `upTo`, oldest first.
    public List<Long> entries(String kind, long upTo) throws LedgerException {
        return numbers("SELECT entry FROM entry WHERE kind = ? AND entry < ? ORDER BY entry", kind, upTo);
    }

    /// The entries about a subject among the first `upTo`, oldest first.
    public List<Long> entriesAbout(String subject, long upTo) throws LedgerException {
        return numbers("SELECT entry FROM entry WHERE subject = ? AND entry < ? ORDER BY entry", subject, upTo);
    }

    /// For each subject the entry of this kind that holds at `validAt`, by what the first `upTo` entries knew:
    /// the one with the latest `validFrom` not after it, and of those the last recorded; left out where its
    /// period ended.
    public List<Long> latestPerSubject(String kind, Instant validAt, long upTo) throws LedgerException {
        return numbers("""
                SELECT e.entry FROM entry e JOIN (
                    SELECT (
                        SELECT l.entry FROM entry l
                        WHERE l.kind = ? AND l.subject = s.subject AND l.valid_from <= ? AND l.entry < ?
                        ORDER BY l.valid_from DESC, l.entry DESC LIMIT 1) AS latest
                    FROM (SELECT DISTINCT subject FROM entry WHERE kind = ? AND subject IS NOT NULL) s) chosen
                ON e.entry = chosen.latest
                WHERE e.valid_to IS NULL OR e.valid_to > ?
                ORDER BY e.entry""", kind, IndexDatabase.utc(validAt), upTo, kind, IndexDatabase.utc(validAt));
    }

    /// How many entries were recorded by then, as the clocks claimed: all before the first that claims a later
    /// time.
    public long sizeKnownAt(Instant knownAt) throws LedgerException {
        List<Long> first = numbers(
                "SELECT entry FROM entry WHERE recorded_at > ? ORDER BY entry LIMIT 1", IndexDatabase.utc(knownAt));
        return first.isEmpty() ? size() : first.getFirst();
    }

    /// What the index knows of an entry; empty where it has no readable header.
    public Optional<EntryHeader> header(long entry) throws LedgerException {
        return query("SELECT * FROM entry WHERE entry = ? AND kind IS NOT NULL", LedgerIndex::header, entry).stream()
                .findFirst();
    }

    /// Entries whose header could not be read, oldest first.
    public List<Long> entriesWithoutHeader() throws LedgerException {
        return numbers("SELECT entry FROM entry WHERE kind IS NULL ORDER BY entry");
    }

    /// How many entries there are of each kind.
    public Map<String, Long> countsByKind() throws LedgerException {
        Map<String, Long> counts = new TreeMap<>();
        String sql = "SELECT kind, COUNT(*) FROM entry WHERE kind IS NOT NULL GROUP BY kind";
        query(sql, row -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /// The hash of everything the index holds, in the order of the entries: two indexes with one fingerprint
    /// are equal.
    public Digest fingerprint() throws LedgerException {
        List<Digest> rows = query(
                "SELECT * FROM entry ORDER BY entry",
                row -> Merkle.leafHash(Bytes.utf8(row.getLong("entry")
                        + row.getString("leaf")
                        + (row.getString("kind") == null ? "" : header(row)))));
        return Merkle.root(rows);
    }

    @Override
    public void close() throws LedgerException {
        try {
            database.close();
            if (file.isPresent()) {
                file.get().writeSeal();
            }
        } catch (JdbiException | IOException e) {
            throw failure("the index", e);
        } finally {
            if (file.isPresent()) {
                release(file.get());
            }
        }
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private List<Long> numbers(String sql, Object... arguments) throws LedgerException {
        return query(sql, row -> row.getLong(1), arguments);
    }

    private <T> List<T> query(String sql, Reading<T> reading, Object... arguments) throws LedgerException {
        try {
            return database.query(sql, (row, _) -> reading.read(row), arguments);
        } catch (JdbiException e) {
            throw failure("the index", e);
        }
    }

    private static EntryHeader header(ResultSet row) throws SQLException {
        return new EntryHeader(
                row.getString("kind"),
                row.getInt("version"),
                Optional.ofNullable(row.getString("subject")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("valid_to", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
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
