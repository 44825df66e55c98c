package org.cairn.collectors.kernel;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;

/// Whether the firmware checks what it starts (UEFI Specification 2.10, section 3.3, global variables; the file holds
/// four
/// bytes of attributes, then the value) and whether the kernel loads signed modules only.
public final class BootCollector implements Collector {
    private static final String VARIABLES = "/sys/firmware/efi/efivars/";
    private static final String GLOBAL = "-8be4df61-93ca-11d2-aa0d-00e098032b8c";
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "kernel.boot",
            1,
            "Secure Boot and signed kernel modules",
            List.of(
                    VARIABLES + "{SecureBoot,SetupMode}" + GLOBAL,
                    "/sys/module/module/parameters/sig_enforce",
                    "/proc/cmdline"));

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        if (host.list("/sys/firmware/efi/efivars") instanceof Read.Refused<?>(Refusal refusal)) {
            seen.refuse(
                    refusal.why() == Refusal.Why.ABSENT
                            ? new Refusal(
                                    VARIABLES,
                                    Refusal.Why.ABSENT,
                                    "the host was not started by UEFI, or does not show it")
                            : refusal);
        } else {
            flag(seen, "SecureBoot").ifPresent(on -> seen.fact("secure-boot", on ? "yes" : "no"));
            flag(seen, "SetupMode").ifPresent(on -> seen.fact("setup-mode", on ? "yes" : "no"));
        }
        seen.text("/sys/module/module/parameters/sig_enforce")
                .map(String::strip)
                .ifPresent(value -> seen.fact("module-signatures-enforced", value.equals("Y") ? "yes" : "no"));
        seen.text("/proc/cmdline")
                .ifPresent(line -> seen.fact("lockdown-asked", line.contains("lockdown=") ? "yes" : "no"));
        return seen.result();
    }

    private static Optional<Boolean> flag(Observation seen, String name) throws InterruptedException {
        Optional<Bytes> value = seen.hashedBytes(VARIABLES + name + GLOBAL, 64);
        return value.filter(bytes -> bytes.size() == 5).map(bytes -> bytes.at(4) == 1);
    }
}
