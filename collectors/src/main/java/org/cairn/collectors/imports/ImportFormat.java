package org.cairn.collectors.imports;

import java.util.Arrays;
import java.util.Optional;

/// The formats that are told apart. `docs/imports.md` lists their versions.
public enum ImportFormat {
    XCCDF("xccdf", "XCCDF results or ARF", ImportFamily.BENCHMARK),
    LYNIS("lynis", "Lynis report", ImportFamily.LYNIS),
    SARIF("sarif", "SARIF 2.1.0", ImportFamily.CODE),
    TRIVY("trivy", "Trivy JSON", ImportFamily.VULNERABILITIES),
    GRYPE("grype", "Grype JSON", ImportFamily.VULNERABILITIES),
    OSV("osv", "OSV-Scanner JSON", ImportFamily.VULNERABILITIES),
    CYCLONEDX_JSON("cyclonedx", "CycloneDX JSON", ImportFamily.SBOM),
    CYCLONEDX_XML("cyclonedx-xml", "CycloneDX XML", ImportFamily.SBOM),
    SPDX_JSON("spdx", "SPDX 2 JSON", ImportFamily.SBOM),
    SPDX_TAGS("spdx-tag-value", "SPDX 2 tag-value", ImportFamily.SBOM),
    CYCLONEDX_VEX("cyclonedx-vex", "CycloneDX VEX", ImportFamily.VEX),
    OPENVEX("openvex", "OpenVEX", ImportFamily.VEX),
    CKL("ckl", "STIG Viewer CKL", ImportFamily.BENCHMARK),
    CKLB("cklb", "STIG Viewer CKLB", ImportFamily.BENCHMARK),
    HDF("hdf", "Heimdall Data Format", ImportFamily.BENCHMARK),
    INSPEC("inspec", "InSpec JSON", ImportFamily.BENCHMARK),
    OSQUERY("osquery", "osquery results", ImportFamily.QUERIES),
    OCSF("ocsf", "OCSF findings", ImportFamily.FINDINGS),
    CSV("csv", "CSV with a column mapping", ImportFamily.FINDINGS),
    FALCO("falco", "Falco events", ImportFamily.FINDINGS),
    TETRAGON("tetragon", "Tetragon events", ImportFamily.FINDINGS);

    private final String id;
    private final String title;
    private final ImportFamily family;

    ImportFormat(String id, String title, ImportFamily family) {
        this.id = id;
        this.title = title;
        this.family = family;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public ImportFamily family() {
        return family;
    }

    /// Runtime records are events of processes, and belong to the record of what ran.
    public boolean isRuntimeRecord() {
        return this == FALCO || this == TETRAGON;
    }

    public static Optional<ImportFormat> byId(String id) {
        return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
    }
}
