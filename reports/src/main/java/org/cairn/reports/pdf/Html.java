package org.cairn.reports.pdf;

import java.util.List;
import org.cairn.reports.pack.Mark;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Writes one element of the report's document tree. The only way for text to get into the report: as text, made
/// printable, never as markup.
final class Html {
    private final Element element;
    private final PrintableText printable;

    Html(Element element, PrintableText printable) {
        this.element = element;
        this.printable = printable;
    }

    /// Appends an element and returns it.
    Html add(Tag tag, Look look) {
        Element child = document().createElement(tag.elementName());
        if (look != Look.PLAIN) {
            child.setAttribute("class", look.cssClass());
        }
        element.appendChild(child);
        return new Html(child, printable);
    }

    Html add(Tag tag) {
        return add(tag, Look.PLAIN);
    }

    /// Appends an element that holds one line of text.
    Html say(Tag tag, Look look, String text) {
        add(tag, look).text(text);
        return this;
    }

    Html say(Tag tag, String text) {
        return say(tag, Look.PLAIN, text);
    }

    Html text(String text) {
        element.appendChild(document().createTextNode(printable.line(text)));
        return this;
    }

    /// Appends text that keeps its line ends.
    Html lines(String text) {
        boolean first = true;
        for (String line : printable.lines(text).split("\n", -1)) {
            if (!first) {
                element.appendChild(document().createElement("br"));
            }
            element.appendChild(document().createTextNode(line));
            first = false;
        }
        return this;
    }

    Html id(String anchor) {
        element.setAttribute("id", anchor);
        return this;
    }

    /// Appends a link inside the report.
    /// @param title what the link leads to (PDF/UA-1 asks for it)
    Html link(String anchor, String text, String title) {
        Element link = document().createElement("a");
        link.setAttribute("href", "#" + anchor);
        link.setAttribute("title", printable.line(title));
        link.appendChild(document().createTextNode(printable.line(text)));
        element.appendChild(link);
        return this;
    }

    /// Appends shape and word of a status.
    Html mark(Mark mark, String word) {
        Html span = add(Tag.SPAN, Look.MARK);
        span.element.setAttribute("style", "color: #" + mark.colour());
        span.say(Tag.SPAN, Look.SHAPE, mark.shape());
        span.text(" " + word);
        return this;
    }

    /// Appends a drawing; screen readers say `alternative`.
    Html drawing(Svg drawing, String alternative) {
        element.appendChild(drawing.element(document(), printable.line(alternative)));
        return this;
    }

    /// Appends a part of a picture of causes, as large as fits into `width` by `height` points; screen readers say
    /// `alternative`.
    Html picture(PrintedPicture picture, String alternative) {
        element.appendChild(picture.element(document(), printable, alternative));
        return this;
    }

    /// Appends a table with a head row that repeats on every page, and returns its body.
    Html table(Look look, List<Column> columns) {
        Html table = add(Tag.TABLE, look);
        Html widths = table.add(Tag.COLGROUP);
        Html head = table.add(Tag.THEAD).add(Tag.TR);
        for (Column column : columns) {
            widths.add(Tag.COL).element.setAttribute("style", "width: " + column.width() + "%");
            head.add(Tag.TH, column.align() == Column.Align.NUMBER ? Look.RIGHT : Look.PLAIN)
                    .scope("col")
                    .text(column.title());
        }
        return table.add(Tag.TBODY);
    }

    /// Appends a block that a page break does not cut.
    Html keep() {
        return add(Tag.DIV, Look.ENTRY);
    }

    Html scope(String scope) {
        element.setAttribute("scope", scope);
        return this;
    }

    Html spanning(int columns) {
        element.setAttribute("colspan", Integer.toString(columns));
        return this;
    }

    private Document document() {
        return element.getOwnerDocument();
    }
}
