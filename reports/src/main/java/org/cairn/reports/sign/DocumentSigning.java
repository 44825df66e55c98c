package org.cairn.reports.sign;

import java.time.Instant;
import java.util.Optional;
import org.cairn.ledger.key.DocumentKey;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.reports.pack.PackException;

/// Signs the documents of a pack.
/// @param authority stamps the documents (PAdES B-T, XAdES-T); without one the level is B-B and the time is the local
/// clock's claim
public record DocumentSigning(DocumentKey key, Optional<TimeStampAuthority> authority) {
    /// A certification signature that permits no change (ISO 32000-1, 12.8.2.2, DocMDP 1), in the report's only
    /// revision: PAdES baseline B or T (ETSI EN 319 142-1).
    public Bytes signPdf(Bytes report, Instant at) throws PackException {
        return new PdfSigning(key, authority).sign(report, at);
    }

    /// XAdES inside the workbook. A courtesy: it leaves parts of the file uncovered, the signed list of files does
    /// not.
    public Bytes signWorkbook(Bytes workbook, Instant at) throws PackException {
        return new WorkbookSigning(key, authority).sign(workbook, at);
    }

    /// Detached CMS in DER over `content` (CAdES baseline B, ETSI EN 319 122-1), certificates embedded.
    public Bytes cms(Bytes content, Instant at) throws PackException {
        return CmsSigning.sign(key, content, at);
    }

    /// A TimeStampResp in DER over `signed`, which ends the doubt when it was there already; empty without an
    /// authority.
    public Optional<Bytes> timeStamp(Bytes signed) throws PackException {
        return authority.isEmpty()
                ? Optional.empty()
                : Optional.of(TimeStamping.response(authority.get().token(Digest.sha256(signed))));
    }
}
