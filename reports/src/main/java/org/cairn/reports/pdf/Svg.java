package org.cairn.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// A drawing of rectangles, lines and short labels. Only our own figures go into it; sizes are in points.
final class Svg {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private final double width;
    private final double height;
    private final List<Shape> shapes = new ArrayList<>();

    private sealed interface Shape {
        record Rectangle(double x, double y, double width, double height, String fill, String stroke)
                implements Shape {}

        record Line(double fromX, double fromY, double toX, double toY, String stroke) implements Shape {}

        record Label(double x, double y, String text, String family, String fill) implements Shape {}
    }

    Svg(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /// @param fill   as `rrggbb`
    /// @param stroke as `rrggbb`
    Svg rectangle(double x, double y, double w, double h, String fill, String stroke) {
        shapes.add(new Shape.Rectangle(x, y, w, h, fill, stroke));
        return this;
    }

    Svg line(double fromX, double fromY, double toX, double toY, String stroke) {
        shapes.add(new Shape.Line(fromX, fromY, toX, toY, stroke));
        return this;
    }

    /// @param family `text` or `mono`
    Svg label(double x, double y, String text, String family, String fill) {
        shapes.add(new Shape.Label(x, y, text, family, fill));
        return this;
    }

    Element element(Document document, String alternative) {
        Element svg = document.createElementNS(NAMESPACE, "svg");
        svg.setAttribute("width", number(width) + "pt");
        svg.setAttribute("height", number(height) + "pt");
        svg.setAttribute("viewBox", "0 0 " + number(width) + " " + number(height));
        svg.setAttribute("style", "width: " + number(width) + "pt; height: " + number(height) + "pt");
        svg.setAttribute("alt", alternative);
        svg.setAttribute("title", alternative);
        shapes.forEach(shape -> svg.appendChild(element(document, shape)));
        return svg;
    }

    private static Element element(Document document, Shape shape) {
        return switch (shape) {
            case Shape.Rectangle(var x, var y, var w, var h, var fill, var stroke) -> {
                Element rect = document.createElementNS(NAMESPACE, "rect");
                set(rect, "x", x, "y", y, "width", w, "height", h);
                rect.setAttribute("fill", "#" + fill);
                if (!stroke.equals(fill)) {
                    rect.setAttribute("stroke", "#" + stroke);
                    rect.setAttribute("stroke-width", "0.5");
                }
                yield rect;
            }
            case Shape.Line(var fromX, var fromY, var toX, var toY, var stroke) -> {
                Element line = document.createElementNS(NAMESPACE, "line");
                set(line, "x1", fromX, "y1", fromY, "x2", toX, "y2", toY);
                line.setAttribute("stroke", "#" + stroke);
                line.setAttribute("stroke-width", "0.5");
                yield line;
            }
            case Shape.Label(var x, var y, var text, var family, var fill) -> {
                Element label = document.createElementNS(NAMESPACE, "text");
                set(label, "x", x, "y", y, "font-size", 7);
                label.setAttribute("font-family", family);
                label.setAttribute("fill", "#" + fill);
                label.appendChild(document.createTextNode(text));
                yield label;
            }
        };
    }

    private static void set(Element element, Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            element.setAttribute((String) namesAndValues[i], number(((Number) namesAndValues[i + 1]).doubleValue()));
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
