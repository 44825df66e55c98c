package org.cairn.collectors.kernel;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HiddenProcesses;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.collectors.text.KeyValues;
import org.cairn.collectors.text.SettingsFiles;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;

/// What happens to USB devices that no rule knows (usbguard-daemon.conf(5), usbguard-rules.conf(5)), and whether the
/// daemon that decides it runs.
public final class UsbGuardCollector implements Collector {
    private static final String SETTINGS = "/etc/usbguard/usbguard-daemon.conf";
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "kernel.usb-guard",
                    1,
                    "Authorisation of USB devices",
                    List.of(SETTINGS, "/proc/*/comm", "/sys/bus/usb/devices/usb*/authorized_default"))
            .withRoot("sudo cat " + SETTINGS, "the settings: the file is closed to others");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        KeyValues settings = SettingsFiles.read(seen, SETTINGS);
        for (String name : List.of("ImplicitPolicyTarget", "PresentDevicePolicy", "InsertedDevicePolicy")) {
            settings.value(name.toLowerCase(Locale.ROOT))
                    .ifPresent(value -> seen.fact(name.toLowerCase(Locale.ROOT), value));
        }
        running(seen).ifPresent(runs -> seen.fact("usbguard-runs", runs ? "yes" : "no"));
        buses(seen);
        return seen.result();
    }

    private static Optional<Boolean> running(Observation seen) throws InterruptedException {
        switch (seen.host().list("/proc")) {
            case Read.Refused<List<FileFacts>>(Refusal refusal) -> {
                seen.refuse(refusal);
                return Optional.empty();
            }
            case Read.Got<List<FileFacts>>(List<FileFacts> members) -> {
                for (FileFacts member : members) {
                    if (member.name().matches("\\d{1,9}")
                            && seen.host().read(member.path() + "/comm", 256) instanceof Read.Got<Bytes>(Bytes name)
                            && name.asUtf8().strip().equals("usbguard-daemon")) {
                        return Optional.of(true);
                    }
                }
                Optional<Refusal> hidden = HiddenProcesses.in(members);
                hidden.ifPresent(seen::refuse);
                return hidden.isPresent() ? Optional.empty() : Optional.of(false);
            }
        }
    }

    /// `0`: new devices wait (kernel: Documentation/usb/authorization).
    private static void buses(Observation seen) throws InterruptedException {
        if (seen.host().list("/sys/bus/usb/devices") instanceof Read.Got<List<FileFacts>>(List<FileFacts> devices)) {
            for (FileFacts device : devices) {
                if (device.name().matches("usb\\d+")) {
                    Optional<String> value = seen.text(device.path() + "/authorized_default");
                    value.ifPresent(v ->
                            seen.population("usb-buses").add("bus", device.name(), "authorized-default", v.strip()));
                }
            }
        }
    }
}
