package org.cairn.reports.xlsx;

import javax.xml.namespace.QName;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;

/// Writes elements of a chart that the lean schemas of the library do not know.
final class ByHand {
    private static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final QName VALUE = new QName("val");

    private ByHand() {}

    /// Gives `element` its `val`.
    static void value(XmlObject element, int value) {
        try (XmlCursor cursor = element.newCursor()) {
            cursor.setAttributeText(VALUE, Integer.toString(value));
        }
    }

    /// CT_DLbl (ECMA-376 part 1, 21.2.2.47): the label of one part is left out. Before all else in `labels`.
    static void leaveOut(XmlObject labels, Iterable<Integer> parts) {
        try (XmlCursor cursor = labels.newCursor()) {
            cursor.toFirstContentToken();
            for (int part : parts) {
                cursor.beginElement(new QName(CHART, "dLbl"));
                empty(cursor, new QName(CHART, "idx"), Integer.toString(part));
                empty(cursor, new QName(CHART, "delete"), "1");
                cursor.toNextToken();
            }
        }
    }

    /// CT_PatternFillProperties (20.1.8.47), before all else in `shape`.
    static void hatch(XmlObject shape, String lines, String ground) {
        try (XmlCursor cursor = shape.newCursor()) {
            cursor.toFirstContentToken();
            cursor.beginElement(new QName(DRAWING, "pattFill"));
            cursor.insertAttributeWithValue("prst", "wdUpDiag");
            colour(cursor, "fgClr", lines);
            colour(cursor, "bgClr", ground);
        }
    }

    private static void colour(XmlCursor cursor, String element, String rgb) {
        cursor.beginElement(new QName(DRAWING, element));
        empty(cursor, new QName(DRAWING, "srgbClr"), rgb);
        cursor.toNextToken();
    }

    private static void empty(XmlCursor cursor, QName element, String value) {
        cursor.beginElement(element);
        cursor.insertAttributeWithValue(VALUE, value);
        cursor.toNextToken();
    }
}
