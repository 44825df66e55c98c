package org.cairn.collectors.imports.format;

import java.io.Reader;
import java.util.Optional;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.ReportBuilder;
import org.cairn.collectors.imports.ResultOutcome;
import org.cairn.collectors.imports.RuleIds;
import org.cairn.collectors.imports.Severity;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.collectors.imports.ToolResult;
import org.cairn.collectors.imports.UnreadableReport;
import org.cairn.collectors.imports.XmlCursor;

/// Checklists of DISA's STIG Viewer 2 (`CHECKLIST` in XML). They do not tell when anybody looked.
final class CklReader {
    private final XmlCursor xml;
    private final ReportBuilder report = new ReportBuilder(ImportFormat.CKL);
    private String stig = "";

    private CklReader(XmlCursor xml) {
        this.xml = xml;
    }

    static ToolReport read(Reader text) throws UnreadableReport {
        CklReader reader = new CklReader(new XmlCursor(text));
        reader.report.tool("STIG Viewer", Optional.empty());
        reader.document();
        return reader.report.finish();
    }

    private void document() throws UnreadableReport {
        for (Optional<String> tag = xml.nextChildOrDeeper(0); tag.isPresent(); tag = xml.nextChildOrDeeper(0)) {
            switch (tag.get()) {
                case "HOST_NAME" -> report.target(xml.text(), xml.place());
                case "SI_DATA" -> stigDatum();
                case "VULN" -> vulnerability();
                default -> {}
            }
        }
    }

    private void stigDatum() throws UnreadableReport {
        Pair pair = pair("SID_NAME", "SID_DATA");
        if (pair.name().equals("stigid") || pair.name().equals("title") && stig.isEmpty()) {
            stig = pair.value();
            report.scope(stig);
        }
    }

    private record Pair(String name, String value) {}

    private Pair pair(String nameTag, String valueTag) throws UnreadableReport {
        String name = "";
        String value = "";
        int within = xml.depth();
        for (Optional<String> tag = xml.nextChildOrDeeper(within);
                tag.isPresent();
                tag = xml.nextChildOrDeeper(within)) {
            String text = xml.text().strip();
            name = tag.get().equals(nameTag) ? text : name;
            value = tag.get().equals(valueTag) ? text : value;
        }
        return new Pair(name, value);
    }

    private void vulnerability() throws UnreadableReport {
        String rule = "";
        String title = "";
        Optional<String> severity = Optional.empty();
        Optional<ResultOutcome> outcome = Optional.empty();
        RuleIds ids = new RuleIds();
        int within = xml.depth();
        for (Optional<String> tag = xml.nextChildOrDeeper(within);
                tag.isPresent();
                tag = xml.nextChildOrDeeper(within)) {
            switch (tag.get()) {
                case "STIG_DATA" -> {
                    Pair pair = pair("VULN_ATTRIBUTE", "ATTRIBUTE_DATA");
                    switch (pair.name()) {
                        case "Rule_ID" -> rule = pair.value();
                        case "Rule_Title" -> title = pair.value();
                        case "Severity" -> severity = Severity.of(pair.value());
                        case "CCI_REF" -> ids.in(pair.value());
                        default -> {}
                    }
                }
                case "STATUS" -> outcome = Optional.of(Stig.outcome(xml.text(), xml.place()));
                default -> xml.skip();
            }
        }
        if (outcome.isEmpty()) {
            throw xml.refuse("a VULN has no STATUS", "Save the checklist again");
        }
        report.result(new ToolResult(stig, rule, title, outcome.get(), severity, Optional.empty(), ids));
    }
}
