package org.cairn.collectors.imports.format;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.imports.ReportBuilder;

/// Components of a bill of materials, and what a reference within it stands for.
final class Components {
    static final String POPULATION = "components";
    private static final int MOST_REFERENCES = 100_000;

    private final ReportBuilder report;
    private final Map<String, String> purls = new HashMap<>();

    Components(ReportBuilder report) {
        this.report = report;
    }

    void add(String name, Optional<String> version, Optional<String> purl, String type, Optional<String> reference) {
        Map<String, String> values = new TreeMap<>();
        values.put("name", name);
        version.ifPresent(each -> values.put("version", each));
        purl.ifPresent(each -> values.put("purl", each));
        values.put("type", type);
        report.member(POPULATION, values);
        report.count("component");
        remember(reference, purl);
    }

    void remember(Optional<String> reference, Optional<String> purl) {
        if (reference.isPresent() && purl.isPresent() && purls.size() < MOST_REFERENCES) {
            purls.put(reference.get(), purl.get());
        }
    }

    /// The purl that a reference is, links to, or stands for.
    Optional<String> purlOf(String reference) {
        Optional<String> known = Optional.ofNullable(purls.get(reference));
        return known.isPresent() ? known : PackageUrl.in(reference);
    }
}
