package org.cairn.collectors.imports.format;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.imports.ReportBuilder;

/// Statements about whether a vulnerability matters, in the terms of VEX (CISA, "Minimum Requirements for VEX", 2023).
final class Statements {
    static final String POPULATION = "statements";

    private final ReportBuilder report;

    Statements(ReportBuilder report) {
        this.report = report;
    }

    /// @param purl left out where the product is named otherwise: such a statement is shown, and covers no package
    void add(
            String vulnerability,
            String product,
            Optional<String> purl,
            String status,
            Optional<String> justification) {
        Map<String, String> values = new TreeMap<>();
        values.put("vulnerability", vulnerability);
        values.put("product", product);
        purl.ifPresent(each -> values.put("purl", each));
        values.put("status", status);
        justification.ifPresent(each -> values.put("justification", each));
        report.member(POPULATION, values);
        report.count(status);
    }

    /// CycloneDX 1.6, `vulnerability.analysis.state`, in VEX's words. A state that VEX does not have keeps its own.
    static String ofCycloneDx(String state) {
        return switch (state) {
            case "resolved", "resolved_with_pedigree" -> "fixed";
            case "exploitable" -> "affected";
            case "in_triage" -> "under_investigation";
            case "" -> "not_analysed";
            default -> state;
        };
    }
}
