package org.cairn.reports.pdf;

/// What this report is not.
record LimitsSection(Writing writing) implements Section {
    @Override
    public String anchor() {
        return "limits";
    }

    @Override
    public Sheet sheet() {
        return writing.sheetUnlessShort(Sheet.PORTRAIT);
    }

    @Override
    public void write(Html into) {
        writing.words().paragraphs("limits").forEach(paragraph -> into.say(Tag.P, paragraph));
    }
}
