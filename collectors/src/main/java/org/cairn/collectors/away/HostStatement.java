package org.cairn.collectors.away;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.HostRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Envelope;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.MalformedJson;

/// What a host signs of one run: which host, when by its own clock, and the digest of every byte that comes with it.
/// @param sequence  how many runs the key signed with this one, from 1
/// @param startedAt by the host's clock, which may be wrong
/// @param endedAt   by the same clock
/// @param product   the version that ran
/// @param results   in the order in which the bundle holds them
/// @param failed    collectors that gave nothing, and why
public record HostStatement(
        HostRef host,
        long sequence,
        Instant startedAt,
        Instant endedAt,
        String product,
        List<Result> results,
        List<Failed> failed) {
    public HostStatement {
        results = List.copyOf(results);
        failed = List.copyOf(failed);
        if (sequence < 1) {
            throw new IllegalArgumentException("run number " + sequence);
        }
    }

    /// A name for the run's file, which tells host and number: runs sort by it.
    public String fileName() {
        return host.name().replaceAll("[^A-Za-z0-9.-]", "_") + "-%08d.run".formatted(sequence);
    }

    /// What a signed envelope says, whoever signed it; empty where it is no such statement.
    public static Optional<HostStatement> ofSigned(Bytes envelope) {
        try {
            Envelope signed = Envelope.parse(envelope);
            return signed.payloadType().equals(StatementJson.TYPE)
                    ? Optional.of(StatementJson.decode(signed.payload()))
                    : Optional.empty();
        } catch (MalformedEnvelope | MalformedJson _) {
            return Optional.empty();
        }
    }

    /// @param evidence its canonical bytes
    /// @param raw      the sources whose bytes are kept
    public record Result(CollectorId collector, Content evidence, List<Raw> raw) {
        public Result {
            raw = List.copyOf(raw);
        }
    }

    /// @param source index into the evidence's sources, from 0
    public record Raw(int source, Content content) {}

    public record Content(Digest sha256, int sizeBytes) {
        public Content {
            if (sizeBytes < 0) {
                throw new IllegalArgumentException(sizeBytes + " bytes");
            }
        }
    }

    public record Failed(CollectorId collector, String why) {}
}
