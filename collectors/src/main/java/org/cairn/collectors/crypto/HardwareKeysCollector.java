package org.cairn.collectors.crypto;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.collectors.text.KeyValues;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// Hardware that can hold keys: TPMs (kernel: Documentation/ABI/stable/sysfs-class-tpm), PKCS#11 modules that are
/// registered (pkcs11.conf(5)), and whether the kernel runs in FIPS mode. A module is a library: it is there
/// without the card, too, and loading it is not for a collector to do.
public final class HardwareKeysCollector implements Collector {
    private static final List<String> MODULES = List.of("/usr/share/p11-kit/modules", "/etc/pkcs11/modules");
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "crypto.hardware-keys",
            1,
            "Hardware that holds keys",
            List.of(
                    MODULES.getFirst(),
                    MODULES.getLast(),
                    "/sys/class/tpm/*/tpm_version_major",
                    "/proc/sys/crypto/fips_enabled"));
    /// Modules that keep keys in files or in memory, or hold none.
    private static final Pattern SOFTWARE = Pattern.compile(
            "(?i).*(p11-kit-trust|p11-kit-client|softhsm|gnome-keyring|softokn|nssckbi|libcryptoki_sim).*");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Members holders = seen.population("key-hardware");
        for (String folder : MODULES) {
            for (String file : seen.dropIns(folder, ".module")) {
                module(seen, file, holders);
            }
        }
        switch (host.list("/sys/class/tpm")) {
            case Read.Refused<List<FileFacts>>(Refusal refusal) -> {
                if (refusal.why() != Refusal.Why.ABSENT) {
                    holders.refuse(refusal);
                }
            }
            case Read.Got<List<FileFacts>>(List<FileFacts> tpms) -> {
                for (FileFacts tpm : tpms) {
                    Optional<String> version = seen.text(tpm.path() + "/tpm_version_major");
                    holders.add(
                            "kind",
                            "TPM",
                            "name",
                            tpm.name(),
                            "hardware",
                            "yes",
                            "version",
                            version.orElse("?").strip());
                }
            }
        }
        seen.text("/proc/sys/crypto/fips_enabled").ifPresent(flag -> seen.fact("fips-mode", flag.strip()));
        if (host.list("/sys/class") instanceof Read.Refused<List<FileFacts>>(Refusal refusal)) {
            holders.refuse(refusal);
        }
        return seen.result();
    }

    private static void module(Observation seen, String file, Members holders) throws InterruptedException {
        Optional<String> text = seen.text(file);
        if (text.isEmpty()) {
            holders.refuse(new Refusal(file, Refusal.Why.DENIED, "could not be read"));
            return;
        }
        Optional<String> module = KeyValues.parse(text.get().replaceAll("(?m)^([a-z-]+):\\s*", "$1 = "))
                .value("module");
        module.ifPresent(name -> {
            Map<String, String> values = new TreeMap<>(Map.of("kind", "PKCS#11", "name", name));
            if (SOFTWARE.matcher(name).matches()) {
                values.put("hardware", "no"); // else the library says nothing of what is plugged in
            }
            holders.add(values);
        });
    }
}
