package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Clocks and the calendar, as typed. The machine's clock begins at 2026-03-01T09:00:00Z, a Sunday.
class DeadlineCommandsTest {
    private static final String HOSTILE = "a\u0000\u001b[31m\u202eb\r\nEND:VEVENT;,\\";

    @TempDir
    Path temporary;

    private CommandFixture commands;

    @BeforeEach
    void found() {
        commands = new CommandFixture(temporary);
        Result founded = commands.run(
                "init",
                commands.folder(),
                "--organisation",
                "Acme",
                "--role",
                "deployer",
                "--role",
                "financial-entity",
                "--framework",
                "eu-ai-act",
                "--framework",
                "dora");
        assertEquals(0, founded.exit(), founded.err());
    }

    @Test
    void aClockIsStartedLearnsAndIsMet() throws MalformedJson {
        JsonObject started = start("DORA-INC-INIT", "aware=2026-02-27T09:00", "--weekend-relief", "barred");
        assertEquals("2026-02-28T08:00:00Z", started.text("due"));
        String id = started.text("deadline");
        assertEquals("overdue", clock(0).text("state"), "it is the first of March");
        assertEquals(1, json("posture").array("overdueDeadlines").size());
        assertTrue(run("posture").out().startsWith("▲ overdue  DORA-INC-INIT, due 2026-02-28T08:00:00Z"));
        assertEquals(
                0,
                json("posture", "--valid-at", "2026-02-27")
                        .array("overdueDeadlines")
                        .size());
        JsonObject learned = json("deadline", "learn", id.substring(0, 6), "classified-as-major=2026-02-27T09:30:00Z");
        assertEquals("2026-02-27T13:30:00Z", learned.text("due"));
        assertEquals("4 hours from classified-as-major", learned.text("decidedBy"));
        JsonObject met = json("deadline", "met", id, "--at", "2026-02-27T12:00:00Z", "--note", "Sent by portal");
        assertEquals("met", met.text("state"));
        refused(run("deadline", "met", id), "is met already", "nothing was recorded");
        refused(run("deadline", "learn", id, "aware=2026-02-27T08:00:00Z"), "is met already");
        refused(run("deadline", "extend", id, "--reason", "x"), "is met already");
        refused(run("deadline", "withdraw", id, "--reason", "x"), "is met already");
    }

    @Test
    void whatWasDoneTooLateStaysLate() throws MalformedJson {
        String id = start("GDPR-72", "aware=2026-02-20T09:00").text("deadline");
        assertEquals("met-late", json("deadline", "met", id).text("state"));
    }

    @Test
    void aRecurringDutyBeginsAnewWhenItIsMet() throws MalformedJson {
        String id = start("DORA-ACCREV-6M", "last-review=2025-10-01T09:00").text("deadline");
        assertEquals("2026-04-01T21:59:59Z", clock(0).text("due"));
        JsonObject met = json("deadline", "met", id, "--at", "2026-02-28T12:00:00Z");
        assertEquals("running", met.text("state"));
        assertEquals("2026-08-28T21:59:59Z", met.text("due"));
        assertEquals(1, met.array("met").size());
    }

    @Test
    void anExtensionIsUsedOnceAndInTime() throws MalformedJson {
        String id = start("GDPR-DSR", "request-received=2026-02-13T10:00").text("deadline");
        JsonObject longer = json("deadline", "extend", id, "--reason", "Many requests");
        assertEquals("2026-05-13T21:59:59Z", longer.text("due"));
        refused(run("deadline", "extend", id, "--reason", "Again"), "extended before", "Art. 12(3)");
        JsonObject set = json("deadline", "extend", id, "--until", "2026-06-01T12:00:00Z", "--reason", "By order");
        assertEquals("2026-06-01T12:00:00Z", set.text("due"));
        String late = start("GDPR-DSR", "request-received=2026-01-02T10:00").text("deadline");
        refused(run("deadline", "extend", late, "--reason", "Too late"), "only before that");
        String fixed = start("GDPR-72", "aware=2026-03-01T09:00").text("deadline");
        refused(run("deadline", "extend", fixed, "--reason", "Why not"), "allows no extension", "--until");
    }

    @Test
    void whatWasSoThenIsAnsweredFromWhatWasKnownThen() throws MalformedJson {
        String id = start("GDPR-72", "aware=2026-03-01T09:00").text("deadline");
        long entry = clock(0).integer("entry");
        assertEquals(
                0, commands.run("deadline", "met", "-w", commands.folder(), id).exit());
        assertEquals("met", clock(0).text("state"));
        JsonArray then = list("--known-at-entry", Long.toString(entry));
        assertEquals("running", ((JsonObject) then.elements().getFirst()).text("state"));
        assertEquals(
                0, list("--known-at-entry", Long.toString(entry - 1)).elements().size());
    }

    @Test
    void whomTheActBarsCannotUseTheNextWorkingDay() throws MalformedJson {
        commands = new CommandFixture(temporary.resolve("bank"));
        Result founded = commands.run(
                "init",
                commands.folder(),
                "--organisation",
                "Bank",
                "--role",
                "credit-institution",
                "--framework",
                "dora");
        assertEquals(0, founded.exit(), founded.err());
        refused(
                tryStart("DORA-INC-INIT", "aware=2026-02-27T09:00", "--weekend-relief", "allowed"),
                "barred for credit-institution",
                "Art. 5(4) to (6)");
        JsonObject barred = start("DORA-INC-INIT", "aware=2026-02-27T09:00");
        assertEquals("2026-02-28T08:00:00Z", barred.text("due"), "a Saturday");
        assertTrue(barred.array("steps").toString().contains("does not move for this organisation"));
        JsonObject last = start(
                "DORA-INC-FINAL", "latest-intermediate-report-sent=2026-02-28T09:00", "--weekend-relief", "allowed");
        assertEquals("2026-03-30T10:00:00Z", last.text("due"), "28 March is a Saturday: noon of Monday");
    }

    @Test
    void holidaysCountOnlyFromAListThatIsGiven() throws Exception {
        Path list = temporary.resolve("holidays.txt");
        Files.writeString(list, "# Berlin\n2026-04-03 Good Friday\n2026-04-06 Easter Monday\n\n");
        JsonObject with = start(
                "GDPR-DSR",
                "request-received=2026-03-03T10:00",
                "--holidays",
                list.toString(),
                "--holidays-of",
                "DE-BE");
        assertEquals("2026-04-07T21:59:59Z", with.text("due"));
        assertEquals("2026-04-03T21:59:59Z", with.text("dueWithoutMoving"));
        JsonObject without = start("GDPR-DSR", "request-received=2026-03-03T10:00");
        assertEquals("2026-04-03T21:59:59Z", without.text("due"));
        assertTrue(without.array("assumptions").toString().contains("are not known"), without.toString());
    }

    @Test
    void badInputIsRefusedInWords() throws IOException {
        Path list = temporary.resolve("holidays.txt");
        Files.writeString(list, "2026-04-03\nEaster\n");
        refused(tryStart("DORA-INC-INT", "aware=2026-02-27T09:00"), "no deadline rule DORA-INC-INT", "DORA-INC-INIT");
        refused(tryStart(HOSTILE, "aware=2026-02-27T09:00"), "is no id of a deadline rule");
        refused(tryStart("DORA-INC-INIT", "classified-as-major=2026-02-27T09:00"), "needs to know when", "aware");
        refused(tryStart("GDPR-72", "discovered=2026-02-27T09:00"), "does not count from discovered, but from aware");
        refused(tryStart("GDPR-72", "aware"), "does not say what happened when");
        refused(tryStart("GDPR-72", "aware=yesterday"), "is no time");
        refused(tryStart("GDPR-72", "aware=2026-03-29T02:30"), "never was", "give it in UTC");
        refused(tryStart("GDPR-72", "aware=2026-10-25T02:30"), "was twice");
        refused(tryStart("GDPR-72", "aware=9999-12-30T09:00"), "after the year 9999", "nothing was recorded");
        refused(tryStart("HIPAA-EVAL", "last-evaluation=2026-01-01T09:00"), "--period");
        refused(tryStart("GDPR-72", "aware=2026-02-27T09:00", "--period", "P3M"), "names its own period");
        refused(tryStart("HIPAA-EVAL", "last-evaluation=2026-01-01T09:00", "--period", "P0D"), "longer than nothing");
        refused(
                tryStart("GDPR-72", "aware=2026-02-27T09:00", "--holidays", list.toString(), "--holidays-of", "DE"),
                "line 2: 'Easter' is no day");
        refused(tryStart("GDPR-72", "aware=2026-02-27T09:00", "--holidays", list.toString()), "belong together");
        refused(run("deadline", "met", "0123"), "no deadline 0123");
        refused(run("deadline", "met", ""), "no deadline");
        refused(run("calendar", "--from", "2026-03-02", "--to", "2026-03-01"), "lies before");
        assertEquals("[]", run("deadline", "list", "--format", "json").out().strip());
    }

    @Test
    void whatCannotBeMetIsNotMet() throws MalformedJson {
        String keep = start("AIA-LOG-KEEP-DEPL", "log-created=2026-02-01T10:00").text("deadline");
        refused(run("deadline", "met", keep), "there is nothing to meet");
        String id = start("GDPR-72", "aware=2026-03-01T09:00").text("deadline");
        refused(run("deadline", "met", id, "--at", "2026-03-01T07:59:59Z"), "before it began");
        refused(run("deadline", "met", id, "--at", "2026-03-09T00:00:00Z"), "still to come");
        assertEquals(
                0, run("deadline", "withdraw", id, "--reason", "Not a breach").exit());
        assertEquals("withdrawn", clock(1).text("state"));
    }

    @Test
    void hostileTextReachesNeitherTerminalNorCalendarLines() throws MalformedJson {
        JsonObject started = json(
                "deadline",
                "start",
                "GDPR-72",
                "--at",
                "aware=2026-03-01T09:00",
                "--zone",
                "Europe/Berlin",
                "--matter",
                HOSTILE);
        assertEquals("2026-03-04T08:00:00Z", started.text("due"));
        String table = run("deadline", "list", "--steps").out();
        assertFalse(table.contains("\u001b") || table.contains("\u202e") || table.contains("\u0000"), table);
        assertFalse(run("calendar", "--format", "ics").out().contains("\u001b"));
        assertEquals("a\\,b\\;c\\\\d\\ne f", ICalendar.escaped("a,b;c\\d\r\ne\u0007f"));
    }

    @Test
    void theCalendarShowsLawAsItWasKnownThen() throws MalformedJson {
        String before =
                run("calendar", "--from", "2024-01-01", "--to", "2030-12-31").out();
        assertTrue(before.contains("2026-08-02  comes-into-force  Ch. III S3 applies"), before);
        assertFalse(before.contains("superseded"), before);
        commands.workspace.clock.moveBy(Duration.ofDays(265));
        String after =
                run("calendar", "--from", "2024-01-01", "--to", "2030-12-31").out();
        assertTrue(after.contains("2027-12-02  comes-into-force  Ch. III S3 applies"), after);
        assertTrue(after.contains("2026-08-02  superseded        Ch. III S3 was to apply"), after);
        assertTrue(after.contains("2026-07-27  ends              Art. 4 [2024] is no longer law"), after);
        String then = run("calendar", "--from", "2024-01-01", "--to", "2030-12-31", "--known-at", "2026-03-01")
                .out();
        assertFalse(then.contains("superseded"), then);
    }

    @Test
    void theCalendarHoldsWhatIsDueAndNamesRecurringDutiesWithoutAClock() throws MalformedJson {
        start("GDPR-72", "aware=2026-03-01T09:00");
        start("DORA-ACCREV-6M", "last-review=2025-10-01T09:00");
        start("AIA-LOG-KEEP-DEPL", "log-created=2026-02-01T10:00");
        JsonObject calendar = json("calendar", "--to", "2026-12-31");
        List<String> seen = new ArrayList<>();
        for (Json entry : calendar.array("entries")) {
            JsonObject each = (JsonObject) entry;
            if (!each.text("kind").equals("comes-into-force")) {
                seen.add(each.text("day") + " " + each.text("kind"));
            }
        }
        assertEquals(List.of("2026-03-04 deadline", "2026-04-01 recurring-duty", "2026-08-01 keep-until"), seen);
        List<String> without = new ArrayList<>();
        for (Json rule : calendar.array("withoutClock")) {
            without.add(((JsonObject) rule).text("rule") + " " + ((JsonObject) rule).text("scope"));
        }
        assertTrue(without.contains("DORA-FRAME unscoped"), without.toString());
        assertFalse(without.toString().contains("DORA-ACCREV-6M"), without.toString());
        assertTrue(without.contains("DORA-TLPT unscoped"), "nobody said whether it is identified: " + without);
    }

    @Test
    void theCalendarFollowsTheFactsOfScopeAndNotTheWordsOfRoles() throws MalformedJson {
        assertTrue(duties().contains("DORA-TLPT unscoped"), duties().toString());
        fact("dora.simplified", "no");
        fact("dora.microenterprise", "no");
        fact("dora.tlpt-identified", "no");
        assertTrue(duties().contains("DORA-FRAME applies"), duties().toString());
        assertFalse(duties().toString().contains("DORA-TLPT"), duties().toString());
        fact("dora.tlpt-identified", "yes");
        assertTrue(duties().contains("DORA-TLPT applies"), duties().toString());
        fact("dora.kind.credit-institution", "yes");
        refused(
                tryStart("DORA-INC-INIT", "aware=2026-02-27T09:00", "--weekend-relief", "allowed"),
                "barred for credit-institution");
    }

    @Test
    void whatShouldHaveBeenDoneIsOverdueWhicheverDaysAreAskedFor() throws MalformedJson {
        String id = start("GDPR-72", "aware=2026-02-20T09:00").text("deadline");
        List<Json> overdue = json("calendar").array("overdue");
        assertEquals(1, overdue.size());
        assertEquals("2026-02-23", ((JsonObject) overdue.getFirst()).text("day"));
        assertTrue(run("calendar").out().contains("overdue:"));
        assertEquals(
                0, json("calendar", "--valid-at", "2026-02-21").array("overdue").size());
        json("deadline", "met", id);
        assertEquals(0, json("calendar").array("overdue").size());
    }

    private List<String> duties() throws MalformedJson {
        List<String> duties = new ArrayList<>();
        for (Json rule : json("calendar").array("withoutClock")) {
            duties.add(((JsonObject) rule).text("rule") + " " + ((JsonObject) rule).text("scope"));
        }
        return duties;
    }

    private void fact(String fact, String answer) {
        Result said = run("scope", "set", fact, answer, "--reason", "It is so.");
        assertEquals(0, said.exit(), said.err());
    }

    @Test
    void theExportKeepsToTheRulesOfItsFormat() throws MalformedJson {
        start("GDPR-72", "aware=2026-03-01T09:00");
        String ics = run("calendar", "--format", "ics", "--from", "2024-01-01", "--to", "2030-12-31")
                .out();
        assertTrue(ics.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && ics.endsWith("END:VCALENDAR\r\n"), ics);
        assertFalse(ics.replace("\r\n", "").contains("\n"), "every line ends with CR LF");
        for (String line : ics.lines().toList()) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
        }
        List<String> uids = uids(ics);
        JsonObject json = json("calendar", "--from", "2024-01-01", "--to", "2030-12-31");
        assertEquals(json.array("entries").size(), uids.size());
        assertEquals(uids.size(), new HashSet<>(uids).size(), "each UID once");
        commands.workspace.clock.moveBy(Duration.ofHours(5));
        assertEquals(
                uids,
                uids(run("calendar", "--format", "ics", "--from", "2024-01-01", "--to", "2030-12-31")
                        .out()));
        assertTrue(ics.contains("DTSTART:20260304T080000Z\r\n"), ics);
        assertTrue(ics.contains("DTSTART;VALUE=DATE:20260802\r\n"), ics);
    }

    private static List<String> uids(String ics) {
        return ics.lines().filter(line -> line.startsWith("UID:")).toList();
    }

    private JsonObject start(String rule, String event, String... more) throws MalformedJson {
        return json(all(List.of("deadline", "start", rule, "--at", event), more).toArray(String[]::new));
    }

    private Result tryStart(String rule, String event, String... more) {
        return run(all(List.of("deadline", "start", rule, "--at", event), more).toArray(String[]::new));
    }

    private static List<String> all(List<String> first, String... more) {
        return Stream.of(
                        first.stream(), Stream.of("--zone", "Europe/Berlin", "--matter", "Incident 7"), Stream.of(more))
                .flatMap(each -> each)
                .toList();
    }

    private JsonObject json(String... arguments) throws MalformedJson {
        Result result = run(Stream.concat(Stream.of(arguments), Stream.of("--format", "json"))
                .toArray(String[]::new));
        assertEquals(0, result.exit(), result.err());
        return result.json();
    }

    private JsonArray list(String... options) throws MalformedJson {
        Result result = run(Stream.concat(Stream.of("deadline", "list", "--format", "json"), Stream.of(options))
                .toArray(String[]::new));
        assertEquals(0, result.exit(), result.err());
        return (JsonArray) Json.parse(Bytes.utf8(result.out().strip()));
    }

    private JsonObject clock(int index) throws MalformedJson {
        return (JsonObject) list().elements().get(index);
    }

    private Result run(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.add("-w");
        words.add(commands.folder());
        return commands.run(words.toArray(String[]::new));
    }

    private static void refused(Result result, String... words) {
        assertEquals(2, result.exit(), result.out() + result.err());
        assertEquals("", result.out());
        for (String word : words) {
            assertTrue(result.err().contains(word), result.err());
        }
    }
}
