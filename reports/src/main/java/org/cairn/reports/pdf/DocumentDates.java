package org.cairn.reports.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Sets everything in a rendered document that would come from the clock or from chance, from its head: creation and
/// modification date, the dates in the XMP metadata, and the file identifier (ISO 32000-1, 14.4).
final class DocumentDates {
    private static final Pattern XMP_DATE =
            Pattern.compile("(<(xmp:CreateDate|xmp:ModifyDate|xmp:MetadataDate)>)[^<]*(</\\2>)");

    private DocumentDates() {}

    static void set(PDDocument document, DocumentHead head) throws IOException {
        Instant at = head.issuedAt().truncatedTo(ChronoUnit.SECONDS);
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        calendar.setTimeInMillis(at.toEpochMilli());
        document.getDocumentInformation().setCreationDate(calendar);
        document.getDocumentInformation().setModificationDate(calendar);
        document.setDocumentId(Digest.sha256(Bytes.utf8(head.identity())).word0());
        String metadata = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
        String dated = XMP_DATE.matcher(metadata).replaceAll("$1" + DateTimeFormatter.ISO_INSTANT.format(at) + "$3");
        PDMetadata replacement = new PDMetadata(document);
        replacement.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(replacement);
    }
}
