package org.cairn.collectors.imports.format;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.collectors.imports.ReportBuilder;

/// Vulnerable packages of a report, in the terms that all scanners share.
final class Vulnerabilities {
    private static final String POPULATION = "vulnerabilities";
    private static final int MOST_PACKAGES = 200_000;

    private final ReportBuilder report;
    private final Set<String> packages = new HashSet<>();

    Vulnerabilities(ReportBuilder report) {
        this.report = report;
        report.population(POPULATION);
    }

    /// @param status what the scanner says of it besides, e.g. `will_not_fix`, or that somebody told it to ignore it
    record Found(
            String id,
            String name,
            String version,
            Optional<String> purl,
            Optional<String> severity,
            Optional<String> fixedIn,
            Optional<String> status,
            Optional<String> where) {}

    void add(Found found) {
        packageSeen(found.name(), found.version());
        Map<String, String> values = new TreeMap<>();
        values.put("vulnerability", found.id());
        values.put("package", found.name());
        values.put("version", found.version());
        found.purl().ifPresent(purl -> {
            values.put("purl", purl);
            values.put("purl-plain", PackageUrl.plain(purl));
        });
        found.severity().ifPresent(severity -> values.put("severity", severity));
        found.fixedIn().ifPresent(fixed -> values.put("fixed-in", fixed));
        found.status().ifPresent(status -> values.put("status", status));
        found.where().ifPresent(where -> values.put("where", where));
        report.member(POPULATION, values);
        report.count("vulnerability-" + found.severity().orElse("unknown"));
    }

    void packageSeen(String name, String version) {
        if (packages.size() < MOST_PACKAGES) {
            packages.add(name + "@" + version);
        }
    }

    /// How many packages the report names. Left out where it names none: then nothing shows that any were looked at.
    void finish() {
        if (!packages.isEmpty()) {
            report.fact("packages-seen", Integer.toString(packages.size()));
        }
    }
}
