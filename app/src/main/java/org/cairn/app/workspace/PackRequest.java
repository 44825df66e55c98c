package org.cairn.app.workspace;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.cairn.checklist.FrameworkId;
import org.cairn.evidence.EvidenceId;
import org.cairn.frameworks.Language;
import org.cairn.reports.pdf.Depth;

/// What to hand over.
/// @param kind     `full`, `soa`, `dora-register`, `ropa`, `hipaa-risk` or `annex-iv`
/// @param out      the zip to write; must not exist
/// @param withheld evidence whose commitment goes into the pack while its bytes stay here
/// @param asOf     which state is shown
/// @param language of report, workbook and README
/// @param depth    of the report
/// @param withholdsRedacted whether what a redacted copy stands for is withheld too, as far as the pack has it
public record PackRequest(
        FrameworkId framework,
        String kind,
        Path out,
        Set<EvidenceId> withheld,
        AsOf asOf,
        Language language,
        Depth depth,
        boolean withholdsRedacted) {
    public PackRequest {
        withheld = Set.copyOf(withheld);
    }

    public PackRequest(
            FrameworkId framework,
            String kind,
            Path out,
            Set<EvidenceId> withheld,
            AsOf asOf,
            Language language,
            Depth depth) {
        this(framework, kind, out, withheld, asOf, language, depth, false);
    }

    PackRequest withholding(Set<EvidenceId> more) {
        Set<EvidenceId> all = new HashSet<>(withheld);
        all.addAll(more);
        return new PackRequest(framework, kind, out, all, asOf, language, depth, withholdsRedacted);
    }

    /// With the whole report.
    public PackRequest(
            FrameworkId framework, String kind, Path out, Set<EvidenceId> withheld, AsOf asOf, Language language) {
        this(framework, kind, out, withheld, asOf, language, Depth.FULL);
    }

    /// In English.
    public PackRequest(FrameworkId framework, String kind, Path out, Set<EvidenceId> withheld, AsOf asOf) {
        this(framework, kind, out, withheld, asOf, Language.EN);
    }

    /// About the present.
    public PackRequest(FrameworkId framework, String kind, Path out, Set<EvidenceId> withheld) {
        this(framework, kind, out, withheld, AsOf.now());
    }
}
