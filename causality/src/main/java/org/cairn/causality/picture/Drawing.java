package org.cairn.causality.picture;

import java.util.List;

/// A picture with everything in its place; lengths in pixels, from the top left.
/// @param undrawn things that no box stands for
public record Drawing(double width, double height, List<Shape> shapes, List<Line> lines, int undrawn) {
    /// The size of the words, and of a line of them.
    public static final double TYPE = 12;

    public static final double LINE_HEIGHT = 16;
    public static final double PADDING = 10;

    public Drawing {
        shapes = List.copyOf(shapes);
        lines = List.copyOf(lines);
    }

    public record Point(double x, double y) {}

    /// @param lines  the words in it, the kind of thing first
    /// @param detail in full, with references to raw records
    public record Shape(Box box, double x, double y, double width, double height, List<String> lines, String detail) {
        public Shape {
            lines = List.copyOf(lines);
        }
    }

    /// @param points from the cause's edge to the effect's; straight between them
    /// @param label  where its words stand
    public record Line(Arrow arrow, List<Point> points, Label label, String detail) {
        public Line {
            points = List.copyOf(points);
        }
    }

    public record Label(double x, double y, double width, double height, List<String> lines) {
        public Label {
            lines = List.copyOf(lines);
        }
    }
}
