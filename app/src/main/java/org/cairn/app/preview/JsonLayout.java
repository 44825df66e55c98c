package org.cairn.app.preview;

/// JSON laid out for the eye: line breaks and indentation, nothing else changed. It is not judged whether it is JSON.
final class JsonLayout {
    private static final int DEEPEST = 100;
    private static final String STEP = "  ";

    private final StringBuilder out = new StringBuilder();
    private int depth;

    private JsonLayout() {}

    static Preview.Text read(Preview.Text text) {
        JsonLayout layout = new JsonLayout();
        layout.layOut(text.content());
        return new Preview.Text(layout.out.toString(), text.encoding(), text.cut());
    }

    private void layOut(String json) {
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted) {
                out.append(c);
                if (c == '\\' && i + 1 < json.length()) {
                    i++;
                    out.append(json.charAt(i));
                } else {
                    quoted = c != '"';
                }
            } else if (c == '"') {
                quoted = true;
                out.append(c);
            } else if (!Character.isWhitespace(c)) {
                mark(c);
            }
        }
    }

    private void mark(char c) {
        switch (c) {
            case '{', '[' -> {
                out.append(c);
                depth++;
                line();
            }
            case '}', ']' -> {
                depth = Math.max(0, depth - 1);
                line();
                out.append(c);
            }
            case ',' -> {
                out.append(c);
                line();
            }
            case ':' -> out.append(": ");
            default -> out.append(c);
        }
    }

    private void line() {
        out.append('\n').append(STEP.repeat(Math.min(depth, DEEPEST)));
    }
}
