package org.cairn.collectors.software;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// Installed packages and how fresh the package index is. Local metadata only: nothing is fetched (dpkg(1),
/// apt-secure(8)).
public final class PatchStateCollector implements Collector {
    private static final String STATUS = "/var/lib/dpkg/status";
    private static final String LISTS = "/var/lib/apt/lists";
    private static final int STATUS_LIMIT = 64 * 1024 * 1024;
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "software.patch-state",
            1,
            "Installed packages and age of the package index",
            List.of(STATUS, LISTS, "/var/run/reboot-required", "/etc/os-release"));

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Optional<String> status = seen.hashed(STATUS, STATUS_LIMIT);
        if (status.isPresent()) {
            Members packages = seen.population("packages");
            DpkgStatus parsed = DpkgStatus.parse(status.get());
            parsed.packages().forEach(packages::add);
            seen.fact("packages-installed", parsed.packages().size());
            if (parsed.unknownStanzas() > 0) {
                packages.refuse(
                        new Refusal(STATUS, Refusal.Why.MALFORMED, parsed.unknownStanzas() + " not understood"));
            }
        }
        Optional<Instant> newest = newestIndex(seen);
        newest.ifPresent(at -> seen.fact("package-index-at", at.toString()));
        newest.ifPresent(at -> seen.fact(
                "package-index-age-days", Duration.between(at, seen.startedAt()).toDays()));
        if (host.facts("/var/run/reboot-required") instanceof Read.Got<FileFacts>) {
            seen.fact("reboot-required", "yes");
        }
        seen.text("/etc/os-release");
        return seen.result();
    }

    /// Release files keep the time stamp their archive gave them: it says how old the knowledge is, not when it came.
    private static Optional<Instant> newestIndex(Observation seen) throws InterruptedException {
        return seen.directory(LISTS).orElse(List.of()).stream()
                .filter(file -> file.isFile()
                        && (file.name().endsWith("InRelease") || file.name().endsWith("_Release")))
                .map(FileFacts::modifiedAt)
                .max(Instant::compareTo);
    }

    /// One stanza a package, fields `Package`, `Version`, `Status` (deb822(5), dpkg-query(1)).
    record DpkgStatus(List<Map<String, String>> packages, int unknownStanzas) {
        DpkgStatus {
            packages = List.copyOf(packages);
        }

        static DpkgStatus parse(String text) {
            List<Map<String, String>> packages = new ArrayList<>();
            int unknown = 0;
            for (String stanza : text.split("\\n\\n+", -1)) {
                Optional<String> name = field(stanza, "Package");
                Optional<String> version = field(stanza, "Version");
                Optional<String> status = field(stanza, "Status");
                if (name.isPresent() && version.isPresent() && status.isPresent()) {
                    if (!status.get().endsWith("config-files") && !status.get().endsWith("not-installed")) {
                        packages.add(Map.of("name", name.get(), "version", version.get(), "status", status.get()));
                    }
                } else if (!stanza.isBlank() && status.isEmpty()) {
                    unknown++;
                }
            }
            return new DpkgStatus(packages, unknown);
        }

        private static Optional<String> field(String stanza, String name) {
            return stanza.lines()
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst();
        }
    }
}
