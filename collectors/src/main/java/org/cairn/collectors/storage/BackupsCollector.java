package org.cairn.collectors.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.declared.DatedRecords;
import org.cairn.collectors.declared.HostDeclaration;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// How old the newest backup in each folder is, and when a restore was last tried: one JSON object a line with `at` and
/// `result`.
public final class BackupsCollector implements Collector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "storage.backups",
                    1,
                    "Backups and restore tests",
                    List.of(HostDeclaration.PATH, "<backup.folders>", "<backup.restoreTests>"))
            .withRoot("cairn collect (as root)", "backup folders closed to others");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        HostDeclaration declared = HostDeclaration.read(seen);
        if (declared.states("backup.folders")) {
            Members backups = seen.population("backups");
            for (String folder : declared.paths("backup.folders")) {
                backups.add(newest(seen, folder, backups));
            }
        } else {
            seen.refuse(new Refusal(
                    HostDeclaration.PATH + " backup.folders", Refusal.Why.ABSENT, "no folder of backups is named"));
        }
        Optional<String> tests = declared.text("backup.restoreTests");
        if (tests.isPresent()) {
            DatedRecords.read(seen, tests.get(), "restore-tests", List.of());
        } else {
            seen.refuse(new Refusal(
                    HostDeclaration.PATH + " backup.restoreTests", Refusal.Why.ABSENT, "no record of tests is named"));
        }
        return seen.result();
    }

    /// The newest member of the folder itself: a file, or the folder of one backup. `hours` stays out where there is
    /// none.
    private static Map<String, String> newest(Observation seen, String folder, Members backups)
            throws InterruptedException {
        Map<String, String> values = new TreeMap<>(Map.of("folder", folder));
        Optional<List<FileFacts>> members = seen.directory(folder);
        if (members.isEmpty()) {
            backups.refuse(new Refusal(folder, Refusal.Why.DENIED, "could not be listed"));
            return values;
        }
        List<Instant> times = members.get().stream()
                .filter(member -> !member.name().startsWith("."))
                .filter(member -> member.isDirectory() || member.isFile() && member.sizeBytes() > 0)
                .map(FileFacts::modifiedAt)
                .toList();
        values.put("count", Integer.toString(times.size()));
        times.stream()
                .max(Instant::compareTo)
                .filter(newest -> !newest.isAfter(seen.startedAt()))
                .ifPresent(newest -> values.put(
                        "hours",
                        Long.toString(Duration.between(newest, seen.startedAt()).toHours())));
        return values;
    }
}
