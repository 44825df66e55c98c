package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.Node;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.DeadlineRequest;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.deadline.DeadlineRuleId;
import org.cairn.checklist.deadline.DeadlineStart;
import org.cairn.checklist.deadline.Holidays;
import org.cairn.checklist.deadline.StartEvent;
import org.cairn.checklist.deadline.WeekendRelief;
import org.cairn.ledger.key.Passphrase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody sees that a report is late, reads what it is about, sends it and says so.
@Tag("window")
class CalendarWindowTest {
    private final Locale before = Locale.getDefault();

    @TempDir
    Path folder;

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void aReportThatIsLateIsOpenedFromTheCalendarAndRecordedAsDone() throws Exception {
        Files.createDirectories(folder.resolve("settings"));
        Files.writeString(folder.resolve("settings").resolve("window.properties"), "language=de\nscheme=light\n");
        List<String> faults = new ArrayList<>();
        try (Driver window = Driver.open(folder)) {
            window.enter();
            start(window);
            window.press("page-calendar");
            window.until(() -> window.find("calendar-overdue").isPresent()
                    && window.text("calendar-overdue").equals("1"));
            faults.addAll(window.faults("calendar-clocks-de"));
            String clock = window.onWindow(() -> window.scene().getRoot().lookupAll(".link").stream()
                    .map(Node::getId)
                    .filter(id -> String.valueOf(id).startsWith("clock-"))
                    .findFirst()
                    .orElseThrow());
            window.press(clock);
            window.until(() -> window.text("clock-state").equals("Überfällig"));
            assertThat(window.text("clock-matter")).isEqualTo("Ein Laptop ging verloren");
            assertThat(window.text("clock-decided")).isEqualTo("72 Stunden ab: Kenntnis");
            faults.addAll(window.faults("calendar-clock-de"));
            window.look("dark");
            window.screenshot("calendar-clock-dark");
            window.set("clock-words", "Über das Portal gemeldet");
            window.press("clock-met");
            window.press("clock-met");
            window.until(() -> window.find("clock-told").isPresent()
                    && window.text("clock-told").startsWith("GDPR-72"));
            window.until(() -> window.text("calendar-overdue").equals("0"));
            assertThat(window.find("clock")).isEmpty();
            faults.addAll(window.seen("calendar-met").faults());
        }
        assertThat(faults).isEmpty();
    }

    /// One that ended days ago, and one for which the law gives no number.
    private void start(Driver window) throws Exception {
        window.leave();
        try (Passphrase passphrase = Passphrase.of(Driver.PASSPHRASE.toCharArray());
                Workspace bank = Workspace.open(
                        folder.resolve("bergbank"), passphrase, Access.WRITE, window.environment(List.of()))) {
            for (String rule : List.of("GDPR-72", "GDPR-34")) {
                DeadlineStart aware = new DeadlineStart(
                        new TreeMap<>(Map.of(new StartEvent("aware"), window.clock.instant())),
                        ZoneId.of("Europe/Berlin"),
                        Holidays.notKnown(),
                        WeekendRelief.NOT_STATED,
                        Optional.empty());
                bank.deadlines()
                        .start(new DeadlineRequest(new DeadlineRuleId(rule), aware, "Ein Laptop ging verloren"));
            }
        }
        window.clock.pass(Duration.ofDays(9));
        window.press("recent-0");
        window.untilShown("unlock-passphrase");
        window.set("unlock-passphrase", Driver.PASSPHRASE);
        window.press("unlock");
        window.untilShown("frame");
    }
}
