package org.cairn.app.workspace;

import java.nio.file.Path;
import java.util.Set;
import org.cairn.checklist.FrameworkId;
import org.cairn.evidence.EvidenceId;
import org.cairn.frameworks.Language;

/// What to hand over.
/// @param kind     `full`, `soa`, `dora-register`, `ropa`, `hipaa-risk` or `annex-iv`
/// @param out      the zip to write; must not exist
/// @param withheld evidence whose commitment goes into the pack while its bytes stay here
/// @param asOf     which state is shown
/// @param language of report, workbook and README
public record PackRequest(
        FrameworkId framework, String kind, Path out, Set<EvidenceId> withheld, AsOf asOf, Language language) {
    public PackRequest {
        withheld = Set.copyOf(withheld);
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
