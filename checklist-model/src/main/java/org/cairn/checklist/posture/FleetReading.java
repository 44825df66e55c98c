package org.cairn.checklist.posture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.check.Beside;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.check.CheckEvaluation;
import org.cairn.checklist.posture.Fleet.Cell;
import org.cairn.checklist.posture.Fleet.CheckRow;
import org.cairn.checklist.posture.Fleet.HostState;
import org.cairn.evidence.HostRef;
import org.cairn.evidence.RecordedEvidence;

/// Judges every check host by host. A posture combines the same outcomes: the worst decides.
public final class FleetReading {
    private final CheckCatalogue checks;
    private final NewestEvidence evidence;
    private final HostPlatforms platforms;
    private final DeviationCovers acceptances;
    private final Instant validAt;

    private FleetReading(CheckCatalogue checks, NewestEvidence evidence, DeviationCovers acceptances, Instant validAt) {
        this.checks = checks;
        this.evidence = evidence;
        this.platforms = HostPlatforms.of(checks, evidence);
        this.acceptances = acceptances;
        this.validAt = validAt;
    }

    /// @param history nothing but what was known
    public static Fleet read(CheckCatalogue checks, History history, Instant validAt) {
        NewestEvidence evidence = NewestEvidence.of(Known.of(history, validAt), history);
        return new FleetReading(checks, evidence, DeviationCovers.of(history, validAt), validAt).read();
    }

    private Fleet read() {
        Map<HostRef, Instant> seen = new TreeMap<>();
        for (CheckDefinition check : checks.checks()) {
            for (RecordedEvidence piece : evidence.of(check.reads()).newest()) {
                seen.merge(piece.evidence().hostRef(), piece.observedAt(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        ExpectedHosts expected = evidence.hosts();
        NavigableSet<HostRef> hosts = new TreeSet<>(seen.keySet());
        expected.expected().stream()
                .filter(host -> seen.keySet().stream().noneMatch(host::mayBe))
                .forEach(hosts::add);
        List<HostState> states = new ArrayList<>();
        for (HostRef host : hosts) {
            states.add(new HostState(
                    host, expected.expects(host), Optional.ofNullable(seen.get(host)), expected.dismissed(host)));
        }
        expected.dismissedHosts().stream()
                .filter(host -> !hosts.contains(host))
                .forEach(host -> states.add(new HostState(host, false, Optional.empty(), expected.dismissed(host))));
        return new Fleet(
                validAt,
                states,
                checks.checks().stream().map(check -> row(check, hosts)).toList());
    }

    private CheckRow row(CheckDefinition check, NavigableSet<HostRef> hosts) {
        NewestEvidence.Reading reading = evidence.of(check.reads());
        List<HostRef> uncovered = platforms.uncovered(check);
        List<HostRef> silent = platforms.silentAmong(check, reading);
        List<Cell> cells = new ArrayList<>();
        for (HostRef host : hosts) {
            List<RecordedEvidence> pieces = reading.of(host);
            if (!pieces.isEmpty()) {
                cells.add(new Cell(host, CombinedOutcome.of(each(check, pieces)), pieces));
            } else if (uncovered.contains(host)) {
                cells.add(new Cell(host, platforms.uncovered(check, host), List.of()));
            } else if (silent.stream().anyMatch(each -> each.mayBe(host))) {
                cells.add(new Cell(host, silent(check, host), List.of()));
            }
        }
        return new CheckRow(check, cells, reading.unopened());
    }

    private List<Outcome> each(CheckDefinition check, List<RecordedEvidence> pieces) {
        return pieces.stream()
                .map(piece -> CheckEvaluation.evaluate(check, Optional.of(piece), Beside.NOTHING, acceptances, validAt))
                .toList();
    }

    static Outcome silent(CheckDefinition check, HostRef host) {
        return new Outcome.Indeterminate(
                List.of(new Gap.Missing("evidence of " + check.reads() + " from the expected host " + host.text())));
    }
}
