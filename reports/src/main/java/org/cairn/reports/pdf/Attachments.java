package org.cairn.reports.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.cairn.reports.pack.PackContent;

/// Puts files into a document, each with what it is to the document (ISO 19005-3, 6.8; ISO 32000-1, 7.11).
final class Attachments {
    /// A report is opened by people: what would make it slow to open stays in the pack alone.
    private static final int MOST_BYTES = 16 << 20;

    private Attachments() {}

    /// Those that together are small enough to be carried, in the order given.
    static List<PackContent.Document> carried(List<PackContent.Document> documents) {
        long all = documents.stream()
                .mapToLong(document -> document.content().size())
                .sum();
        return all <= MOST_BYTES ? documents : List.of();
    }

    static void add(PDDocument document, List<PackContent.Document> files, Instant issuedAt) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        calendar.setTimeInMillis(issuedAt.truncatedTo(ChronoUnit.SECONDS).toEpochMilli());
        Map<String, PDComplexFileSpecification> named = new TreeMap<>();
        COSArray associated = new COSArray();
        for (PackContent.Document file : files) {
            PDComplexFileSpecification specification = specification(document, file, calendar);
            named.put(specification.getFile(), specification);
            associated.add(specification);
        }
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(named);
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.AF, associated);
    }

    private static PDComplexFileSpecification specification(
            PDDocument document, PackContent.Document file, Calendar calendar) throws IOException {
        byte[] content = file.content().toByteArray();
        PDEmbeddedFile embedded = new PDEmbeddedFile(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
        embedded.setSubtype("application/json");
        embedded.setSize(content.length);
        embedded.setModDate(calendar);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setFileDescription(file.title());
        specification.setEmbeddedFile(embedded);
        specification.setEmbeddedFileUnicode(embedded);
        specification.getCOSObject().setItem(COSName.AF_RELATIONSHIP, COSName.getPDFName("Data"));
        return specification;
    }
}
