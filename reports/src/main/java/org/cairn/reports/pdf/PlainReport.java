package org.cairn.reports.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.PackException;
import org.cairn.reports.pack.ReportWords;
import org.w3c.dom.Document;

/// Renders a short report: PDF/A-3a and PDF/UA-1 by its settings, one revision, not yet signed. The same model gives
/// the same bytes.
public final class PlainReport {
    private PlainReport() {}

    public static Bytes render(PlainModel model) throws PackException {
        try {
            ReportFonts fonts = ReportFonts.load();
            PrintableText printable = PrintableText.of(fonts);
            ReportWords words = ReportWords.in(model.language());
            Document document =
                    EmptyPaper.of(words.code(), printable.line(model.title()), model.issuer(), model.lead());
            Html body = EmptyPaper.body(document, printable);
            EmptyPaper.running(body, model.organisation(), words.time(model.issuedAt()), model.footer());
            write(body, model);
            DocumentHead head = new DocumentHead(model.issuer(), model.identity(), model.issuedAt());
            return new Rendering(fonts, head).render(document);
        } catch (IOException | UncheckedIOException e) {
            throw new PackException("the report could not be laid out: " + e.getMessage(), e);
        }
    }

    private static void write(Html body, PlainModel model) {
        Html front = body.add(Tag.DIV, Look.FLOWING_SECTION);
        front.say(Tag.H1, model.title());
        front.say(Tag.P, Look.LEAD, model.lead());
        Html facts = front.add(Tag.TABLE, Look.FACTS);
        for (PlainModel.Fact fact : model.facts()) {
            Html row = facts.add(Tag.TR);
            row.add(Tag.TH).scope("row").text(fact.name());
            row.add(Tag.TD).text(fact.value());
        }
        for (PlainModel.Table table : model.tables()) {
            Html part = body.add(Tag.DIV, Look.FLOWING_SECTION);
            part.say(Tag.H2, table.title());
            part.say(Tag.P, Look.LEAD, table.lead());
            List<Column> columns = new ArrayList<>();
            for (int i = 0; i < table.heads().size(); i++) {
                columns.add(Column.text(table.widths().get(i), table.heads().get(i)));
            }
            Html rows = part.table(Look.ROWS, columns);
            for (List<String> cells : table.rows()) {
                Html row = rows.add(Tag.TR);
                cells.forEach(cell -> row.add(Tag.TD).lines(cell));
            }
        }
    }
}
