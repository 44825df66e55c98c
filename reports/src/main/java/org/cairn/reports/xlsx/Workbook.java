package org.cairn.reports.xlsx;

import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.Cover;
import org.cairn.reports.pack.PackException;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.ReportWords;
import org.cairn.reports.pack.Statement;
import org.cairn.reports.pack.VisibleText;
import org.cairn.reports.pack.Wording;

/// Writes the workbook, not yet signed. The same model gives the same bytes.
public final class Workbook {
    private Workbook() {}

    public static Bytes render(PackModel model) throws PackException {
        return render(model, Optional.empty());
    }

    /// With a sheet for the statement of applicability, where there is one.
    public static Bytes render(PackModel model, Optional<Statement> statement) throws PackException {
        ReportWords words = ReportWords.in(model.language());
        try (StreamedWorkbook workbook = new StreamedWorkbook()) {
            SheetWriter writer =
                    new SheetWriter(workbook, new Styles(workbook.getXSSFWorkbook(), words), new CellText(words));
            String footer = named(model.cover());
            Tables tables = new Tables(model, words, new Wording(words, model));
            SummarySheet.write(model, words, writer);
            List.of(
                            tables.controls(),
                            tables.requirements(),
                            tables.mapping(),
                            new EvidenceTable(tables).table(),
                            new DatesTable(tables).table(),
                            tables.ledger())
                    .forEach(table -> writer.write(table, footer));
            if (!model.followUps().isEmpty()) {
                writer.write(new FollowUpTable(tables).table(), footer);
            }
            if (!model.register().isEmpty()) {
                writer.write(new RegisterTable(tables).table(), footer);
            }
            statement.ifPresent(given -> writer.write(new StatementTable(tables, given).table(), footer));
            describe(workbook.getXSSFWorkbook(), model.cover(), words);
            Blocks out = new Blocks();
            workbook.writeTo(out);
            return withTimes(out.drain(), model.cover().issuedAt());
        } catch (IOException e) {
            throw new PackException(
                    "workbook.xlsx of pack " + model.cover().packId() + " could not be written: " + e.getMessage(), e);
        }
    }

    /// The pack and whose it is; the name of a sample says that it is one. Properties and footers hold only what XML
    /// can.
    static String named(Cover cover) {
        return cover.packId() + " · " + VisibleText.of(cover.organisation(), _ -> true);
    }

    private static void describe(XSSFWorkbook workbook, Cover cover, ReportWords words) {
        Optional<Date> issued = Optional.of(Date.from(cover.issuedAt()));
        POIXMLProperties.CoreProperties properties = workbook.getProperties().getCoreProperties();
        properties.setCreator("Cairn");
        properties.setTitle(named(cover));
        properties.getUnderlyingProperties().setLanguageProperty(words.code());
        properties.setCreated(issued);
        properties.setModified(issued);
        workbook.getProperties().getExtendedProperties().setApplication("Cairn");
    }

    /// The zip with every entry's time set.
    static Bytes withTimes(byte[] zip, Instant at) throws IOException {
        PackedTimes.set(zip, at);
        return Bytes.copyOf(zip);
    }
}
