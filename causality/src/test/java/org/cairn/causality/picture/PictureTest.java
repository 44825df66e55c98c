package org.cairn.causality.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cairn.causality.Edge;
import org.cairn.causality.Recording;
import org.cairn.causality.query.Backward;
import org.cairn.causality.query.Destination;
import org.cairn.causality.query.Destinations;
import org.cairn.causality.query.Limits;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PictureTest {
    private static final String HOSTILE = "</text><script href=\"http://evil.example\"> & \u202egpj";

    private record Rectangle(String what, double x, double y, double width, double height) {
        boolean overlaps(Rectangle other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    private static List<Rectangle> rectangles(Drawing drawing) {
        List<Rectangle> all = new ArrayList<>();
        drawing.shapes()
                .forEach(is -> all.add(new Rectangle("" + is.lines(), is.x(), is.y(), is.width(), is.height())));
        drawing.lines().stream()
                .map(Drawing.Line::label)
                .forEach(is -> all.add(new Rectangle("" + is.lines(), is.x(), is.y(), is.width(), is.height())));
        return all;
    }

    private static Drawing drawing(Subject subject, LayeredLayout.Form form) {
        return LayeredLayout.of(subject, Folding.of(subject, Set.of()), new EnglishWords(), Map.of(), form);
    }

    private static Bytes svg(Subject subject) {
        Drawing drawing = drawing(subject, LayeredLayout.Form.PAGE);
        return new SvgPicture(drawing, "why " + HOSTILE, SvgPicture.Legend.ENGLISH, List.of(HOSTILE)).bytes();
    }

    private static Document parsed(Bytes svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.toByteArray()));
    }

    private static Subject scenarioA() throws Exception {
        Recording recording = Recording.of(Recording.sharedLog("audit-own/A-std.audit.log.gz"));
        Edge connect = Destinations.of(recording.graph()).stream()
                .filter(destination -> destination.endpoint().text().equals("203.0.113.50:443"))
                .map(Destination::edge)
                .findFirst()
                .orElseThrow();
        List<Edge> edges = List.copyOf(
                Backward.from(recording.graph(), connect, Limits.USUAL).edges());
        return new Subject(recording.graph(), edges, Set.of(connect.effect()), Optional.of(connect));
    }

    private static Subject everything(Recording recording) {
        return new Subject(recording.graph(), recording.graph().edges(), Set.of(), Optional.empty());
    }

    private static void nothingOverlaps(Drawing drawing) {
        List<Rectangle> all = rectangles(drawing);
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                assertFalse(all.get(i).overlaps(all.get(j)), all.get(i) + " lies on " + all.get(j));
            }
        }
    }

    @Test
    void noBoxOrLabelOfARecordedAttackLiesOnAnother() throws Exception {
        Subject subject = scenarioA();
        nothingOverlaps(drawing(subject, LayeredLayout.Form.PAGE));
        nothingOverlaps(drawing(subject, LayeredLayout.Form.STRIP));
        nothingOverlaps(drawing(
                everything(Recording.of(Recording.sharedLog("audit-own/A-std.audit.log.gz"))),
                LayeredLayout.Form.STRIP));
    }

    @Test
    void aRecordedAttackShowsItsFileItsScriptAndWhereItDiverged() throws Exception {
        String svg = new String(svg(scenarioA()).toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        for (String word :
                List.of("DIVERGES HERE", "/tmp/.cache-x/upd", "203.0.113.50:443", "restricted/patients.csv")) {
            assertTrue(svg.contains(word), word);
        }
    }

    @Test
    void theSameAnswerGivesTheSameBytes() throws Exception {
        assertEquals(svg(scenarioA()), svg(scenarioA()));
    }

    /// Two files whose names try to break out, and an end that failed.
    private static Recording hostile() throws Exception {
        StringBuilder log = new StringBuilder();
        String name = java.util.HexFormat.of()
                .withUpperCase()
                .formatHex(("/srv/" + HOSTILE + "\u0007\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (int serial = 1; serial <= 214; serial++) {
            String id = "msg=audit(1700000000." + (100 + serial) + ":" + serial + "): ";
            log.append("type=SYSCALL ")
                    .append(id)
                    .append("arch=c000003e syscall=257 success=yes exit=3 a0=ffffff9c"
                            + " a1=0 a2=80000 items=1 ppid=1 pid=7 uid=0 exe=\"/srv/app\"\n");
            log.append("type=CWD ").append(id).append("cwd=\"/\"\n");
            log.append("type=PATH ").append(id).append("item=0 name=" + name + " inode=9 dev=fe:00 nametype=NORMAL\n");
        }
        return Recording.of(log.toString());
    }

    @Test
    void hostileNamesAreShownAndNeverBecomePartOfTheDrawing() throws Exception {
        Document picture = parsed(svg(everything(hostile())));
        NodeList all = picture.getElementsByTagName("*");
        Set<String> known = Set.of("svg", "g", "title", "rect", "polygon", "polyline", "text");
        for (Element element : IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .toList()) {
            assertTrue(known.contains(element.getTagName()), element.getTagName());
            for (String reference : List.of("href", "xlink:href", "src", "style", "onload", "class")) {
                assertFalse(element.hasAttribute(reference), reference);
            }
        }
        String text = picture.getDocumentElement().getTextContent();
        assertTrue(text.contains("script href"), "the name is shown");
        assertTrue(text.contains("⟨U+202E⟩") && text.contains("⟨U+000A⟩"), "what cannot be seen is written out");
        assertFalse(text.contains("\u202e"));
    }

    @Test
    void repeatedReadsAreOneArrowWithTheirNumberAndTheirTimes() throws Exception {
        Subject subject = everything(hostile());
        Drawing drawing = drawing(subject, LayeredLayout.Form.STRIP);
        assertEquals(
                List.of(List.of("read by · 214 times", "22:13:20.101", "– 22:13:20.314")),
                drawing.lines().stream().map(line -> line.label().lines()).toList());
    }

    @Test
    void everyBoxAndEveryArrowNamesItsRawRecords() throws Exception {
        Drawing drawing = drawing(scenarioA(), LayeredLayout.Form.STRIP);
        drawing.shapes().forEach(shape -> assertTrue(shape.detail().contains(" at byte "), shape.detail()));
        drawing.lines().forEach(line -> assertTrue(line.detail().contains(" at byte "), line.detail()));
    }
}
