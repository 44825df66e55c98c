package org.cairn.collectors.storage;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.storage.MountTable.Mount;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// How the places that everybody may write to are mounted (mount(8)). A place that is no mount of its own has the
/// options of the one that holds it.
public final class MountOptionsCollector implements Collector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "storage.mount-options", 1, "Mount options of shared writable places", List.of("/proc/mounts"));
    private static final List<String> PLACES = List.of("/tmp", "/var/tmp", "/dev/shm");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Optional<MountTable> table = seen.text("/proc/mounts").map(MountTable::parse);
        if (table.isPresent()) {
            Members places = seen.population("writable-places");
            for (String place : PLACES) {
                table.get().holding(place).ifPresent(mount -> places.add(item(place, mount)));
            }
            if (table.get().unknownLines() > 0) {
                places.refuse(new Refusal("/proc/mounts", Refusal.Why.MALFORMED, "some lines were not understood"));
            }
        }
        return seen.result();
    }

    private static Map<String, String> item(String place, Mount mount) {
        return Map.of(
                "place", place,
                "mounted-at", mount.point(),
                "noexec", set(mount, "noexec"),
                "nosuid", set(mount, "nosuid"),
                "nodev", set(mount, "nodev"));
    }

    private static String set(Mount mount, String option) {
        return mount.options().contains(option) ? "yes" : "no";
    }
}
