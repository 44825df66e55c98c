package org.cairn.causality.picture;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.cairn.proof.Bytes;

/// A drawing as one SVG file: no style sheet, no script, nothing fetched. Every box and arrow has a title with the raw
/// records behind it. The same drawing gives the same bytes.
/// @param title  what the picture answers
/// @param legend what the lines mean
/// @param notes  what it leaves out, and what the record cannot speak about
public record SvgPicture(Drawing drawing, String title, Legend legend, List<String> notes) {
    private static final String FONTS = "Noto Sans, Inter, Helvetica, Arial, DejaVu Sans, sans-serif";
    private static final double MARGIN = 24;
    private static final double NARROWEST = 960;
    private static final double TITLE = 18;

    /// The same lines as in the drawing, with what they mean.
    public record Legend(String succeeded, String attempted, String failed, String inferred, String undrawn) {
        public static final Legend ENGLISH = new Legend(
                "succeeded",
                "attempted, outcome not proven",
                "failed",
                "inferred: no record states it",
                "things are further off and not drawn");

        public static final Legend GERMAN = new Legend(
                "gelungen",
                "versucht, Ausgang nicht bewiesen",
                "misslungen",
                "erschlossen: kein Datensatz sagt es",
                "Dinge sind weiter entfernt und nicht gezeichnet");
    }

    public SvgPicture {
        title = VisibleName.of(title);
        List<String> all = new ArrayList<>();
        if (drawing.undrawn() > 0) {
            all.add(drawing.undrawn() + " " + legend.undrawn());
        }
        notes.forEach(note -> all.add(VisibleName.of(note)));
        notes = List.copyOf(all);
    }

    public Bytes bytes() {
        return bytes(FONTS, words -> words);
    }

    /// @param fonts     families to draw with, the first that is there
    /// @param printable makes words such that they can be drawn with them
    public Bytes bytes(String fonts, UnaryOperator<String> printable) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            write(new SvgPen(xml, fonts, printable));
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a picture in memory cannot be written", e);
        }
        return Bytes.copyOf(bytes.toByteArray());
    }

    /// In pixels.
    public double width() {
        return Math.max(NARROWEST, drawing.width() + 2 * MARGIN);
    }

    /// In pixels.
    public double height() {
        return foot() + (lines().size() + 1) * Drawing.LINE_HEIGHT + MARGIN;
    }

    private double foot() {
        return MARGIN + TITLE + 12 + drawing.height() + 30;
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        notes.forEach(note -> lines.addAll(TextSize.wrapped(note, Drawing.TYPE, width() - 2 * MARGIN)));
        return lines;
    }

    private void write(SvgPen pen) throws XMLStreamException {
        pen.begin(width(), height(), title);
        pen.text(MARGIN, MARGIN + TITLE, title, TITLE, SvgPen.INK, "bold");
        pen.beginGroup(MARGIN, MARGIN + TITLE + 12);
        for (Drawing.Line line : drawing.lines()) {
            pen.line(line);
        }
        for (Drawing.Shape shape : drawing.shapes()) {
            pen.shape(shape);
        }
        for (Drawing.Line line : drawing.lines()) {
            pen.label(line);
        }
        pen.end();
        pen.legend(MARGIN, foot(), legend);
        double y = foot() + 1.5 * Drawing.LINE_HEIGHT;
        for (String line : lines()) {
            pen.text(MARGIN, y, line, Drawing.TYPE, SvgPen.QUIET, "normal");
            y += Drawing.LINE_HEIGHT;
        }
        pen.end();
    }
}
