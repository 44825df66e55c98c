package org.cairn.causality.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Fetches the raw records behind an answer, so that a person can read them and a stranger can find them.
public final class RawRecords {
    /// @param sha256 of the record's bytes without the line feed that ends it
    public record RawRecord(String text, Digest sha256) {}

    private RawRecords() {}

    /// The records that begin at `offsets` of the log in `file`, unpacked where gzip packed it.
    /// @throws IngestException if the file cannot be read, or ends before one of them
    public static SortedMap<Long, RawRecord> read(Path file, LogFormat format, SortedSet<Long> offsets)
            throws IngestException {
        SortedMap<Long, RawRecord> records = new TreeMap<>();
        long at = 0;
        InputStream in = open(file);
        try (in) {
            for (long offset : offsets) {
                if (offset < at) {
                    continue; // within the record before, which is the same
                }
                in.skipNBytes(offset - at);
                byte[] record = record(in, format);
                at = offset + record.length;
                Bytes bytes = Bytes.copyOf(trimmed(record));
                records.put(offset, new RawRecord(text(bytes), Digest.sha256(bytes)));
            }
        } catch (IOException e) {
            throw new IngestException(file + ": cannot be read after byte " + at + " (" + e + "); import it anew", e);
        }
        return records;
    }

    private static InputStream open(Path file) throws IngestException {
        try {
            return LogSource.open(file);
        } catch (IOException e) {
            throw new IngestException(file + ": cannot be opened (" + e + "); put it back where it was imported", e);
        }
    }

    /// One line; of objects that are printed over several lines, all of them.
    private static byte[] record(InputStream in, LogFormat format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int depth = 0;
        boolean inText = false;
        for (int b = in.read(); b >= 0 && bytes.size() <= JsonFormat.LONGEST; b = in.read()) {
            bytes.write(b);
            if (format.isJson()) {
                if (inText && b == '\\') {
                    bytes.write(in.read());
                } else if (b == '"') {
                    inText = !inText;
                } else if (!inText) {
                    depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
                }
            }
            if (b == '\n' && depth <= 0) {
                break;
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] trimmed(byte[] line) {
        int end = line.length;
        if (end > 0 && line[end - 1] == '\n') {
            end--;
        }
        return Arrays.copyOf(line, end);
    }

    private static String text(Bytes bytes) {
        return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    }
}
