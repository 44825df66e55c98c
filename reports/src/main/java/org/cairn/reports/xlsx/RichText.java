package org.cairn.reports.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The text of a cell or a shared string: of all its runs, without how it looks and without how it is pronounced
/// (ECMA-376 part 1, 18.4.8 and 18.4.6).
final class RichText {
    /// A character by number (ECMA-376 part 1, 22.9.2.19).
    private static final Pattern NUMBERED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /// Reads on to the end of the element `name` at whose start the reader stands.
    String read(XMLStreamReader xml, String name) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        int phonetic = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
                    inText = xml.getLocalName().equals("t");
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
                    if (inText && phonetic == 0) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamReader.END_ELEMENT -> {
                    inText = false;
                    phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
                    if (xml.getLocalName().equals(name)) {
                        return decoded(text.toString());
                    }
                }
                default -> {}
            }
        }
        return decoded(text.toString());
    }

    static String decoded(String text) {
        return NUMBERED.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
