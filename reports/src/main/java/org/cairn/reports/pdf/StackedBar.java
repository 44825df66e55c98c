package org.cairn.reports.pdf;

import java.util.List;
import org.cairn.reports.pack.Mark;

/// One normalised bar: how a whole divides into statuses. Each part carries its shape and count where it is wide
/// enough;
/// the legend beside the drawing names every part in words.
final class StackedBar {
    private static final double HEIGHT = 16;
    private static final double HATCH_STEP = 3.5;
    private static final double LABEL_WIDTH = 26;
    private static final String RULE = "7d8894";

    record Part(Mark mark, int count) {}

    private StackedBar() {}

    /// @param width of the whole bar in points
    static Svg draw(List<Part> parts, double width) {
        Svg svg = new Svg(width + 1, HEIGHT + 1);
        int total = parts.stream().mapToInt(Part::count).sum();
        double x = 0.5;
        for (Part part : parts) {
            double partWidth = total == 0 ? 0 : width * part.count() / total;
            if (partWidth > 0) {
                drawPart(svg, part, x, partWidth);
            }
            x += partWidth;
        }
        if (total == 0) {
            svg.rectangle(0.5, 0.5, width, HEIGHT, "ffffff", RULE);
        }
        return svg;
    }

    private static void drawPart(Svg svg, Part part, double x, double width) {
        svg.rectangle(
                x, 0.5, width, HEIGHT, part.mark().fill(), part.mark().fill().equals("ffffff") ? RULE : "ffffff");
        boolean labelled = width >= LABEL_WIDTH;
        if (part.mark().hatched()) {
            hatch(svg, x, width, labelled ? LABEL_WIDTH : 0);
        }
        if (labelled) {
            String ink = part.mark().ink();
            svg.label(x + 4, HEIGHT / 2 + 3, part.mark().shape(), "mono", ink);
            svg.label(x + 10.5, HEIGHT / 2 + 3, Integer.toString(part.count()), "text", ink);
        }
    }

    /// Diagonal lines, cut at the part's edges and left out where the label stands.
    private static void hatch(Svg svg, double x, double width, double leaveOut) {
        double left = x + leaveOut;
        double right = x + width;
        for (double start = left; start < right + HEIGHT; start += HATCH_STEP) {
            double topX = Math.min(start, right);
            double bottomX = Math.max(start - HEIGHT, left);
            if (topX > bottomX) {
                svg.line(topX, 0.5 + (start - topX), bottomX, 0.5 + (start - bottomX), "7a5600");
            }
        }
    }
}
