package org.cairn.causality.decision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.causality.ingest.IngestException;
import org.cairn.causality.ingest.LogSource;
import org.cairn.causality.ingest.RejectedLine;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.MalformedJson;

/// A log of decisions: one JSON object a line, unpacked where gzip packed it.
/// @param sha256  of the whole log
/// @param lines   all but empty ones
/// @param refused the first that are no decisions, each with its reason
public record DecisionLog(
        Path file, Digest sha256, long lines, List<Decision> decisions, long refusedLines, List<RejectedLine> refused) {
    /// Prompts with all that was retrieved for them are long; what is longer is refused.
    private static final int LONGEST_LINE = 1 << 24;

    /// A log of more decisions has to be split; each is kept whole.
    private static final int MOST_DECISIONS = 1_000_000;

    private static final int MOST_KEPT = 1_000;
    private static final int CHUNK = 1 << 16;

    public DecisionLog {
        decisions = List.copyOf(decisions);
        refused = List.copyOf(refused);
    }

    /// @param zone of times that name none; empty: such lines are refused
    public static DecisionLog read(Path file, Optional<ZoneId> zone) throws IngestException {
        return new Reading(zone).read(file);
    }

    private static final class Reading {
        private final Optional<ZoneId> zone;
        private final MessageDigest sha256 = Digest.newSha256();
        private final List<Decision> decisions = new ArrayList<>();
        private final List<RejectedLine> refused = new ArrayList<>();
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private long number;
        private long lines;
        private long refusals;
        private long offset;
        private long length;

        Reading(Optional<ZoneId> zone) {
            this.zone = zone;
        }

        DecisionLog read(Path file) throws IngestException {
            try (InputStream in = LogSource.open(file)) {
                byte[] chunk = new byte[CHUNK];
                for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                    sha256.update(chunk, 0, n);
                    take(chunk, n);
                }
                if (length > 0) {
                    end();
                }
            } catch (IOException e) {
                throw new IngestException(
                        file + ": cannot be read after line " + number + " (" + e
                                + "); check that it exists and that you may read it",
                        e);
            }
            if (decisions.size() >= MOST_DECISIONS) {
                throw new IngestException(file + ": holds more than " + MOST_DECISIONS + " decisions; split it");
            }
            return new DecisionLog(file, Digest.of(sha256.digest()), lines, decisions, refusals, refused);
        }

        private void take(byte[] chunk, int count) {
            int from = 0;
            for (int i = 0; i < count; i++) {
                if (chunk[i] == '\n') {
                    keep(chunk, from, i - from);
                    end();
                    offset++;
                    from = i + 1;
                }
            }
            keep(chunk, from, count - from);
        }

        private void keep(byte[] chunk, int from, int count) {
            if (length <= LONGEST_LINE) {
                line.write(chunk, from, count);
            }
            length += count;
        }

        private void end() {
            number++;
            Bytes bytes = Bytes.copyOf(line.toByteArray());
            if (length > 0 && !bytes.asUtf8().isBlank()) {
                lines++;
                decide(bytes);
            }
            offset += length;
            length = 0;
            line.reset();
        }

        private void decide(Bytes bytes) {
            try {
                if (length > LONGEST_LINE) {
                    throw new MalformedJson("it has " + length + " bytes, more than " + LONGEST_LINE);
                }
                if (decisions.size() < MOST_DECISIONS) {
                    decisions.add(DecisionLine.read(bytes, number, offset, zone));
                }
            } catch (MalformedJson e) {
                refusals++;
                if (refused.size() < MOST_KEPT) {
                    refused.add(new RejectedLine(number, offset, String.valueOf(e.getMessage())));
                }
            }
        }
    }
}
