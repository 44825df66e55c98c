package org.cairn.checklist.posture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Finding;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.check.Acceptances;
import org.cairn.checklist.check.Beside;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.check.CheckEvaluation;
import org.cairn.checklist.check.CheckId;
import org.cairn.checklist.check.CheckResult;
import org.cairn.checklist.check.Coverage;
import org.cairn.checklist.check.Feed;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.HostRef;
import org.cairn.evidence.RecordedEvidence;

/// What each check says of the controls it feeds, evaluated once over the newest evidence of every host.
final class CheckReadings {
    private final CheckCatalogue checks;
    private final NewestEvidence evidence;
    private final HostPlatforms platforms;
    private final Acceptances acceptances;
    private final Instant asOf;
    private final Map<CheckId, Outcome> outcomes = new HashMap<>();

    CheckReadings(CheckCatalogue checks, NewestEvidence evidence, Acceptances acceptances, Instant asOf) {
        this.checks = checks;
        this.evidence = evidence;
        this.platforms = HostPlatforms.of(checks, evidence);
        this.acceptances = acceptances;
        this.asOf = asOf;
    }

    List<CheckReading> of(ControlId control) {
        List<CheckReading> readings = new ArrayList<>();
        for (CheckDefinition check : checks.feeding(control)) {
            if (silent(check) || platforms.silent(check)) {
                continue;
            }
            CheckResult result = new CheckResult(check.id(), outcome(check));
            for (Feed feed : check.feeds()) {
                if (feed.control().equals(control)) {
                    readings.add(new CheckReading(
                            result, remainder(feed), evidence.of(check.reads()).seen()));
                }
            }
        }
        return readings;
    }

    /// What nobody imported says nothing, and asks for nothing.
    private boolean silent(CheckDefinition check) {
        return check.asking() == CheckDefinition.Asking.ONCE_RECORDED
                && (!evidence.of(check.reads()).seen()
                        || check.rule().needs().stream()
                                .anyMatch(beside -> !evidence.of(beside).seen()));
    }

    private static Optional<String> remainder(Feed feed) {
        return feed.coverage() == Coverage.FULL ? Optional.empty() : Optional.of(feed.remainder());
    }

    private Outcome outcome(CheckDefinition check) {
        Outcome known = outcomes.get(check.id());
        if (known != null) {
            return known;
        }
        Outcome outcome = evaluate(check);
        outcomes.put(check.id(), outcome);
        return outcome;
    }

    private Outcome evaluate(CheckDefinition check) {
        NewestEvidence.Reading reading = evidence.of(check.reads());
        List<Outcome> perHost = new ArrayList<>();
        platforms.uncovered(check).forEach(host -> perHost.add(platforms.uncovered(check, host)));
        if (!reading.seen()) {
            perHost.add(CheckEvaluation.evaluate(check, Optional.empty(), asOf));
            return CombinedOutcome.of(perHost);
        }
        reading.unopened().ifPresent(gap -> perHost.add(new Outcome.Indeterminate(List.of(gap))));
        boolean several = reading.newest().stream()
                        .map(each -> each.evidence().hostRef())
                        .distinct()
                        .count()
                > 1;
        for (RecordedEvidence piece : reading.newest()) {
            Outcome outcome = CheckEvaluation.evaluate(check, Optional.of(piece), this::beside, acceptances, asOf);
            perHost.add(several ? naming(piece.evidence().hostRef(), outcome) : outcome);
        }
        platforms.silentAmong(check, reading).forEach(host -> perHost.add(FleetReading.silent(check, host)));
        return CombinedOutcome.of(perHost);
    }

    /// Where several hosts are judged, a finding says which one it is about.
    private static Outcome naming(HostRef host, Outcome outcome) {
        return switch (outcome) {
            case Outcome.NotSatisfied(var findings) ->
                new Outcome.NotSatisfied(
                        findings.stream().map(finding -> naming(host, finding)).toList());
            case Outcome.Indeterminate(var gaps) ->
                new Outcome.Indeterminate(
                        gaps.stream().map(gap -> naming(host, gap)).toList());
            case Outcome.Satisfied _, Outcome.NotApplicable _ -> outcome;
        };
    }

    private static Finding naming(HostRef host, Finding finding) {
        return new Finding(finding.evidence(), host.text() + ": " + finding.text());
    }

    private static Gap naming(HostRef host, Gap gap) {
        return gap instanceof Gap.Accepted(var finding, var until, var entry)
                ? new Gap.Accepted(naming(host, finding), until, entry)
                : gap;
    }

    private Beside.Found beside(CollectorId collector) {
        NewestEvidence.Reading reading = evidence.of(collector);
        return new Beside.Found(reading.newest(), reading.unopened().stream().toList());
    }
}
