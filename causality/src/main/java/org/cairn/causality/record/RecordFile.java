package org.cairn.causality.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.causality.ingest.IngestException;
import org.cairn.causality.ingest.LogFormat;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// A list of logs with their digests: what `cairn runtime import` leaves behind, and every question begins with. The
/// logs stay where they are; the list says which bytes they had. Logs at or below the list's folder are named relative
/// to it, so the folder can be moved.
public final class RecordFile {
    private static final String KIND = "cairn-runtime-record/1";

    /// A list of a million logs has some hundred megabytes; nobody has that many.
    private static final long LARGEST_BYTES = 1L << 24;

    private RecordFile() {}

    /// Replaces `file` as a whole, or leaves it.
    public static void write(Path file, List<LogFile> logs) throws IngestException {
        List<Json> entries = new ArrayList<>();
        Path folder = folder(file);
        for (LogFile log : logs) {
            Path path = log.path().toAbsolutePath().normalize();
            entries.add(Json.object()
                    .with("file", (path.startsWith(folder) ? folder.relativize(path) : path).toString())
                    .with("host", log.host())
                    .with("format", log.format().map(LogFormat::id).orElse("auto"))
                    .with("zone", log.zone().getId())
                    .with("sha256", log.expected().map(Digest::hex).orElse(""))
                    .build());
        }
        Json document = Json.object()
                .with("kind", KIND)
                .with("logs", new JsonArray(entries))
                .build();
        try {
            Path beside = Files.createTempFile(folder, "record", ".tmp");
            Files.write(beside, Json.write(document).toByteArray());
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IngestException(file + ": cannot be written (" + e + "); name a file in a folder of yours", e);
        }
    }

    private static Path folder(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().normalize().getParent())
                .orElse(Path.of("/"));
    }

    public static List<LogFile> read(Path file) throws IngestException {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw new IngestException(file + ": has " + Files.size(file) + " bytes and is no list of logs; give the"
                        + " file that `cairn runtime import` wrote");
            }
            JsonObject document = Json.parseObject(Bytes.copyOf(Files.readAllBytes(file)));
            if (!document.text("kind").equals(KIND)) {
                throw new MalformedJson("its kind is not " + KIND);
            }
            List<LogFile> logs = new ArrayList<>();
            for (Json entry : document.array("logs")) {
                logs.add(log(folder(file), entry));
            }
            return logs;
        } catch (MalformedJson | DateTimeException | IllegalArgumentException e) {
            throw new IngestException(
                    file + ": is no list of logs (" + e.getMessage() + "); make it with `cairn runtime import`", e);
        } catch (IOException e) {
            throw new IngestException(file + ": cannot be read (" + e + "); make it with `cairn runtime import`", e);
        }
    }

    private static LogFile log(Path folder, Json entry) throws MalformedJson {
        if (!(entry instanceof JsonObject log)) {
            throw new MalformedJson("an entry of \"logs\" is no object");
        }
        LogFormat format = LogFormat.byId(log.text("format"))
                .orElseThrow(() -> new MalformedJson("\"format\" names none that is read"));
        return new LogFile(
                folder.resolve(log.text("file")),
                log.text("host"),
                Optional.of(format),
                ZoneId.of(log.text("zone")),
                Optional.of(Digest.parseHex(log.text("sha256"))));
    }
}
