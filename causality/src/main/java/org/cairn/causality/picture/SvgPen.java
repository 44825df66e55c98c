package org.cairn.causality.picture;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.cairn.causality.Basis;
import org.cairn.causality.Result;

/// Draws with elements of SVG 1.1. Kinds differ in shape, results in dash and word, so that nothing hangs on colour.
final class SvgPen {
    static final String INK = "#1b1f24";
    static final String QUIET = "#4a525c";
    private static final String LOUD = "#b3161b";
    private static final String DOUBT = "#8a5a00";
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final double HEAD = 9;

    private final XMLStreamWriter xml;
    private final String fonts;
    private final UnaryOperator<String> printable;

    SvgPen(XMLStreamWriter xml, String fonts, UnaryOperator<String> printable) {
        this.xml = xml;
        this.fonts = fonts;
        this.printable = printable;
    }

    void begin(double width, double height, String title) throws XMLStreamException {
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace(NAMESPACE);
        set("width", number(width), "height", number(height));
        set("viewBox", "0 0 " + number(width) + " " + number(height), "font-family", fonts, "role", "img");
        title(title);
        xml.writeEmptyElement("rect");
        set("width", number(width), "height", number(height), "fill", "#ffffff");
    }

    void beginGroup(double x, double y) throws XMLStreamException {
        xml.writeStartElement("g");
        set("transform", "translate(" + number(x) + " " + number(y) + ")");
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    void text(double x, double y, String text, double size, String colour, String weight) throws XMLStreamException {
        xml.writeStartElement("text");
        set("x", number(x), "y", number(y), "font-size", number(size), "fill", colour, "font-weight", weight);
        xml.writeCharacters(printable.apply(text));
        end();
    }

    void shape(Drawing.Shape shape) throws XMLStreamException {
        Box box = shape.box();
        xml.writeStartElement("g");
        title(shape.detail());
        if (box.fold().isPresent()) {
            polygon(Outline.of(shape, 4), "#ffffff", QUIET, 1);
        }
        String stroke = box.diverging() ? LOUD : INK;
        polygon(Outline.of(shape, 0), fill(box), stroke, box.diverging() || box.meant() ? 3 : 1);
        if (!Outline.ear(shape).isEmpty()) {
            polygon(Outline.ear(shape), "#ffffff", stroke, 1);
        }
        double left = shape.x() + Drawing.PADDING + (box.kind() == Box.Kind.NETWORK ? 8 : 0);
        double y = shape.y() + Drawing.PADDING + Drawing.TYPE;
        for (int i = 0; i < shape.lines().size(); i++) {
            String weight = i == 0 && (box.meant() || box.diverging()) ? "bold" : "normal";
            String line = shape.lines().get(i);
            text(left, y, line, i == 0 ? Drawing.TYPE - 1 : Drawing.TYPE, i == 0 ? QUIET : INK, weight);
            y += Drawing.LINE_HEIGHT;
        }
        end();
    }

    private static String fill(Box box) {
        return switch (box.kind()) {
            case PROCESS -> "#eaf1fb";
            case FILE -> "#fdf6e3";
            case NETWORK -> "#e9f6ec";
            case MIXED -> "#f1f1f1";
        };
    }

    void line(Drawing.Line line) throws XMLStreamException {
        Arrow arrow = line.arrow();
        xml.writeStartElement("g");
        title(line.detail());
        stroke(line.points(), arrow.result(), arrow.basis(), colour(arrow), arrow.diverging() ? 3.5 : 1.4);
        end();
    }

    private void stroke(List<Drawing.Point> points, Result result, Basis basis, String colour, double width)
            throws XMLStreamException {
        xml.writeEmptyElement("polyline");
        set("points", points(points), "fill", "none", "stroke", colour, "stroke-width", number(width));
        if (!Outline.dashes(result).isEmpty()) {
            String dashes = Outline.dashes(result).stream().map(SvgPen::number).collect(Collectors.joining(" "));
            set("stroke-dasharray", dashes);
        }
        String head = basis == Basis.INFERRED ? "#ffffff" : colour;
        polygon(Outline.head(points, HEAD + width), head, colour, 1.2);
        if (result == Result.FAILED) {
            List<Drawing.Point> cross = Outline.cross(points);
            bar(cross.subList(0, 2), colour);
            bar(cross.subList(2, 4), colour);
        }
    }

    private void bar(List<Drawing.Point> ends, String colour) throws XMLStreamException {
        xml.writeEmptyElement("polyline");
        set("points", points(ends), "fill", "none", "stroke", colour, "stroke-width", "2");
    }

    private static String colour(Arrow arrow) {
        return arrow.diverging()
                ? LOUD
                : switch (arrow.result()) {
                    case SUCCEEDED -> QUIET;
                    case ATTEMPTED -> DOUBT;
                    case FAILED -> LOUD;
                };
    }

    /// On a ground of its own, so that no line runs through the words.
    void label(Drawing.Line line) throws XMLStreamException {
        Drawing.Label label = line.label();
        xml.writeStartElement("g");
        title(line.detail());
        xml.writeEmptyElement("rect");
        set("x", number(label.x()), "y", number(label.y()), "width", number(label.width()));
        set("height", number(label.height()), "fill", "#ffffff");
        String colour = colour(line.arrow());
        for (int i = 0; i < label.lines().size(); i++) {
            double y = label.y() + Drawing.TYPE + i * Drawing.LINE_HEIGHT;
            String weight = i == 0 && line.arrow().diverging() ? "bold" : "normal";
            text(label.x() + 3, y, label.lines().get(i), Drawing.TYPE - 1, colour, weight);
        }
        end();
    }

    void legend(double x, double y, SvgPicture.Legend legend) throws XMLStreamException {
        double at = legend(x, y, Result.SUCCEEDED, Basis.RECORDED, legend.succeeded());
        at = legend(at, y, Result.ATTEMPTED, Basis.RECORDED, legend.attempted());
        at = legend(at, y, Result.FAILED, Basis.RECORDED, legend.failed());
        legend(at, y, Result.SUCCEEDED, Basis.INFERRED, legend.inferred());
    }

    private double legend(double x, double y, Result result, Basis basis, String words) throws XMLStreamException {
        List<Drawing.Point> points = List.of(new Drawing.Point(x, y - 4), new Drawing.Point(x + 48, y - 4));
        stroke(points, result, basis, QUIET, 1.4);
        text(x + 56, y, words, Drawing.TYPE - 1, QUIET, "normal");
        return x + 56 + TextSize.width(words, Drawing.TYPE - 1) + 20;
    }

    private void polygon(List<Drawing.Point> points, String fill, String stroke, double width)
            throws XMLStreamException {
        xml.writeEmptyElement("polygon");
        set("points", points(points), "fill", fill, "stroke", stroke, "stroke-width", number(width));
    }

    private void title(String text) throws XMLStreamException {
        xml.writeStartElement("title");
        xml.writeCharacters(text);
        end();
    }

    private void set(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    private static String points(List<Drawing.Point> points) {
        return points.stream().map(p -> number(p.x()) + "," + number(p.y())).collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
