package org.cairn.reports.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.cairn.causality.picture.SvgPicture;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// A part of a picture of causes on a sheet that lies on its side, or beside text.
/// @param left, top, width, height the part, in the picture's own pixels
/// @param room what it may take up, in points
record PrintedPicture(SvgPicture picture, double left, double top, double width, double height, Room room) {
    record Room(double width, double height) {}

    /// What a sheet holds, in points: A4 on its side within its margins, less a heading.
    private static final Room SHEET = new Room(740, 400);

    /// What an upright page has between its margins, and less than half of its height.
    private static final Room IN_TEXT = new Room(480, 300);

    /// Pixels of the picture on one sheet of details: words of 12 pixels are then printed at 6 points or more.
    private static final double DETAIL_WIDTH = 1_480;

    private static final double DETAIL_HEIGHT = 800;

    /// What two sheets of details share, so that nothing is cut on both.
    private static final double SHARED = 120;

    /// The whole picture on one sheet.
    static PrintedPicture whole(SvgPicture picture) {
        return new PrintedPicture(picture, 0, 0, picture.width(), picture.height(), SHEET);
    }

    /// The whole picture between paragraphs.
    static PrintedPicture inText(SvgPicture picture) {
        return new PrintedPicture(picture, 0, 0, picture.width(), picture.height(), IN_TEXT);
    }

    /// Its parts, each on a sheet, from left to right and down; none where the whole can be read as it is.
    static List<PrintedPicture> details(SvgPicture picture) {
        List<PrintedPicture> parts = new ArrayList<>();
        if (picture.width() <= DETAIL_WIDTH && picture.height() <= DETAIL_HEIGHT) {
            return parts;
        }
        for (double top = 0; top == 0 || top < picture.height() - SHARED; top += DETAIL_HEIGHT - SHARED) {
            for (double left = 0; left == 0 || left < picture.width() - SHARED; left += DETAIL_WIDTH - SHARED) {
                parts.add(new PrintedPicture(picture, left, top, DETAIL_WIDTH, DETAIL_HEIGHT, SHEET));
            }
        }
        return parts;
    }

    Element element(Document document, PrintableText printable, String alternative) {
        Element svg = (Element) document.importNode(drawn(printable), true);
        double scale = Math.min(room.width() / width, room.height() / height);
        String size = "width: " + number(width * scale) + "pt; height: " + number(height * scale) + "pt";
        svg.setAttribute("width", number(width * scale) + "pt");
        svg.setAttribute("height", number(height * scale) + "pt");
        svg.setAttribute("style", size);
        svg.setAttribute("viewBox", number(left) + " " + number(top) + " " + number(width) + " " + number(height));
        svg.setAttribute("alt", alternative);
        svg.setAttribute("title", alternative);
        return svg;
    }

    /// What we wrote ourselves a moment ago; still, no document type and nothing outside is read.
    private Element drawn(PrintableText printable) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            byte[] svg = picture.bytes("text", printable::line).toByteArray();
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("a picture that was just written cannot be read", e);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
