package org.cairn.collectors.storage;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.storage.MountTable.Mount;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// Which mounted file systems lie on encrypted block devices.
public final class DiskEncryptionCollector implements Collector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "storage.encryption",
            1,
            "Encryption of mounted file systems",
            List.of("/proc/mounts", "/sys/block/*/slaves", "/sys/block/dm-*/dm/{uuid,name}"));
    private static final Set<String> NETWORK = Set.of("nfs", "nfs4", "cifs", "smb3", "9p", "ceph", "virtiofs");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Optional<MountTable> mounts = seen.text("/proc/mounts").map(MountTable::parse);
        Optional<BlockLayers> layers = BlockLayers.read(seen);
        if (mounts.isEmpty() || layers.isEmpty()) {
            return seen.result();
        }
        Members population = seen.population("mounted-filesystems");
        for (Mount mount : mounts.get().mounts()) {
            String kind = kind(mount);
            if (!kind.equals("memory")) {
                population.add(item(mount, kind, layers.get()));
            }
        }
        if (mounts.get().unknownLines() > 0) {
            population.refuse(new Refusal(
                    "/proc/mounts", Refusal.Why.MALFORMED, mounts.get().unknownLines() + " lines not understood"));
        }
        return seen.result();
    }

    private static String kind(Mount mount) {
        if (mount.device().startsWith("/dev/")) {
            return mount.device().startsWith("/dev/loop") ? "loop" : "block";
        }
        if (NETWORK.contains(mount.type()) || mount.type().startsWith("fuse")) {
            return "network";
        }
        return mount.type().equals("zfs") ? "zfs" : "memory";
    }

    /// `encrypted` is left out where the layers cannot be seen from here: network, zfs, files behind loop devices,
    /// unknown devices.
    private static Map<String, String> item(Mount mount, String kind, BlockLayers layers) {
        Map<String, String> values = new TreeMap<>(
                Map.of("point", mount.point(), "device", mount.device(), "type", mount.type(), "kind", kind));
        if (kind.equals("block")) {
            layers.encrypted(mount.device()).ifPresent(yes -> values.put("encrypted", yes ? "yes" : "no"));
        }
        return values;
    }
}
