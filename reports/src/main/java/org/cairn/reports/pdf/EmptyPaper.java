package org.cairn.reports.pdf;

import java.io.IOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// A document with its head and an empty body, in the report's looks.
final class EmptyPaper {
    private EmptyPaper() {}

    /// @param code of the language
    static Document of(String code, String title, String author, String description) throws IOException {
        Document document = emptyDocument();
        Element root = child(document, document, "html");
        root.setAttribute("lang", code);
        Element head = child(document, root, "head");
        child(document, head, "title").setTextContent(title);
        meta(document, head, "author", author);
        meta(document, head, "subject", title);
        meta(document, head, "description", description);
        child(document, head, "style").setTextContent(StyleSheet.plain());
        child(document, root, "body");
        return document;
    }

    static Html body(Document document, PrintableText printable) {
        return new Html((Element) document.getDocumentElement().getLastChild(), printable);
    }

    /// Above and below every page, with its number.
    /// @param left  above, as `right`
    /// @param below at its foot
    static void running(Html body, String left, String right, String below) {
        Html top = body.add(Tag.DIV, Look.RUNNING_HEADER).add(Tag.TABLE).add(Tag.TR);
        top.say(Tag.TD, Look.LEFT, left);
        top.say(Tag.TD, Look.RIGHT, right);
        Html bottom = body.add(Tag.DIV, Look.RUNNING_FOOTER).add(Tag.TABLE).add(Tag.TR);
        bottom.say(Tag.TD, Look.LEFT, below);
        bottom.add(Tag.TD, Look.RIGHT).add(Tag.SPAN, Look.PAGE_NUMBER).text(" ");
    }

    private static void meta(Document document, Element head, String name, String content) {
        Element meta = child(document, head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    private static Element child(Document document, org.w3c.dom.Node parent, String name) {
        Element child = document.createElement(name);
        parent.appendChild(child);
        return child;
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK builds documents", e);
        }
    }
}
