package org.cairn.app.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.causality.Moment;
import org.cairn.causality.ingest.IngestSummary;
import org.cairn.causality.policy.DeviationKind;
import org.cairn.causality.policy.Scrutiny;
import org.cairn.causality.policy.Sight;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.checklist.event.DeviationEvent;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.Item;
import org.cairn.evidence.Population;
import org.cairn.evidence.RawBytes;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.Source;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// What a record says of a system, held against its approved baseline and recorded as evidence. The person's key signs,
/// since the person vouches for the logs.
public final class RuntimeChecking {
    /// Whose evidence the checks `runtime.…` judge.
    public static final CollectorId COLLECTOR = DeviationEvent.COLLECTOR;

    private static final int VERSION = 1;

    private final Parts parts;

    RuntimeChecking(Parts parts) {
        this.parts = parts;
    }

    /// @param record  of one host
    /// @param window  with both ends, the last not after now
    /// @param version the entry of the baseline's version; empty: the one in force at the window's end
    /// @param digests what files are known to have held, by path
    public RuntimeCheck check(
            RuntimeRecord record, Window window, String system, Optional<Long> version, Map<String, Digest> digests)
            throws WorkspaceException {
        parts.requireWritable();
        Instant now = parts.environment().clock().instant();
        Instant from = window.from().orElseThrow(() -> bad("say from when on"));
        Instant until = window.until()
                .filter(end -> !end.isAfter(now))
                .orElseThrow(() -> bad("say until when, not after now (" + now + ")"));
        if (!until.isAfter(from)) {
            throw bad("the window from " + from + " until " + until + " is empty: nothing can be found in it");
        }
        String host = host(record);
        requireInOrder(newest(host, system), until);
        Baselines baselines = new Baselines(parts);
        ApprovedPolicy approved =
                version.isPresent() ? baselines.policy(system, version.get()) : baselines.policy(system, until);
        Scrutiny scrutiny = Scrutiny.of(record.graph(), approved.policy(), window, digests);
        Sight sight = Sight.of(record, window, approved.policy());
        Map<String, List<Item>> earlier = earlier(newest(host, system), record, window);
        AcceptedDeviations accepted = new DeviationAcceptances(parts).of(system);
        RuntimeFindings findings =
                new RuntimeFindings(record, approved.policy(), scrutiny, sight, earlier, host, accepted);
        RuntimeSubgraph subgraph = RuntimeSubgraph.of(record, scrutiny.deviations());
        Bytes graph = subgraph.bytes();
        Source answer = new Source(
                "cairn runtime check --system " + system + " --from " + from + " --until " + until,
                Source.How.COMMAND,
                now,
                Digest.sha256(graph),
                graph.size());
        List<Source> sources = new ArrayList<>(
                record.logs().stream().map(log -> source(log, now)).toList());
        sources.add(answer);
        Evidence evidence = new Evidence(
                COLLECTOR,
                VERSION,
                host,
                parts.environment().host().identity().user(),
                until,
                sources,
                facts(approved, window, scrutiny, subgraph),
                populations(findings, subgraph),
                List.of());
        RecordedEvidence recorded = parts.shelf()
                .record(
                        new CollectionResult(evidence, List.of(new RawBytes(answer, graph))),
                        parts.keyring().person());
        return new RuntimeCheck(
                recorded,
                approved,
                scrutiny,
                sight,
                earlier.values().stream().mapToInt(List::size).sum(),
                accepted);
    }

    private static WorkspaceException bad(String why) {
        return new WorkspaceException(Kind.BAD_INPUT, why + "; nothing was recorded");
    }

    private static String host(RuntimeRecord record) throws WorkspaceException {
        Set<String> hosts =
                record.logs().stream().map(log -> log.source().host()).collect(Collectors.toCollection(TreeSet::new));
        record.graph().nodes().forEach(node -> hosts.add(node.host()));
        if (hosts.size() != 1 || hosts.contains("")) {
            throw bad("the record is of " + (hosts.size() == 1 ? "a host without a name" : String.join(", ", hosts))
                    + "; evidence is of one host: import its logs alone, with --host");
        }
        return hosts.iterator().next();
    }

    private static Source source(IngestSummary log, Instant now) {
        return new Source(
                log.source().location(),
                Source.How.FILE,
                now,
                log.source().digest(),
                log.source().sizeBytes());
    }

    private static SortedMap<String, String> facts(
            ApprovedPolicy approved, Window window, Scrutiny scrutiny, RuntimeSubgraph subgraph) {
        SortedMap<String, String> facts = new TreeMap<>();
        Instant from = window.from().orElseThrow();
        facts.put(Evidence.SCOPE, "runtime of " + approved.policy().system());
        facts.put("question", "Did anything that belongs to the system depart from its baseline in this window?");
        facts.put("system", approved.policy().system());
        facts.put("window-from", from.toString());
        facts.put("window-until", window.until().orElseThrow().toString());
        facts.put("baseline-entry", Long.toString(approved.version().entry()));
        facts.put("baseline-sha256", approved.version().policy().hex());
        facts.put(
                "baseline-in-force",
                approved.inForce(from)
                        ? "throughout"
                        : "since " + approved.version().from());
        facts.put("program-runs", Integer.toString(scrutiny.processes()));
        facts.put("subgraph-edges", Integer.toString(subgraph.edges()));
        facts.put("subgraph-edges-left-out", Integer.toString(subgraph.leftOut()));
        return facts;
    }

    private static List<Population> populations(RuntimeFindings findings, RuntimeSubgraph subgraph) {
        return Stream.of(
                        Stream.of(DeviationKind.values()).map(findings::population),
                        Stream.of(findings.watched(), findings.logs(), findings.gaps(), subgraph.causes()))
                .flatMap(populations -> populations)
                .toList();
    }

    /// The evidence of a later time decides, so that an earlier window would be recorded and not count.
    private static void requireInOrder(Optional<RecordedEvidence> newest, Instant until) throws WorkspaceException {
        Optional<Instant> last = newest.map(RecordedEvidence::observedAt).filter(until::isBefore);
        if (last.isPresent()) {
            throw bad("this system was checked until " + last.get()
                    + " already; check windows in the order of time, or look with `cairn runtime deviations`");
        }
    }

    private Optional<RecordedEvidence> newest(String host, String system) {
        return parts.shelf().all().stream()
                .filter(piece -> piece.evidence().collector().equals(COLLECTOR)
                        && piece.evidence().host().equals(host)
                        && piece.evidence().fact("system").equals(Optional.of(system)))
                .reduce((_, later) -> later);
    }

    /// Deviations of the newest evidence of that system, by name of the population, that are not judged anew: what was
    /// found stays found, whatever window or log is looked at later.
    private static Map<String, List<Item>> earlier(
            Optional<RecordedEvidence> newest, RuntimeRecord record, Window window) {
        Set<String> logs =
                record.logs().stream().map(log -> log.source().digest().hex()).collect(Collectors.toSet());
        Map<String, List<Item>> kept = new TreeMap<>();
        for (DeviationKind kind : DeviationKind.values()) {
            kept.put(
                    kind.id(),
                    newest.flatMap(piece -> piece.evidence().population(kind.id())).stream()
                            .flatMap(population -> population.items().stream())
                            .filter(item -> !isJudgedAnew(item, logs, window))
                            .map(item -> carried(item, newest.orElseThrow()))
                            .toList());
        }
        return kept;
    }

    private static boolean isJudgedAnew(Item item, Set<String> logs, Window window) {
        return item.value("log").filter(logs::contains).isPresent()
                && item.value("at")
                        .map(Instant::parse)
                        .filter(at -> window.holds(new Moment(at, 0)))
                        .isPresent();
    }

    private static Item carried(Item item, RecordedEvidence from) {
        SortedMap<String, String> values = new TreeMap<>(item.values());
        values.putIfAbsent("found-in", from.id().toString());
        return Item.of(values);
    }
}
