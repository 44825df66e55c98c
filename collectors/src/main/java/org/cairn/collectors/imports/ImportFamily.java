package org.cairn.collectors.imports;

import org.cairn.evidence.CollectorId;

/// What kind of statement a report makes. Each is recorded under a collector's name of its own, so that checks and
/// times to live fit it.
public enum ImportFamily {
    /// Rules of a benchmark that a host was held against: XCCDF, STIG, HDF, InSpec.
    BENCHMARK("import.benchmark"),
    LYNIS("import.lynis"),
    /// Results of static analysis: SARIF.
    CODE("import.code"),
    /// Known vulnerabilities of packages.
    VULNERABILITIES("import.vulnerabilities"),
    /// What software consists of.
    SBOM("import.sbom"),
    /// Who says that a vulnerability does or does not matter.
    VEX("import.vex"),
    /// Rows of queries that nobody judged.
    QUERIES("import.queries"),
    /// Findings of other tools, in OCSF or in a table.
    FINDINGS("import.findings");

    private final String collector;

    ImportFamily(String collector) {
        this.collector = collector;
    }

    public CollectorId collector() {
        return new CollectorId(collector);
    }
}
