package org.cairn.reports.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.cairn.reports.pack.Cover;
import org.cairn.reports.pack.PackException;
import org.cairn.reports.pack.Wording;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Puts a document together as one tree: head, running lines, cover, contents, numbered sections.
record ReportTree(PrintableText printable, String styleSheet, Writing writing, Paper paper) {
    /// Characters that fit into one line of contents or bookmarks.
    private static final int SHORT = 80;

    Document build() throws PackException {
        Document document = emptyDocument();
        Element root = child(document, document, "html");
        root.setAttribute("lang", writing.words().code());
        List<Section> sections = paper.sections();
        head(document, child(document, root, "head"), sections);
        Html body = new Html(child(document, root, "body"), printable);
        runningLines(body);
        paper.cover(body);
        contents(body, sections);
        int number = 1;
        for (Section section : sections) {
            Html into = switch (section.sheet()) {
                case PORTRAIT -> body.add(Tag.DIV, Look.SECTION);
                case LANDSCAPE -> body.add(Tag.DIV, Look.WIDE_SECTION);
                case SAME -> body.add(Tag.DIV, Look.FLOWING_SECTION);
            };
            into.add(Tag.H2)
                    .id(section.anchor())
                    .say(Tag.SPAN, Look.NUMBER, Integer.toString(number++))
                    .text(" " + title(section));
            section.write(into);
        }
        dropDeadLinks(document);
        return document;
    }

    /// A shorter report names things that only the full one has a place for: the words stay, the links go.
    private static void dropDeadLinks(Document document) {
        Set<String> places = new HashSet<>();
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            places.add(((Element) all.item(i)).getAttribute("id"));
        }
        NodeList links = document.getElementsByTagName("a");
        for (int i = links.getLength() - 1; i >= 0; i--) {
            Element link = (Element) links.item(i);
            if (!places.contains(link.getAttribute("href").substring(1))) {
                link.getParentNode().replaceChild(document.createTextNode(link.getTextContent()), link);
            }
        }
    }

    private String title(Section section) {
        return writing.text("section." + section.anchor());
    }

    private void head(Document document, Element head, List<Section> sections) {
        Cover cover = writing.model().cover();
        child(document, head, "title").setTextContent(printable.line(paper.title()));
        meta(document, head, "author", cover.issuer().name());
        meta(document, head, "subject", paper.subject());
        meta(document, head, "description", paper.description());
        child(document, head, "style").setTextContent(styleSheet);
        Element bookmarks = child(document, head, "bookmarks");
        int number = 1;
        for (Section section : sections) {
            Element bookmark = bookmark(document, bookmarks, section.anchor(), number++ + " " + title(section));
            section.places()
                    .forEach(place ->
                            bookmark(document, bookmark, place.anchor(), Wording.shortened(place.title(), SHORT)));
        }
    }

    private void meta(Document document, Element head, String name, String content) {
        Element meta = child(document, head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", printable.line(content));
    }

    private Element bookmark(Document document, Element parent, String anchor, String title) {
        Element bookmark = child(document, parent, "bookmark");
        bookmark.setAttribute("name", printable.line(title));
        bookmark.setAttribute("href", "#" + anchor);
        return bookmark;
    }

    private void runningLines(Html body) {
        Cover cover = writing.model().cover();
        EmptyPaper.running(body, paper.header(), cover.packId(), writing.text("footer"));
    }

    private void contents(Html body, List<Section> sections) {
        Html contents = body.add(Tag.DIV);
        contents.say(Tag.H2, writing.text("contents"));
        paper.callout().ifPresent(said -> contents.say(Tag.P, Look.CALLOUT, said));
        int number = 1;
        for (Section section : sections) {
            String title = number++ + "\u2002" + title(section);
            contents.add(Tag.DIV, Look.CONTENTS_LINE).link(section.anchor(), title, title);
            section.places()
                    .forEach(place -> contents.add(Tag.DIV, Look.CONTENTS_SUB)
                            .link(place.anchor(), Wording.shortened(place.title(), SHORT), place.title()));
        }
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
