package org.cairn.reports.pdf;

import java.util.Locale;

/// The elements that the report uses.
enum Tag {
    H1,
    H2,
    H3,
    H4,
    DIV,
    P,
    SPAN,
    STRONG,
    UL,
    LI,
    TABLE,
    THEAD,
    TBODY,
    TR,
    TH,
    TD,
    COLGROUP,
    COL;

    String elementName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
