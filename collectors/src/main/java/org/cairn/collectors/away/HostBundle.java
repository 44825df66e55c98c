package org.cairn.collectors.away;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.cairn.collectors.away.HostStatement.Content;
import org.cairn.collectors.away.HostStatement.Raw;
import org.cairn.collectors.away.HostStatement.Result;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.RawBytes;
import org.cairn.evidence.Source;
import org.cairn.evidence.codec.EvidenceCodec;
import org.cairn.evidence.codec.MalformedEvidence;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Envelope;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.MalformedJson;

/// One run of a host's collectors, as the file that carries it: a line that says what it is, the signed statement
/// behind
/// its length in 4 bytes (big-endian), then every content in the statement's order. The statement tells length and
/// digest
/// of each, so there is nothing in the file that is not signed but the first line and one length.
/// @param signed    the envelope, whose signature is checked by whoever knows the key
/// @param statement what it says
/// @param results   checked against it
public record HostBundle(Envelope signed, HostStatement statement, List<CollectionResult> results) {
    static final String FIRST_LINE = "cairn host run, version 1\n";
    private static final int LARGEST_STATEMENT_BYTES = 4 * 1024 * 1024;

    /// Everything is held in memory.
    private static final long LARGEST_CONTENT_BYTES = 256L * 1024 * 1024;

    public HostBundle {
        results = List.copyOf(results);
    }

    /// The key under whose id it is signed.
    public KeyId key() {
        return signed.signatures().getFirst().keyId();
    }

    /// Writes a file that is not there yet; durable on return.
    public void write(Path file) throws AwayException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
                OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel));
                DataOutputStream out = new DataOutputStream(stream)) {
            Bytes envelope = signed.encode();
            out.write(Bytes.utf8(FIRST_LINE).toByteArray());
            out.writeInt(envelope.size());
            out.write(envelope.toByteArray());
            for (CollectionResult result : results) {
                out.write(EvidenceCodec.encode(result.evidence()).toByteArray());
                for (RawBytes raw : result.raw()) {
                    out.write(raw.content().toByteArray());
                }
            }
            out.flush();
            channel.force(true);
        } catch (FileAlreadyExistsException e) {
            throw new AwayException(file + ": exists; choose another name. The run was not kept", e);
        } catch (IOException e) {
            throw new AwayException(
                    file + ": the run cannot be written (" + e + "), what stands there is not whole", e);
        }
    }

    /// Reads all of it and checks everything but whose key signed it.
    public static HostBundle read(Path file) throws AwayException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return new Reading(file, in).bundle();
        } catch (IOException e) {
            throw new AwayException(file + ": cannot be read (" + e + ")", e);
        }
    }

    /// One file being read.
    private record Reading(Path file, DataInputStream in) {
        HostBundle bundle() throws IOException, AwayException {
            String first = new String(in.readNBytes(FIRST_LINE.length()), java.nio.charset.StandardCharsets.UTF_8);
            if (!first.equals(FIRST_LINE)) {
                throw refused("its first line", "it is no run of a host, or of a newer version");
            }
            Envelope signed = envelope();
            HostStatement statement = statement(signed);
            List<CollectionResult> results = new ArrayList<>();
            for (Result result : statement.results()) {
                results.add(result(statement, result));
            }
            if (in.read() >= 0) {
                throw refused("its end", "there are bytes behind the last content");
            }
            return new HostBundle(signed, statement, results);
        }

        private Envelope envelope() throws IOException, AwayException {
            byte[] length = in.readNBytes(Integer.BYTES);
            int size = length.length < Integer.BYTES
                    ? 0
                    : java.nio.ByteBuffer.wrap(length).getInt();
            if (size < 1 || size > LARGEST_STATEMENT_BYTES) {
                throw refused("the statement's length", "it is cut off, or changed");
            }
            try {
                Envelope envelope = Envelope.parse(exactly("the statement", size));
                if (!envelope.payloadType().equals(StatementJson.TYPE)
                        || envelope.signatures().size() != 1) {
                    throw refused("the statement", "it is not one statement of one host");
                }
                return envelope;
            } catch (MalformedEnvelope e) {
                throw refused("the statement", String.valueOf(e.getMessage()));
            }
        }

        private HostStatement statement(Envelope envelope) throws AwayException {
            try {
                HostStatement statement = StatementJson.decode(envelope.payload());
                long size = statement.results().stream()
                        .mapToLong(result -> result.evidence().sizeBytes()
                                + result.raw().stream()
                                        .mapToLong(raw -> raw.content().sizeBytes())
                                        .sum())
                        .sum();
                if (size > LARGEST_CONTENT_BYTES) {
                    throw refused(
                            "the statement", "it announces " + size + " bytes, more than " + LARGEST_CONTENT_BYTES);
                }
                return statement;
            } catch (MalformedJson e) {
                throw refused("the statement", String.valueOf(e.getMessage()));
            }
        }

        private CollectionResult result(HostStatement statement, Result result) throws IOException, AwayException {
            String what = "the evidence of " + result.collector();
            Evidence evidence = evidence(what, result.evidence());
            if (!evidence.collector().equals(result.collector())
                    || !evidence.hostRef().equals(statement.host())
                    || evidence.origin().capture().isPresent()
                    || evidence.observedAt().isBefore(statement.startedAt())
                    || evidence.observedAt().isAfter(statement.endedAt())) {
                throw refused(what, "it says another collector, host or time than the statement");
            }
            List<RawBytes> kept = new ArrayList<>();
            for (Raw raw : result.raw()) {
                String where = "source " + raw.source() + " of " + result.collector();
                Bytes content = content(where, raw.content());
                if (raw.source() >= evidence.sources().size()) {
                    throw refused(where, "the evidence has no such source");
                }
                Source source = evidence.sources().get(raw.source());
                if (!source.sha256().equals(raw.content().sha256())) {
                    throw refused(where, "it is not what the evidence was read from");
                }
                kept.add(new RawBytes(source, content));
            }
            return new CollectionResult(evidence, kept);
        }

        private Evidence evidence(String what, Content content) throws IOException, AwayException {
            try {
                return EvidenceCodec.decode(content(what, content));
            } catch (MalformedEvidence e) {
                throw refused(what, String.valueOf(e.getMessage()));
            }
        }

        private Bytes content(String what, Content content) throws IOException, AwayException {
            Bytes bytes = exactly(what, content.sizeBytes());
            if (!Digest.sha256(bytes).equals(content.sha256())) {
                throw refused(what, "its bytes are not those that the host signed");
            }
            return bytes;
        }

        private Bytes exactly(String what, int size) throws IOException, AwayException {
            byte[] bytes = in.readNBytes(size);
            if (bytes.length < size) {
                throw refused(what, "the file ends after " + bytes.length + " of its " + size + " bytes");
            }
            return Bytes.copyOf(bytes);
        }

        private AwayException refused(String where, String why) {
            return new AwayException(
                    file + ", " + where + ": " + why + ". Have the host collect again, or copy the file again");
        }
    }
}
