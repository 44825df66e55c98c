package org.cairn.checklist.posture;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.evidence.HostRef;
import org.cairn.evidence.Platform;
import org.cairn.evidence.RecordedEvidence;

/// Which system each host runs, told by the collectors whose evidence it showed, and what follows: a check is asked of
/// hosts of its own system. Of a host of another system its counterpart there is asked; where there is none, that is a
/// gap, unless the question is one of another system alone.
final class HostPlatforms {
    private final CheckCatalogue checks;
    private final SortedMap<HostRef, Set<Platform>> hosts = new TreeMap<>();

    private HostPlatforms(CheckCatalogue checks) {
        this.checks = checks;
    }

    static HostPlatforms of(CheckCatalogue checks, NewestEvidence evidence) {
        HostPlatforms platforms = new HostPlatforms(checks);
        for (CheckDefinition check : checks.checks()) {
            check.platform()
                    .ifPresent(platform ->
                            evidence.of(check.reads()).newest().forEach(piece -> platforms.add(piece, platform)));
        }
        return platforms;
    }

    private void add(RecordedEvidence piece, Platform platform) {
        hosts.computeIfAbsent(piece.evidence().hostRef(), _ -> EnumSet.noneOf(Platform.class))
                .add(platform);
    }

    /// Whether a check has nobody to be asked of: no host of its system was seen, and those that were are asked by its
    /// counterparts. A check of Linux is asked where no host was seen at all.
    boolean silent(CheckDefinition check) {
        if (check.platform().isEmpty()) {
            return false;
        }
        Platform own = check.platform().get();
        if (hosts.isEmpty()) {
            return own != Platform.LINUX;
        }
        return hosts.values().stream()
                .allMatch(seen -> !seen.contains(own) && seen.stream().allMatch(platform -> answered(check, platform)));
    }

    /// Expected hosts that did not show what the check reads, without those known to run another system.
    List<HostRef> silentAmong(CheckDefinition check, NewestEvidence.Reading reading) {
        return reading.silent().stream()
                .filter(host -> !runsAnother(check, host))
                .toList();
    }

    /// Hosts of other systems, on which nothing answers the check's question.
    List<HostRef> uncovered(CheckDefinition check) {
        return hosts.keySet().stream()
                .filter(host -> runsAnother(check, host))
                .filter(host ->
                        hosts.getOrDefault(host, Set.of()).stream().noneMatch(platform -> answered(check, platform)))
                .toList();
    }

    /// Whether no gap stays open there: the question is asked, or it is one of another system alone.
    private boolean answered(CheckDefinition check, Platform platform) {
        boolean ofAnotherAlone = !check.platform().equals(Optional.of(Platform.LINUX))
                && check.origin().sameAs().isEmpty();
        return ofAnotherAlone || checks.asks(check, platform);
    }

    /// What a check says of a host of another system.
    Outcome uncovered(CheckDefinition check, HostRef host) {
        String system = hosts.getOrDefault(host, Set.of()).stream()
                .map(Platform::text)
                .findFirst()
                .orElse("its system");
        return new Outcome.Indeterminate(List.of(new Gap.Missing(
                "a collector for " + system + " (not covered on this platform), for the host " + host.text())));
    }

    private boolean runsAnother(CheckDefinition check, HostRef host) {
        Set<Platform> seen = EnumSet.noneOf(Platform.class);
        hosts.forEach((each, platforms) -> {
            if (host.mayBe(each)) {
                seen.addAll(platforms);
            }
        });
        return check.platform()
                .filter(own -> !seen.isEmpty() && !seen.contains(own))
                .isPresent();
    }
}
