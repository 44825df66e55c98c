package org.cairn.reports.pdf;

import java.util.Locale;

/// How an element looks: each is a class in `report.css`.
enum Look {
    PLAIN,
    // running header and footer
    RUNNING_HEADER,
    RUNNING_FOOTER,
    LEFT,
    RIGHT,
    PAGE_NUMBER,
    // cover
    COVER,
    KICKER,
    TITLE,
    SUBTITLE,
    COVER_FACTS,
    COVER_ANCHOR,
    SIGNATURE,
    SIGNATURE_FIELD,
    FINE_PRINT,
    QR,
    // structure
    CONTENTS_LINE,
    CONTENTS_SUB,
    SECTION,
    WIDE_SECTION,
    FLOWING_SECTION,
    LEAD,
    ENTRY,
    CONTROL,
    // tables
    FACTS,
    ROWS,
    DENSE,
    GROUP_ROW,
    NUMBER,
    NAME,
    SUB,
    // texts
    MONO,
    HASH,
    COMMAND,
    NOTE,
    CALLOUT,
    QUIET,
    EMPTY,
    MARK,
    SHAPE,
    MARKS,
    REASONS,
    CHART,
    LABEL,
    WHOLE;

    String cssClass() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
