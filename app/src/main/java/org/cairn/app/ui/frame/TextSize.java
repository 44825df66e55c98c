package org.cairn.app.ui.frame;

import java.util.Optional;
import java.util.stream.Stream;

/// How large everything in the window is drawn, words above all. The screen's own scale comes on top.
public enum TextSize {
    USUAL(100),
    LARGER(125),
    LARGE(150),
    LARGEST(175);

    private final int percent;

    TextSize(int percent) {
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }

    public double factor() {
        return percent / 100.0;
    }

    /// The next one up, or the same where there is none.
    public TextSize up() {
        return Stream.of(values())
                .filter(size -> size.percent > percent)
                .findFirst()
                .orElse(this);
    }

    /// The next one down, or the same where there is none.
    public TextSize down() {
        return Stream.of(values())
                .filter(size -> size.percent < percent)
                .reduce((_, last) -> last)
                .orElse(this);
    }

    /// As settings keep it.
    public static Optional<TextSize> ofPercent(String percent) {
        return Stream.of(values())
                .filter(size -> Integer.toString(size.percent).equals(percent.strip()))
                .findFirst();
    }
}
