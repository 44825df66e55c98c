package org.cairn.collectors.imports.format;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.JsonNames;
import org.cairn.collectors.imports.UnreadableReport;

/// Tells formats apart by how a file begins.
final class FormatDetection {
    private static final int HEAD_CHARACTERS = 1 << 18;
    private static final Pattern ROOT = Pattern.compile("<(?:[A-Za-z_][\\w.-]*:)?([A-Za-z_][\\w.-]*)[\\s/>]");

    private FormatDetection() {}

    /// Empty for what is of no known format.
    static Optional<ImportFormat> of(Reader text) throws UnreadableReport {
        String head = head(text);
        String start = head.stripLeading();
        if (start.startsWith("<")) {
            return xml(start);
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return json(JsonNames.of(new StringReader(head)));
        }
        if (head.contains("lynis_version=")) {
            return Optional.of(ImportFormat.LYNIS);
        }
        return head.contains("SPDXVersion:") ? Optional.of(ImportFormat.SPDX_TAGS) : Optional.empty();
    }

    private static String head(Reader text) throws UnreadableReport {
        char[] head = new char[HEAD_CHARACTERS];
        int length = 0;
        try {
            int read = text.read(head, 0, head.length);
            while (read > 0) {
                length += read;
                read = text.read(head, length, head.length - length);
            }
        } catch (UnreadableReport e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableReport(
                    "the first " + length + " characters",
                    "the file is damaged, cut off, or not in UTF-8 (" + e.getMessage() + ")",
                    "Copy it again, or save it as UTF-8");
        }
        return new String(head, 0, length);
    }

    private static Optional<ImportFormat> xml(String text) {
        Matcher root = ROOT.matcher(text.replaceAll("(?s)<\\?.*?\\?>|<!--.*?-->", ""));
        if (!root.find()) {
            return Optional.empty();
        }
        return switch (root.group(1)) {
            case "Benchmark", "TestResult", "asset-report-collection" -> Optional.of(ImportFormat.XCCDF);
            case "CHECKLIST" -> Optional.of(ImportFormat.CKL);
            case "bom" -> Optional.of(ImportFormat.CYCLONEDX_XML);
            default -> Optional.empty();
        };
    }

    private static Optional<ImportFormat> json(Set<String> names) {
        Set<String> top = new HashSet<>();
        names.forEach(path -> top.add(path.replaceFirst("^\\*/", "")));
        for (Mark mark : Mark.ALL) {
            if (mark.all().stream().allMatch(top::contains)) {
                return Optional.of(mark.format());
            }
        }
        return Optional.empty();
    }

    /// Paths that, together, only this format has. The first mark that fits decides.
    private record Mark(ImportFormat format, Set<String> all) {
        private static final List<Mark> ALL = List.of(
                new Mark(ImportFormat.CYCLONEDX_JSON, Set.of("bomFormat")),
                new Mark(ImportFormat.SPDX_JSON, Set.of("spdxVersion")),
                new Mark(ImportFormat.OPENVEX, Set.of("@context", "statements")),
                new Mark(ImportFormat.SARIF, Set.of("runs", "runs/*/tool")),
                new Mark(ImportFormat.SARIF, Set.of("runs", "runs/*/results")),
                new Mark(ImportFormat.TRIVY, Set.of("SchemaVersion", "ArtifactName")),
                new Mark(ImportFormat.TRIVY, Set.of("ClusterName", "Resources")),
                new Mark(ImportFormat.GRYPE, Set.of("matches", "matches/*/vulnerability")),
                new Mark(ImportFormat.GRYPE, Set.of("matches", "descriptor")),
                new Mark(ImportFormat.OSV, Set.of("results", "results/*/packages")),
                new Mark(ImportFormat.OSV, Set.of("results", "results/*/source")),
                new Mark(ImportFormat.OSV, Set.of("results", "experimental_config")),
                new Mark(ImportFormat.CKLB, Set.of("stigs", "target_data")),
                new Mark(ImportFormat.CKLB, Set.of("stigs", "cklb_version")),
                new Mark(ImportFormat.HDF, Set.of("profiles", "platform")),
                new Mark(ImportFormat.INSPEC, Set.of("profiles", "statistics")),
                new Mark(ImportFormat.INSPEC, Set.of("controls", "controls/*/profile_id")),
                new Mark(ImportFormat.TETRAGON, Set.of("process_exec")),
                new Mark(ImportFormat.TETRAGON, Set.of("process_exit")),
                new Mark(ImportFormat.TETRAGON, Set.of("process_kprobe")),
                new Mark(ImportFormat.TETRAGON, Set.of("process_tracepoint")),
                new Mark(ImportFormat.TETRAGON, Set.of("process_uprobe")),
                new Mark(ImportFormat.TETRAGON, Set.of("process_lsm")),
                new Mark(ImportFormat.TETRAGON, Set.of("process_connect")),
                new Mark(ImportFormat.TETRAGON, Set.of("process_close")),
                new Mark(ImportFormat.FALCO, Set.of("output", "priority", "rule")),
                new Mark(ImportFormat.OCSF, Set.of("class_uid")),
                new Mark(ImportFormat.OSQUERY, Set.of("hostIdentifier", "columns")),
                new Mark(ImportFormat.OSQUERY, Set.of("hostIdentifier", "snapshot")),
                new Mark(ImportFormat.OSQUERY, Set.of("hostIdentifier", "diffResults")));
    }
}
