package org.cairn.collectors.network;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.text.KeyValues;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// Network interfaces, and which of them are radios (kernel: Documentation/ABI/testing/sysfs-class-net,
/// sysfs-class-rfkill).
public final class RadiosCollector implements Collector {
    private static final String INTERFACES = "/sys/class/net";
    private static final String SWITCHES = "/sys/class/rfkill";
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "network.radios",
            1,
            "Network interfaces and radios",
            List.of("/sys/class/net/*/{uevent,operstate,type}", "/sys/class/rfkill/*/{name,type,state}"));
    private static final String LOOPBACK_TYPE = "772"; // ARPHRD_LOOPBACK, include/uapi/linux/if_arp.h

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Optional<List<FileFacts>> interfaces = seen.directory(INTERFACES);
        if (interfaces.isPresent()) {
            Members population = seen.population("interfaces");
            for (FileFacts member : interfaces.get()) {
                if (member.kind() != FileFacts.Kind.FILE) {
                    population.add(networkInterface(seen, member, population));
                }
            }
        }
        Optional<List<FileFacts>> switches = seen.directory(SWITCHES);
        if (switches.isPresent()) {
            for (FileFacts member : switches.get()) {
                seen.population("radio-switches").add(radioSwitch(seen, member));
            }
        }
        return seen.result();
    }

    private static Map<String, String> networkInterface(Observation seen, FileFacts member, Members population)
            throws InterruptedException {
        Map<String, String> values = new TreeMap<>(Map.of("name", member.name()));
        Optional<String> event = seen.text(member.path() + "/uevent");
        Optional<String> type = seen.text(member.path() + "/type").map(String::strip);
        if (event.isEmpty() || type.isEmpty()) {
            population.refuse(new Refusal(member.path(), Refusal.Why.DENIED, "its kind could not be read"));
        } else {
            String kind = KeyValues.parse(event.get())
                    .value("devtype")
                    .orElse(type.get().equals(LOOPBACK_TYPE) ? "loopback" : "wired-or-virtual");
            values.put("kind", kind);
        }
        seen.text(member.path() + "/operstate").ifPresent(state -> values.put("state", state.strip()));
        return values;
    }

    /// `state`: 0 = blocked by software, 1 = not blocked, 2 = blocked by hardware.
    private static Map<String, String> radioSwitch(Observation seen, FileFacts member) throws InterruptedException {
        Map<String, String> values = new TreeMap<>();
        for (String name : List.of("name", "type", "state")) {
            seen.text(member.path() + "/" + name).ifPresent(value -> values.put(name, value.strip()));
        }
        return values;
    }
}
