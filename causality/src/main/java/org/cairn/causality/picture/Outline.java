package org.cairn.causality.picture;

import java.util.List;
import org.cairn.causality.Result;

/// The shapes of boxes and lines, so that every drawing has the same.
public final class Outline {
    private static final double EAR = 12;

    private Outline() {}

    /// The corners of a box: a process is a rectangle, a file a page with its corner turned down, a connection a
    /// hexagon.
    /// @param shift to the right and down
    public static List<Drawing.Point> of(Drawing.Shape shape, double shift) {
        double left = shape.x() + shift;
        double top = shape.y() + shift;
        double right = left + shape.width();
        double bottom = top + shape.height();
        double middle = (top + bottom) / 2;
        return switch (shape.box().kind()) {
            case PROCESS, MIXED -> List.of(at(left, top), at(right, top), at(right, bottom), at(left, bottom));
            case FILE ->
                List.of(at(left, top), at(right - EAR, top), at(right, top + EAR), at(right, bottom), at(left, bottom));
            case NETWORK ->
                List.of(
                        at(left + EAR, top),
                        at(right - EAR, top),
                        at(right, middle),
                        at(right - EAR, bottom),
                        at(left + EAR, bottom),
                        at(left, middle));
        };
    }

    /// The turned corner of a file; empty for others.
    public static List<Drawing.Point> ear(Drawing.Shape shape) {
        double right = shape.x() + shape.width();
        return shape.box().kind() == Box.Kind.FILE
                ? List.of(at(right - EAR, shape.y()), at(right - EAR, shape.y() + EAR), at(right, shape.y() + EAR))
                : List.of();
    }

    /// The head of an arrow that ends where `points` end.
    public static List<Drawing.Point> head(List<Drawing.Point> points, double size) {
        Drawing.Point tip = points.getLast();
        Drawing.Point along = direction(points);
        double x = tip.x() - size * along.x();
        double y = tip.y() - size * along.y();
        double half = size * 0.5;
        return List.of(
                tip, at(x - half * along.y(), y + half * along.x()), at(x + half * along.y(), y - half * along.x()));
    }

    /// Two strokes across a line near its end, from first to second and from third to fourth: it did not get through.
    public static List<Drawing.Point> cross(List<Drawing.Point> points) {
        Drawing.Point tip = points.getLast();
        Drawing.Point along = direction(points);
        double x = tip.x() - 15 * along.x();
        double y = tip.y() - 15 * along.y();
        return List.of(at(x - 5, y - 5), at(x + 5, y + 5), at(x - 5, y + 5), at(x + 5, y - 5));
    }

    private static Drawing.Point direction(List<Drawing.Point> points) {
        Drawing.Point tip = points.getLast();
        Drawing.Point before = points.get(points.size() - 2);
        double length = Math.hypot(tip.x() - before.x(), tip.y() - before.y());
        return length == 0 ? at(1, 0) : at((tip.x() - before.x()) / length, (tip.y() - before.y()) / length);
    }

    /// Lengths of strokes and gaps; empty for a solid line.
    public static List<Double> dashes(Result result) {
        return switch (result) {
            case SUCCEEDED -> List.of();
            case ATTEMPTED -> List.of(9.0, 5.0);
            case FAILED -> List.of(2.0, 4.0);
        };
    }

    private static Drawing.Point at(double x, double y) {
        return new Drawing.Point(x, y);
    }
}
