package org.cairn.verifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cairn.proof.Bytes;

/// The workbook carries a signature part (ECMA-376 part 2, section 13). The file's own hash in SHA256SUMS is what
/// counts: an Office signature leaves parts of the file uncovered.
final class WorkbookCheck {
    private static final int MOST_PARTS = 10_000;

    private WorkbookCheck() {}

    static Optional<String> refusal(Bytes workbook, CertificateChain certificates) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook.toByteArray()))) {
            ZipEntry part = zip.getNextEntry();
            for (int i = 0; part != null && i < MOST_PARTS; i++) {
                if (part.getName().startsWith("_xmlsignatures/sig")) {
                    return Optional.empty();
                }
                part = zip.getNextEntry();
            }
        } catch (IOException e) {
            return Optional.of("is not a workbook: " + e.getMessage());
        }
        return Optional.of("has no signature");
    }
}
