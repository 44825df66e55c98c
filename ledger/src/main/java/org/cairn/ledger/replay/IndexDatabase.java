package org.cairn.ledger.replay;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cairn.proof.Digest;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The tables and the SQL. Subjects, kinds, times and hashes only: texts and evidence never enter.
final class IndexDatabase implements AutoCloseable {
    private static final int FORMAT = 2;
    private static final int RUN = 20_000;

    /// H2 would answer a repeated query from its last result (OPTIMIZE_REUSE_RESULTS) and close with the first
    /// exit hook.
    private static final String OPTIONS = ";DB_CLOSE_ON_EXIT=FALSE;OPTIMIZE_REUSE_RESULTS=FALSE;TRACE_LEVEL_FILE=0";

    private final JdbcConnectionPool pool;
    private final Jdbi jdbi;

    /// Up to which entry the index has come.
    record Progress(long size, Digest root) {}

    /// One entry to be indexed.
    record Row(long entry, Digest leaf, Optional<EntryHeader> header) {}

    private IndexDatabase(JdbcConnectionPool pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /// @param url the database without options
    static IndexDatabase open(String url) {
        IndexDatabase database = new IndexDatabase(JdbcConnectionPool.create(url + OPTIONS, "index", ""));
        database.createTables();
        return database;
    }

    private void createTables() {
        jdbi.useHandle(handle -> {
            handle.execute("CREATE TABLE IF NOT EXISTS progress (format INT, size BIGINT, root VARCHAR(64))");
            handle.execute("""
                    CREATE TABLE IF NOT EXISTS entry (
                        entry BIGINT PRIMARY KEY, leaf BINARY(32) NOT NULL,
                        kind VARCHAR, version INT, subject VARCHAR, reference BINARY(32),
                        recorded_at TIMESTAMP(9) WITH TIME ZONE,
                        valid_from TIMESTAMP(9) WITH TIME ZONE, valid_to TIMESTAMP(9) WITH TIME ZONE)""");
        });
    }

    /// Empty where the index is new or of another format.
    Optional<Progress> progress() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT size, root FROM progress WHERE format = :format")
                .bind("format", FORMAT)
                .map((row, _) -> new Progress(row.getLong(1), Digest.parseHex(row.getString(2))))
                .findOne());
    }

    /// Adds the rows and moves the progress in one transaction. The rows go through plain JDBC: a rebuild adds
    /// all there are.
    void add(List<Row> rows, Progress after) throws SQLException {
        jdbi.useTransaction(handle -> {
            try (PreparedStatement insert =
                    handle.getConnection().prepareStatement("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (Row row : rows) {
                    bind(insert, row);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            handle.execute("DELETE FROM progress");
            handle.execute("INSERT INTO progress VALUES (?, ?, ?)", FORMAT, after.size, after.root.hex());
        });
    }

    private static void bind(PreparedStatement insert, Row row) throws SQLException {
        Optional<EntryHeader> header = row.header;
        insert.setLong(1, row.entry);
        insert.setBytes(2, row.leaf.toByteArray());
        insert.setObject(3, header.map(EntryHeader::kind).orElse(null));
        insert.setObject(4, header.map(EntryHeader::version).orElse(null));
        insert.setObject(5, header.flatMap(EntryHeader::subject).orElse(null));
        insert.setBytes(
                6,
                header.flatMap(EntryHeader::reference)
                        .map(reference -> reference.toByteArray())
                        .orElse(null));
        insert.setObject(7, header.map(h -> utc(h.recordedAt())).orElse(null));
        insert.setObject(8, header.map(h -> utc(h.validFrom())).orElse(null));
        insert.setObject(
                9, header.flatMap(EntryHeader::validTo).map(IndexDatabase::utc).orElse(null));
    }

    /// An instant as SQL takes it: a plain `Timestamp` would pass through the zone of the machine.
    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// Gives every row to `sink`, in the order of the entries. In runs, since H2 builds a result as a whole.
    void forEach(Consumer<Row> sink) {
        long size = progress().map(Progress::size).orElse(0L);
        for (long from = 0; from < size; from += RUN) {
            try (Handle handle = jdbi.open()) {
                handle.createQuery("SELECT * FROM entry WHERE entry >= :from AND entry < :to ORDER BY entry")
                        .bind("from", from)
                        .bind("to", from + RUN)
                        .map((row, _) -> row(row))
                        .forEach(sink);
            }
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new Row(
                row.getLong("entry"),
                Digest.of(row.getBytes("leaf")),
                kind == null ? Optional.empty() : Optional.of(header(kind, row)));
    }

    private static EntryHeader header(String kind, ResultSet row) throws SQLException {
        return new EntryHeader(
                kind,
                row.getInt("version"),
                Optional.ofNullable(row.getString("subject")),
                Optional.ofNullable(row.getBytes("reference")).map(Digest::of),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("valid_to", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    /// Writes everything and closes the file: H2 closes a database with its last connection.
    @Override
    public void close() {
        pool.dispose();
    }
}
