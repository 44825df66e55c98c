package org.cairn.checklist.check;

import java.time.Duration;
import java.util.List;
import org.cairn.evidence.CollectorId;

/// An automated rule: evidence of one collector in, an outcome out.
/// @param title             the demand, as one sentence
/// @param reads             the collector whose evidence it judges
/// @param sinceVersion      the oldest version of that collector whose facts it understands
/// @param timeToLive        how long evidence counts; older evidence is stale
/// @param remediation       what to do about a finding
/// @param falsePositiveRisk where the check may err, in both directions
/// @param citations         manual page, CIS section number, RFC: whence threshold and format come
public record CheckDefinition(
        CheckId id,
        String title,
        CollectorId reads,
        int sinceVersion,
        Privilege privilege,
        Duration timeToLive,
        List<Feed> feeds,
        Rule rule,
        String remediation,
        String falsePositiveRisk,
        List<String> citations) {
    public CheckDefinition {
        feeds = List.copyOf(feeds);
        citations = List.copyOf(citations);
        if (sinceVersion < 1 || !timeToLive.isPositive()) {
            throw new IllegalArgumentException(id + ": version " + sinceVersion + ", time to live " + timeToLive);
        }
        if (feeds.isEmpty() || citations.isEmpty()) {
            throw new IllegalArgumentException(id + " needs a control it feeds and a citation");
        }
        if (title.isBlank() || remediation.isBlank() || falsePositiveRisk.isBlank()) {
            throw new IllegalArgumentException(id + " needs a title, a remediation and its risk of error");
        }
    }
}
