package org.cairn.checklist.check;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.cairn.evidence.CollectorId;

/// An automated rule: evidence of one collector in, an outcome out.
/// @param title             the demand, as one sentence
/// @param reads             the collector whose evidence it judges
/// @param sinceVersion      the oldest version of that collector whose facts it understands
/// @param timeToLive        how long evidence counts; older evidence is stale
/// @param remediation       what to do about a finding
/// @param falsePositiveRisk where the check may err, in both directions
/// @param citations         manual page, CIS section number, RFC: whence threshold and format come
/// @param asking            whether it is asked before there is anything to read
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
        List<String> citations,
        Asking asking) {
    /// Whether a check is asked before anything that it reads was recorded.
    public enum Asking {
        /// Until then it is a gap.
        ALWAYS,
        /// Until then it is silent: what it reads is brought by tools that not everybody runs. Only checks that cover a
        /// control in part may be.
        ONCE_RECORDED
    }

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
        if (asking == Asking.ONCE_RECORDED && feeds.stream().anyMatch(feed -> feed.coverage() == Coverage.FULL)) {
            throw new IllegalArgumentException(id + " covers a whole control, and may not be silent about it");
        }
    }

    /// One that is always asked.
    public CheckDefinition(
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
        this(
                id,
                title,
                reads,
                sinceVersion,
                privilege,
                timeToLive,
                feeds,
                rule,
                remediation,
                falsePositiveRisk,
                citations,
                Asking.ALWAYS);
    }

    /// Every collector whose evidence it judges: the one it reads, then those it reads beside.
    public List<CollectorId> judges() {
        SequencedSet<CollectorId> judged = new LinkedHashSet<>(List.of(reads));
        rule.besides().forEach(judged::add);
        return List.copyOf(judged);
    }
}
