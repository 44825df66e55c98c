package org.cairn.collectors.away;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.cairn.collectors.CollectionListener;
import org.cairn.collectors.CollectionRun;
import org.cairn.collectors.CollectorOutcome;
import org.cairn.collectors.away.HostStatement.Content;
import org.cairn.collectors.away.HostStatement.Failed;
import org.cairn.collectors.away.HostStatement.Raw;
import org.cairn.collectors.away.HostStatement.Result;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.HostReader;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.RawBytes;
import org.cairn.evidence.codec.EvidenceCodec;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Runs collectors where there is no workspace, and signs what they gave.
public final class AwayRun {
    private final HostReader host;
    private final InstantSource clock;
    private final CollectorKey key;
    private final String product;

    /// @param product the version that runs
    public AwayRun(HostReader host, InstantSource clock, CollectorKey key, String product) {
        this.host = host;
        this.clock = clock;
        this.key = key;
        this.product = product;
    }

    /// One that was cancelled holds what was collected so far, and names the rest as failed.
    public HostBundle run(List<Collector> collectors, CollectionListener listener, BooleanSupplier cancelled)
            throws AwayException, InterruptedException {
        if (host.identity().origin().capture().isPresent()) {
            throw new AwayException("a copy of a host's files says nothing in that host's name; nothing was collected."
                    + " Read it where the workspace is: `cairn collect -w DIR --root COPY`");
        }
        long sequence = key.nextRun();
        Instant startedAt = clock.instant();
        List<CollectorOutcome> outcomes =
                new CollectionRun(host, clock, CollectionRun.USUAL_LIMIT_EACH, listener, cancelled).run(collectors);
        Instant endedAt = clock.instant();
        List<CollectionResult> results = new ArrayList<>();
        List<Failed> failed = new ArrayList<>();
        for (CollectorOutcome outcome : outcomes) {
            switch (outcome) {
                case CollectorOutcome.Collected collected -> results.add(collected.result());
                case CollectorOutcome.Failed broken ->
                    failed.add(new Failed(broken.collector(), wellFormed(broken.why())));
                case CollectorOutcome.Cancelled stopped -> failed.add(new Failed(stopped.collector(), "cancelled"));
            }
        }
        HostStatement statement = new HostStatement(
                host.identity().hostRef(),
                sequence,
                startedAt,
                endedAt,
                product,
                results.stream().map(AwayRun::result).toList(),
                failed);
        return new HostBundle(key.sign(StatementJson.TYPE, StatementJson.encode(statement)), statement, results);
    }

    private static Result result(CollectionResult result) {
        Evidence evidence = result.evidence();
        return new Result(
                evidence.collector(),
                content(EvidenceCodec.encode(evidence)),
                result.raw().stream().map(raw -> raw(evidence, raw)).toList());
    }

    private static Raw raw(Evidence evidence, RawBytes raw) {
        return new Raw(evidence.sources().indexOf(raw.source()), content(raw.content()));
    }

    private static Content content(Bytes bytes) {
        return new Content(Digest.sha256(bytes), bytes.size());
    }

    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
