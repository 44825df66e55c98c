package org.cairn.causality.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cairn.causality.Coverage;
import org.cairn.causality.Moment;
import org.cairn.causality.graph.GraphBuilder;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.causality.ingest.IngestException;
import org.cairn.causality.ingest.IngestSummary;
import org.cairn.causality.ingest.LogReader;
import org.cairn.causality.query.Window;
import org.cairn.proof.Digest;

/// Logs that were read into one graph, with what each of them can speak about.
/// @param repeated activities that were met before, in another log or twice in one
public record RuntimeRecord(ProvenanceGraph graph, List<IngestSummary> logs, long repeated) {
    public RuntimeRecord {
        logs = List.copyOf(logs);
    }

    /// Reads logs in the given order; those of one host are to come as they were written.
    public static RuntimeRecord read(List<LogFile> files) throws IngestException {
        GraphBuilder builder = new GraphBuilder();
        List<IngestSummary> logs = new ArrayList<>();
        for (LogFile file : files) {
            LogReader.Hints hints = new LogReader.Hints(file.host(), file.format(), file.zone());
            IngestSummary summary = LogReader.read(file.path(), hints, builder);
            Digest found = summary.source().digest();
            if (file.expected().filter(digest -> !digest.equals(found)).isPresent()) {
                throw new IngestException(file.path() + ": is not the log that was imported: SHA-256 " + found.hex()
                        + " instead of " + file.expected().get().hex() + "; bring that one back, or import anew");
            }
            logs.add(summary);
        }
        return new RuntimeRecord(builder.graph(), logs, builder.repeated());
    }

    /// Every gap that lies in `window`, wholly or in part.
    public List<Coverage.Gap> gaps(Window window) {
        return logs.stream()
                .flatMap(log -> log.coverage().gaps().stream())
                .filter(gap -> window.meets(gap.from(), gap.until()))
                .toList();
    }

    public Optional<Moment> first() {
        return logs.stream().flatMap(log -> log.coverage().first().stream()).min(Comparator.naturalOrder());
    }

    public Optional<Moment> last() {
        return logs.stream().flatMap(log -> log.coverage().last().stream()).max(Comparator.naturalOrder());
    }
}
