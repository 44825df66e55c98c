package org.cairn.app.ui.log;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.LogLine;

/// Writes entries as lines of the table.
record EntryTexts(Moments moments, Texts texts) {
    EntryLine line(LogLine line) {
        return new EntryLine(
                line.entry(),
                moments.second(line.recorded().recordedAt()),
                words(line.kind()),
                line.saying().in(texts.language()),
                line.actor(),
                true);
    }

    EntryLine waiting(long entry) {
        return new EntryLine(entry, "", texts.text("entry.waiting"), "", "", false);
    }

    /// A whole page: what cannot be read has its line too.
    Map<Long, EntryLine> page(List<LogLine> read, long from, long to) {
        Map<Long, EntryLine> page = new HashMap<>();
        for (long entry = from; entry < to; entry++) {
            page.put(entry, new EntryLine(entry, "", texts.text("entry.unreadable"), "", "", false));
        }
        read.forEach(line -> page.put(line.entry(), line(line)));
        return page;
    }

    /// What a search looks through.
    String sought(LogLine line) {
        return (line.entry() + " " + words(line.kind()) + " " + line.saying().in(texts.language()) + " " + line.actor())
                .toLowerCase(Locale.ROOT);
    }

    /// `ControlAnswered` as `Control answered`.
    private String words(String kind) {
        return texts.has("kind." + kind) ? texts.text("kind." + kind) : spelledOut(kind);
    }

    private static String spelledOut(String kind) {
        return Texts.sentence(kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
    }
}
