package org.cairn.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.checklist.deadline.DeadlineRuleId;
import org.cairn.checklist.deadline.Holidays;
import org.cairn.checklist.deadline.StartEvent;

/// What people type about deadlines.
final class DeadlineText {
    private static final int LARGEST_LIST_BYTES = 64 * 1024;

    private DeadlineText() {}

    static DeadlineRuleId rule(String text) throws Refused {
        try {
            return new DeadlineRuleId(text);
        } catch (IllegalArgumentException _) {
            throw new Refused("'" + text + "' is no id of a deadline rule; `cairn deadline rules` shows them");
        }
    }

    static ZoneId zone(String text) throws Refused {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException _) {
            throw new Refused("'" + text + "' is no time zone: write it like Europe/Berlin or UTC");
        }
    }

    static Period period(String text) throws Refused {
        try {
            return Period.parse(text);
        } catch (DateTimeParseException _) {
            throw new Refused("'" + text + "' is no period like P3M or P1Y");
        }
    }

    /// `EVENT=TIME`, each event once.
    static SortedMap<StartEvent, Instant> starts(List<String> given, ZoneId zone) throws Refused {
        SortedMap<StartEvent, Instant> starts = new TreeMap<>();
        for (String text : given) {
            Map.Entry<StartEvent, Instant> start = start(text, zone);
            if (starts.put(start.getKey(), start.getValue()) != null) {
                throw new Refused(start.getKey() + " is given twice");
            }
        }
        return starts;
    }

    static Map.Entry<StartEvent, Instant> start(String text, ZoneId zone) throws Refused {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new Refused("'" + text + "' does not say what happened when: write it like aware=2026-11-20T08:15");
        }
        return Map.entry(event(text.substring(0, equals)), moment(text.substring(equals + 1), zone));
    }

    private static StartEvent event(String text) throws Refused {
        try {
            return new StartEvent(text);
        } catch (IllegalArgumentException _) {
            throw new Refused("'" + text + "' is no start event (like aware); `cairn deadline rules` shows them");
        }
    }

    /// An instant with its offset, or the time on the wall in `zone`, where that happened once.
    static Instant moment(String text, ZoneId zone) throws Refused {
        try {
            boolean offset =
                    text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
            return offset && text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : once(LocalDateTime.parse(text), zone);
        } catch (DateTimeParseException _) {
            throw new Refused(
                    "'" + text + "' is no time: write it like 2026-11-20T08:15 (in the time zone given), or in"
                            + " UTC like 2026-11-20T07:15:00Z");
        }
    }

    private static Instant once(LocalDateTime local, ZoneId zone) throws Refused {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() != 1) {
            throw new Refused(local + " in " + zone + (offsets.isEmpty() ? " never was" : " was twice")
                    + ", since the clocks were changed: give it in UTC, like 2026-11-20T07:15:00Z");
        }
        return local.toInstant(offsets.getFirst());
    }

    /// A file with one day a line, `2026-12-25`, and a name behind it if you like; lines with `#` in front are remarks.
    static Holidays holidays(Path file, String place) throws Refused {
        List<LocalDate> days = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                days.add(day(text.split("\\s", 2)[0], file + ", line " + number));
            }
        }
        try {
            return Holidays.of(place, days);
        } catch (IllegalArgumentException e) {
            throw new Refused(file + ": " + e.getMessage());
        }
    }

    private static List<String> lines(Path file) throws Refused {
        try {
            if (Files.size(file) > LARGEST_LIST_BYTES) {
                throw new Refused(
                        file + ": larger than " + LARGEST_LIST_BYTES + " bytes, which no list of holidays is");
            }
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new Refused(file + ": cannot be read as text (" + e + ")");
        }
    }

    private static LocalDate day(String text, String where) throws Refused {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw new Refused(where + ": '" + text + "' is no day like 2026-12-25");
        }
    }
}
