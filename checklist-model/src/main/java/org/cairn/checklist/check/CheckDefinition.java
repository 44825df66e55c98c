package org.cairn.checklist.check;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Platform;

/// An automated rule: evidence of one collector in, an outcome out.
/// @param asking whether it is asked before there is anything to read
/// @param origin what it stands for on its system, and on what it was tried
public record CheckDefinition(
        CheckId id, Words words, Reading reading, List<Feed> feeds, Rule rule, Asking asking, Origin origin) {
    /// What it says to people.
    /// @param title             the demand, as one sentence
    /// @param remediation       what to do about a finding
    /// @param falsePositiveRisk where the check may err, in both directions
    /// @param citations         manual page, CIS section number, RFC: whence threshold and format come
    public record Words(String title, String remediation, String falsePositiveRisk, List<String> citations) {
        public Words {
            citations = List.copyOf(citations);
        }
    }

    /// What it judges.
    /// @param collector    whose evidence it judges
    /// @param sinceVersion the oldest version of that collector whose facts it understands
    /// @param timeToLive   how long evidence counts; older evidence is stale
    public record Reading(CollectorId collector, int sinceVersion, Privilege privilege, Duration timeToLive) {}

    /// Whether a check is asked before anything that it reads was recorded.
    public enum Asking {
        /// Until then it is a gap.
        ALWAYS,
        /// Until then it is silent: what it reads is brought by tools that not everybody runs. Only checks that cover a
        /// control in part may be.
        ONCE_RECORDED
    }

    /// @param sameAs the checks of Linux whose question it asks on another system; empty for those of Linux
    public record Origin(Tried tried, List<CheckId> sameAs) {
        /// A check of the system that this product is built and tried on.
        public static final Origin AT_HOME = new Origin(Tried.ON_HOSTS, List.of());

        public Origin {
            sameAs = List.copyOf(sameAs);
        }
    }

    /// On what a check and its collector were tried.
    public enum Tried {
        ON_HOSTS(""),
        /// Written from the documentation of the system's commands; never run on a host of that system.
        ON_CAPTURED_TEXT(" [tested on captured text only]");

        private final String mark;

        Tried(String mark) {
            this.mark = mark;
        }
    }

    public CheckDefinition {
        feeds = List.copyOf(feeds);
        if (reading.sinceVersion() < 1 || !reading.timeToLive().isPositive()) {
            throw new IllegalArgumentException(
                    id + ": version " + reading.sinceVersion() + ", time to live " + reading.timeToLive());
        }
        if (feeds.isEmpty() || words.citations().isEmpty()) {
            throw new IllegalArgumentException(id + " needs a control it feeds and a citation");
        }
        if (words.title().isBlank()
                || words.remediation().isBlank()
                || words.falsePositiveRisk().isBlank()) {
            throw new IllegalArgumentException(id + " needs a title, a remediation and its risk of error");
        }
        if (asking == Asking.ONCE_RECORDED && feeds.stream().anyMatch(feed -> feed.coverage() == Coverage.FULL)) {
            throw new IllegalArgumentException(id + " covers a whole control, and may not be silent about it");
        }
        boolean elsewhere = Platform.of(reading.collector())
                .filter(platform -> platform != Platform.LINUX)
                .isPresent();
        if (!elsewhere && !origin.sameAs().isEmpty()) {
            throw new IllegalArgumentException(id + " may not stand for another");
        }
    }

    /// The demand, with a mark where the check was never tried on a host.
    public String title() {
        return words.title() + origin.tried().mark;
    }

    public String remediation() {
        return words.remediation();
    }

    public String falsePositiveRisk() {
        return words.falsePositiveRisk();
    }

    public List<String> citations() {
        return words.citations();
    }

    /// The collector whose evidence it judges.
    public CollectorId reads() {
        return reading.collector();
    }

    public int sinceVersion() {
        return reading.sinceVersion();
    }

    public Privilege privilege() {
        return reading.privilege();
    }

    public Duration timeToLive() {
        return reading.timeToLive();
    }

    /// The system whose hosts it is asked of; empty where it is asked of none.
    public Optional<Platform> platform() {
        return Platform.of(reads());
    }

    /// Every collector whose evidence it judges: the one it reads, then those it reads beside.
    public List<CollectorId> judges() {
        SequencedSet<CollectorId> judged = new LinkedHashSet<>(List.of(reads()));
        rule.besides().forEach(judged::add);
        return List.copyOf(judged);
    }
}
