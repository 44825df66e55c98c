package org.cairn.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The same entries, each committed and forced by its own producer, in a database that everybody knows. One table, one
/// connection for each producer.
/// @param folder where the database is made
/// @param kind   which one, with the setting that forces every commit to the disk
record DatabaseAppends(Path folder, Kind kind) {
    enum Kind {
        /// Without `CHECKPOINT SYNC`, H2 acknowledges commits that no force has reached.
        H2("H2, CHECKPOINT SYNC after each commit", "jdbc:h2:file:%s;DB_CLOSE_ON_EXIT=FALSE", "", "CHECKPOINT SYNC"),
        /// `synchronous=FULL` forces the log at each commit (sqlite.org/pragma.html).
        SQLITE(
                "SQLite, WAL, synchronous=FULL",
                "jdbc:sqlite:%s",
                "PRAGMA busy_timeout=60000;PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL",
                "");

        final String title;
        private final String url;
        /// Statements for each connection, with semicolons between them.
        private final String settings;
        private final String afterCommit;

        Kind(String title, String url, String settings, String afterCommit) {
            this.title = title;
            this.url = url;
            this.settings = settings;
            this.afterCommit = afterCommit;
        }
    }

    /// @return how many rows are there in the end
    Long appendAll(int writers, int each) throws Exception {
        Path database = Files.createTempDirectory(folder, "database").resolve("entries");
        try (Connection first = connect(database)) {
            run(first, "CREATE TABLE entry (id BIGINT PRIMARY KEY, body BLOB)");
            try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
                List<Future<?>> running = new ArrayList<>();
                for (int writer = 0; writer < writers; writer++) {
                    int from = writer * each;
                    running.add(pool.submit(() -> append(database, from, each)));
                }
                for (Future<?> writer : running) {
                    writer.get();
                }
            }
            try (Statement count = first.createStatement();
                    var rows = count.executeQuery("SELECT COUNT(*) FROM entry")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private Integer append(Path database, int from, int count) throws SQLException {
        try (Connection connection = connect(database);
                PreparedStatement insert = connection.prepareStatement("INSERT INTO entry VALUES (?, ?)")) {
            for (int i = from; i < from + count; i++) {
                insert.setLong(1, i);
                insert.setBytes(2, DurableAppends.entry(i).toByteArray());
                insert.executeUpdate();
                run(connection, kind.afterCommit);
            }
        }
        return count;
    }

    private Connection connect(Path database) throws SQLException {
        Connection connection = DriverManager.getConnection(String.format(kind.url, database.toAbsolutePath()));
        for (String setting : kind.settings.split(";", -1)) {
            run(connection, setting);
        }
        return connection;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        if (!sql.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
