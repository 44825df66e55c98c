package org.cairn.reports.pack;

import java.time.Instant;
import java.util.Optional;
import org.cairn.ledger.key.DocumentKey;
import org.cairn.proof.Bytes;
import org.cairn.reports.pdf.PdfReport;
import org.cairn.reports.sign.DocumentSigning;
import org.cairn.reports.sign.TimeStampAuthority;
import org.cairn.reports.xlsx.Workbook;

/// The report and the workbook as they are really made, rendered once for all tests and signed for each workspace.
final class SampleDocuments {
    private static final PackModel MODEL = SamplePack.empty();

    private final DocumentSigning signing;
    private final Instant at;

    SampleDocuments(DocumentKey key, Optional<TimeStampAuthority> authority, Instant at) {
        this.signing = new DocumentSigning(key, authority);
        this.at = at;
    }

    Bytes report() throws PackException {
        return signing.signPdf(PdfReport.render(MODEL), at);
    }

    Bytes workbook() throws PackException {
        return signing.signWorkbook(Workbook.render(SamplePack.realistic()), at);
    }

    Bytes cms(Bytes sums) throws PackException {
        return signing.cms(sums, at);
    }
}
