package org.cairn.checklist.posture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cairn.checklist.codec.HostText;
import org.cairn.checklist.event.FleetEvent;
import org.cairn.checklist.event.FleetEvent.HostDismissed;
import org.cairn.checklist.event.FleetEvent.HostExpected;
import org.cairn.checklist.event.FleetEvent.HostRunImported;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.HostRef;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Bytes;

/// Which hosts are expected to show evidence, and which are no longer there: of what was said of a host, what is valid
/// from the latest time counts, of those the later entry.
final class ExpectedHosts {
    /// Evidence of this collector, and of what other programs found, is brought by people and asked of no host.
    private static final String BROUGHT = "attachment";

    private static final String IMPORTED = "import.";

    /// Logs of what ran, likewise.
    private static final String RUNTIME = "runtime.";

    /// @param from when it began to be so
    private record Statement(boolean expected, Instant from) {}

    private final Map<HostRef, Statement> statements = new HashMap<>();
    private final List<HostRef> unreadable = new ArrayList<>();

    private ExpectedHosts() {}

    /// @param events in the order of their entries, and valid on the day asked for
    static ExpectedHosts of(List<Recorded<? extends FleetEvent>> events, Function<PayloadRef, Optional<Bytes>> texts) {
        ExpectedHosts hosts = new ExpectedHosts();
        for (Recorded<? extends FleetEvent> recorded : events) {
            switch (recorded.event()) {
                case HostExpected(PayloadRef host) -> hosts.say(recorded, host, true, texts);
                case HostDismissed(PayloadRef host, var _) -> hosts.say(recorded, host, false, texts);
                case HostRunImported _ -> {}
            }
        }
        return hosts;
    }

    /// Whom nobody can read was expected stays expected; who was dismissed is not taken to be.
    private void say(
            Recorded<? extends FleetEvent> recorded,
            PayloadRef host,
            boolean expected,
            Function<PayloadRef, Optional<Bytes>> texts) {
        Optional<HostRef> named = texts.apply(host).flatMap(HostText::decode);
        Statement said = new Statement(expected, recorded.validFrom());
        if (named.isPresent()) {
            statements.merge(named.get(), said, (one, other) -> other.from.isBefore(one.from) ? one : other);
        } else if (expected) {
            unreadable.add(HostRef.named("whose name in entry " + recorded.entry() + " cannot be opened"));
        }
    }

    /// Sorted.
    List<HostRef> expected() {
        List<HostRef> expected = new ArrayList<>(unreadable);
        statements.forEach((host, statement) -> {
            if (statement.expected) {
                expected.add(host);
            }
        });
        return expected.stream().sorted().toList();
    }

    boolean expects(HostRef host) {
        return expected().stream().anyMatch(each -> each.mayBe(host));
    }

    /// When a host was dismissed, if it is.
    Optional<Instant> dismissed(HostRef host) {
        return Optional.ofNullable(statements.get(host))
                .filter(statement -> !statement.expected)
                .map(Statement::from);
    }

    /// Sorted.
    List<HostRef> dismissedHosts() {
        return statements.keySet().stream()
                .filter(host -> dismissed(host).isPresent())
                .sorted()
                .toList();
    }

    /// Whether a piece is of a host that was dismissed after it was observed.
    boolean dismiss(RecordedEvidence piece) {
        return dismissed(piece.evidence().hostRef())
                .filter(from -> !piece.observedAt().isAfter(from))
                .isPresent();
    }

    /// Hosts that should have shown evidence of a collector, and did not.
    /// @param newest what hosts showed
    List<HostRef> silentAmong(CollectorId collector, List<RecordedEvidence> newest) {
        if (!isAskedOfHosts(collector)) {
            return List.of();
        }
        return expected().stream()
                .filter(host -> newest.stream()
                        .noneMatch(piece -> host.mayBe(piece.evidence().hostRef())))
                .toList();
    }

    private static boolean isAskedOfHosts(CollectorId collector) {
        return !collector.value().equals(BROUGHT)
                && !collector.value().startsWith(IMPORTED)
                && !collector.value().startsWith(RUNTIME);
    }
}
