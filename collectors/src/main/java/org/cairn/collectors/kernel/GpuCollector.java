package org.cairn.collectors.kernel;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.declared.HostDeclaration;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;

/// Graphics and compute cards (kernel: Documentation/ABI/testing/sysfs-bus-pci; class 0x03 display, 0x12 accelerator,
/// PCI Code and ID Assignment) with the version of their driver, beside the least that the operator asks for.
public final class GpuCollector implements Collector {
    private static final String PCI = "/sys/bus/pci/devices";
    private static final Map<String, String> DRIVERS = Map.of("0x10de", "nvidia", "0x1002", "amdgpu");
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "kernel.gpu",
            1,
            "Graphics processors and their drivers",
            List.of(
                    HostDeclaration.PATH,
                    PCI + "/*/{class,vendor}",
                    "/sys/module/{nvidia,amdgpu}/version",
                    "/proc/sys/kernel/osrelease"));

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        HostDeclaration declared = HostDeclaration.ifThere(seen);
        switch (host.list(PCI)) {
            case Read.Refused<List<FileFacts>>(Refusal refusal) -> seen.refuse(refusal);
            case Read.Got<List<FileFacts>>(List<FileFacts> devices) -> {
                Members cards = seen.population("gpus");
                int found = 0;
                for (FileFacts device : devices) {
                    Optional<String> driver = driver(host, device);
                    if (driver.isPresent()) {
                        found++;
                        cards.add(card(seen, device, driver.get(), declared));
                    }
                }
                if (found == 0) {
                    cards.refuse(new Refusal(
                            PCI,
                            Refusal.Why.ABSENT,
                            "not applicable: none of " + devices.size() + " devices is a card of NVIDIA or AMD"));
                } else if (!declared.states("gpu.driverAtLeast")) {
                    cards.refuse(new Refusal(
                            HostDeclaration.PATH + " gpu.driverAtLeast",
                            Refusal.Why.ABSENT,
                            "no version is asked for"));
                }
            }
        }
        return seen.result();
    }

    private static Optional<String> driver(HostReader host, FileFacts device) throws InterruptedException {
        String kind = value(host, device.path() + "/class").orElse("");
        boolean computes = kind.startsWith("0x0300") || kind.startsWith("0x0302") || kind.startsWith("0x12");
        return computes
                ? value(host, device.path() + "/vendor").flatMap(vendor -> Optional.ofNullable(DRIVERS.get(vendor)))
                : Optional.empty();
    }

    private static Map<String, String> card(Observation seen, FileFacts device, String driver, HostDeclaration declared)
            throws InterruptedException {
        Map<String, String> values = new TreeMap<>(Map.of("device", device.name(), "driver", driver));
        Optional<String> version =
                seen.text("/sys/module/" + driver + "/version").map(String::strip);
        version.ifPresent(text -> values.put("version", text));
        Optional<String> least = declared.text("gpu.driverAtLeast");
        least.ifPresent(text -> values.put("asked-for", text));
        if (version.isPresent() && least.isPresent()) {
            compare(version.get(), least.get()).ifPresent(order -> values.put("new-enough", order >= 0 ? "yes" : "no"));
        }
        return values;
    }

    /// Numbers between dots, one by one; empty if one side is something else.
    static Optional<Integer> compare(String one, String other) {
        if (!one.matches("\\d{1,6}(\\.\\d{1,6}){0,4}") || !other.matches("\\d{1,6}(\\.\\d{1,6}){0,4}")) {
            return Optional.empty();
        }
        String[] left = one.split("\\.", -1);
        String[] right = other.split("\\.", -1);
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int a = i < left.length ? Integer.parseInt(left[i]) : 0;
            int b = i < right.length ? Integer.parseInt(right[i]) : 0;
            if (a != b) {
                return Optional.of(Integer.compare(a, b));
            }
        }
        return Optional.of(0);
    }

    private static Optional<String> value(HostReader host, String path) throws InterruptedException {
        return host.read(path, 256) instanceof Read.Got<Bytes>(Bytes bytes)
                ? Optional.of(bytes.asUtf8().strip())
                : Optional.empty();
    }
}
