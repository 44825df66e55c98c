package org.cairn.app.workspace;

import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.Population;
import org.cairn.evidence.RawBytes;
import org.cairn.evidence.Source;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Observes one file that is always the same.
public record FixedCollector(String name, String content, List<Population> populations) implements Collector {
    public FixedCollector(String name, String content) {
        this(name, content, List.of());
    }

    public FixedCollector {
        populations = List.copyOf(populations);
    }

    @Override
    public CollectorDescription description() {
        return CollectorDescription.of(name, 1, "A file that never changes", List.of("/etc/example"));
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) {
        var now = clock.instant();
        Bytes bytes = Bytes.utf8(content);
        Source source = new Source("/etc/example", Source.How.FILE, now, Digest.sha256(bytes), bytes.size());
        Evidence evidence = new Evidence(
                id(),
                1,
                host.identity().host(),
                host.identity().user(),
                now,
                List.of(source),
                new TreeMap<>(),
                populations,
                List.of(),
                host.identity().origin());
        return new CollectionResult(evidence, List.of(new RawBytes(source, bytes)));
    }
}
