package org.cairn.app.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.cairn.app.workspace.Calendar;
import org.cairn.checklist.calendar.CalendarEntry;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// A calendar for calendar programs: RFC 5545, one VEVENT an entry. The same entry has the same UID in every export of
/// a workspace, so that importing again replaces and does not double.
final class ICalendar {
    /// RFC 5545 section 3.1: "lines of text SHOULD NOT be longer than 75 octets, excluding the line break".
    private static final int LONGEST_LINE_BYTES = 75;

    private static final int UID_DIGITS = 32;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    private final StringBuilder text = new StringBuilder();
    private final Calendar calendar;

    private ICalendar(Calendar calendar) {
        this.calendar = calendar;
    }

    static String of(Calendar calendar, String productVersion) {
        ICalendar writer = new ICalendar(calendar);
        writer.line("BEGIN:VCALENDAR");
        writer.line("VERSION:2.0");
        writer.line("PRODID:-//Cairn//Cairn " + escaped(productVersion) + "//EN");
        writer.line("CALSCALE:GREGORIAN");
        writer.line("METHOD:PUBLISH");
        calendar.entries().forEach(writer::event);
        writer.line("END:VCALENDAR");
        return writer.text.toString();
    }

    private void event(CalendarEntry entry) {
        line("BEGIN:VEVENT");
        line("UID:" + uid(entry));
        line("DTSTAMP:" + moment(calendar.asOf().knownAt()));
        if (entry.at().isPresent()) {
            line("DTSTART:" + moment(entry.at().get()));
        } else {
            line("DTSTART;VALUE=DATE:" + DAY.format(entry.day()));
        }
        line("SUMMARY:" + escaped(entry.title()));
        String description = entry.citation().isEmpty() || entry.detail().isEmpty()
                ? entry.citation() + entry.detail()
                : entry.citation() + "\n" + entry.detail();
        line("DESCRIPTION:" + escaped(description));
        line("CATEGORIES:" + DeadlineJson.word(entry.kind()));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    /// Of the log, the kind, what it is about, and for law the day: a clock that is extended keeps its UID and moves.
    private String uid(CalendarEntry entry) {
        String day = entry.at().isPresent() ? "" : entry.day().toString();
        String seed = String.join("\n", calendar.origin(), entry.kind().name(), entry.subject(), day);
        return Digest.sha256(Bytes.utf8(seed)).hex().substring(0, UID_DIGITS) + "@cairn.invalid";
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    /// RFC 5545 section 3.3.11. Control characters, which its TEXT does not allow, become spaces.
    static String escaped(String value) {
        StringBuilder safe = new StringBuilder(value.length());
        value.replace("\r\n", "\n").codePoints().forEach(point -> {
            switch (point) {
                case '\\', ';', ',' -> safe.append('\\').appendCodePoint(point);
                case '\n' -> safe.append("\\n");
                default -> safe.appendCodePoint(allowed(point) ? point : ' ');
            }
        });
        return safe.toString();
    }

    private static boolean allowed(int point) {
        return !Character.isISOControl(point)
                && Character.getType(point) != Character.FORMAT
                && Character.getType(point) != Character.SURROGATE;
    }

    /// Folds where a line would be too long, never inside a character.
    private void line(String content) {
        int used = 0;
        for (int i = 0; i < content.length(); ) {
            int point = content.codePointAt(i);
            int size = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (used + size > LONGEST_LINE_BYTES) {
                text.append("\r\n ");
                used = 1;
            }
            text.appendCodePoint(point);
            used += size;
            i += Character.charCount(point);
        }
        text.append("\r\n");
    }
}
