package org.cairn.collectors.storage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.Observation;

/// How block devices stand on each other, from `/sys/block` (kernel: Documentation/ABI/testing/sysfs-block-dm). A
/// device-mapper UUID that begins with `CRYPT-` is an encrypted layer (cryptsetup(8)).
final class BlockLayers {
    private static final int DEPTH_LIMIT = 16;

    private final Map<String, String> kernelNames = new HashMap<>();
    private final Map<String, String> mapperIds = new HashMap<>();
    private final Map<String, List<String>> below = new HashMap<>();

    private BlockLayers() {}

    /// Empty if `/sys/block` could not be listed.
    static Optional<BlockLayers> read(Observation seen) throws InterruptedException {
        Optional<List<FileFacts>> devices = seen.directory("/sys/block");
        if (devices.isEmpty()) {
            return Optional.empty();
        }
        BlockLayers layers = new BlockLayers();
        for (FileFacts device : devices.get()) {
            layers.add(seen, device);
        }
        return Optional.of(layers);
    }

    private void add(Observation seen, FileFacts device) throws InterruptedException {
        String name = device.name();
        kernelNames.put("/dev/" + name, name);
        below.put(
                name,
                seen.directory(device.path() + "/slaves").orElse(List.of()).stream()
                        .map(FileFacts::name)
                        .toList());
        if (name.startsWith("dm-")) {
            seen.text(device.path() + "/dm/uuid").ifPresent(id -> mapperIds.put(name, id.strip()));
            seen.text(device.path() + "/dm/name").ifPresent(n -> kernelNames.put("/dev/mapper/" + n.strip(), name));
        }
    }

    /// Whether every path from `device` down to the disks goes through an encrypted layer; empty if the layers of the
    /// device are not known here.
    Optional<Boolean> encrypted(String device) {
        String name = kernelNames.getOrDefault(device, device.replaceFirst("^/dev/", ""));
        boolean known = below.containsKey(name) || below.keySet().stream().anyMatch(disk -> isPartitionOf(name, disk));
        return known ? Optional.of(encrypted(name, DEPTH_LIMIT)) : Optional.empty();
    }

    private boolean encrypted(String name, int depth) {
        if (mapperIds.getOrDefault(name, "").startsWith("CRYPT-")) {
            return true;
        }
        List<String> lower = below.getOrDefault(name, List.of());
        return depth > 0 && !lower.isEmpty() && lower.stream().allMatch(layer -> encrypted(layer, depth - 1));
    }

    private static boolean isPartitionOf(String name, String disk) {
        return name.startsWith(disk) && name.substring(disk.length()).matches("p?\\d+");
    }
}
