package org.cairn.collectors.declared;

import java.util.List;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.Observation;

/// A record that the operator keeps of something that is done again and again ([DatedRecords]).
/// @param needed names the file
/// @param others what a line holds beside its time and result
public record RecordsCollector(CollectorDescription description, Needed needed, String population, List<String> others)
        implements DeclaredCollector {
    public RecordsCollector {
        others = List.copyOf(others);
    }

    private static Collector of(String id, String title, Needed needed, String population, String... others) {
        return new RecordsCollector(
                CollectorDescription.of(id, 1, title, List.of(HostDeclaration.PATH, "<" + needed.member() + ">")),
                needed,
                population,
                List.of(others));
    }

    public static Collector accessReviews() {
        return of(
                "account.reviews",
                "Record of access reviews",
                new Needed("accounts.reviews", "no record of reviews is named"),
                "access-reviews");
    }

    public static Collector redTeamTests() {
        return of(
                "inference.red-team",
                "Record of red-team tests of models",
                new Needed("models.redTeamTests", "no record of red-team tests is named"),
                "red-team-tests");
    }

    /// Places outside that somebody tried to reach from this host. Cairn opens no connection itself.
    public static Collector canaries() {
        return of(
                "network.canaries",
                "Record of attempts to reach places outside",
                new Needed("network.canaries", "no record of attempts is named"),
                "canary-attempts",
                "target");
    }

    @Override
    public void collect(HostDeclaration declared, Observation seen) throws InterruptedException {
        for (String path : declared.paths(needed.member())) {
            DatedRecords.read(seen, path, population, others);
        }
    }
}
