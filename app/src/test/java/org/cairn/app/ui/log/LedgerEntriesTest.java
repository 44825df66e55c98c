package org.cairn.app.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import javafx.collections.ListChangeListener;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.LookedAt;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.Threads;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerEntriesTest {
    @TempDir
    Path folder;

    private static EntryLine line(long entry, boolean read) {
        return new EntryLine(entry, "", read ? "Read" : "Waiting", "", "", read);
    }

    /// Keeps what is asked for until the test lets it arrive.
    private static final class Held implements PagedEntries.Reading {
        private final List<Long> asked = new ArrayList<>();

        @Override
        public void read(PagedEntries into, long from, long to) {
            asked.add(from);
        }

        static void arrive(PagedEntries into, long from, long to) {
            Map<Long, EntryLine> page = new HashMap<>();
            for (long entry = from; entry < to; entry++) {
                page.put(entry, line(entry, true));
            }
            into.arrived(from, page);
        }
    }

    @Test
    void ofAHundredThousandEntriesOnlyThePagesThatAreLookedAtAreReadAndEachOnce() {
        Held held = new Held();
        PagedEntries entries = new PagedEntries(100_001, held, entry -> line(entry, false));
        assertThat(entries).hasSize(100_001);
        assertThat(entries.get(0)).isEqualTo(line(100_000, false));
        assertThat(entries.get(1)).isEqualTo(line(99_999, false));
        assertThat(entries.get(100_000)).isEqualTo(line(0, false));
        assertThat(entries.get(30)).isEqualTo(line(99_970, false));
        assertThat(held.asked).containsExactly(100_000L, 99_800L, 0L);
    }

    @Test
    void aPageThatArrivesReplacesExactlyItsOwnLines() {
        PagedEntries entries = new PagedEntries(450, new Held(), entry -> line(entry, false));
        List<List<Integer>> changed = new ArrayList<>();
        entries.addListener((ListChangeListener<EntryLine>) change -> {
            while (change.next()) {
                changed.add(List.of(change.getFrom(), change.getTo()));
            }
        });
        entries.get(0);
        Held.arrive(entries, 400, 450);
        entries.get(50);
        Held.arrive(entries, 200, 400);
        assertThat(changed).containsExactly(List.of(0, 50), List.of(50, 250));
        assertThat(entries.get(0)).isEqualTo(line(449, true));
        assertThat(entries.get(49)).isEqualTo(line(400, true));
        assertThat(entries.get(249)).isEqualTo(line(200, true));
        assertThat(entries.get(250)).isEqualTo(line(199, false));
    }

    @Test
    void pagesLongOutOfSightAreReadAgainWhenSomebodyReturns() {
        Held held = new Held();
        PagedEntries entries = new PagedEntries(60L * PagedEntries.PAGE, held, entry -> line(entry, false));
        for (int page = 0; page < 60; page++) {
            entries.get(page * PagedEntries.PAGE);
        }
        entries.get(0);
        assertThat(held.asked).hasSize(61);
        assertThat(held.asked.getLast()).isEqualTo(59L * PagedEntries.PAGE);
    }

    @Test
    void anEntryThatCannotBeReadHasALineThatSaysSo() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            EntryTexts words = new EntryTexts(
                    new Moments(ZoneOffset.UTC, Texts.beside(Texts.class)), Texts.beside(LedgerEntries.class));
            Map<Long, EntryLine> page = words.page(open.desk.now().state().log(0, 1), 0, 2);
            assertThat(page.values())
                    .extracting(line -> line.entry() + " " + line.kind())
                    .containsExactlyInAnyOrder("0 Workspace founded", "1 Cannot be read; verify the ledger");
        }
    }

    @Test
    void aSearchReadsTheWholeLedgerAndAnEarlierStateKnowsOnlyItsEntries() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            for (int i = 0; i < 3; i++) {
                open.workspace.answer(AnswerRequest.of(new ControlId("NET-1"), AnswerStatus.MET));
            }
            open.desk.reload();
            LedgerEntries entries = new LedgerEntries(open.desk);
            entries.typed().set("net-1");
            assertThat(entries.lines().get()).hasSize(3);
            assertThat(entries.search().get()).isEqualTo(new LongWork.Idle());
            assertThat(entries.count().get()).isEqualTo("3 entries found");
            long last = entries.lines().get().getFirst().entry();

            open.desk.lookAt(new LookedAt(Optional.empty(), new LookedAt.Known.Entry(last - 1)));
            assertThat(entries.lines().get()).extracting(EntryLine::entry).containsExactly(last - 1, last - 2);
            entries.typed().set("");
            assertThat(entries.lines().get()).hasSize(Math.toIntExact(last));
            assertThat(entries.count().get()).isEqualTo(last + " entries, newest first");
        }
    }

    @Test
    void whatIsRecordedLaterIsFoundAmongWhatWasSearchedBefore() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            LedgerEntries entries = new LedgerEntries(open.desk);
            entries.show(true);
            entries.typed().set("net-1");
            assertThat(entries.lines().get()).isEmpty();
            open.workspace.answer(AnswerRequest.of(new ControlId("NET-1"), AnswerStatus.MET));
            open.desk.reload();
            assertThat(entries.lines().get()).hasSize(1);
            entries.typed().set("");
            entries.typed().set("net-1");
            assertThat(entries.lines().get()).hasSize(1);
            assertThat(entries.count().get()).isEqualTo("1 entry found");
        }
    }

    @Test
    void anotherLetterEndsTheSearchBefore() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            Queue<Runnable> background = new ArrayDeque<>();
            Desk desk = new Desk(
                    open.workspace,
                    open.desk.now(),
                    new Threads(background::add, Runnable::run),
                    open.clock,
                    ZoneOffset.UTC);
            LedgerEntries entries = new LedgerEntries(desk);
            entries.typed().set("w");
            List<EntryLine> before = entries.lines().get();
            entries.typed().set("workspace founded");
            while (!background.isEmpty()) {
                background.remove().run();
            }
            assertThat(before).isEmpty();
            assertThat(entries.lines().get()).extracting(EntryLine::entry).containsExactly(0L);
            assertThat(entries.search().get()).isEqualTo(new LongWork.Idle());
        }
    }

    @Test
    void wordsOfALongLedgerAreReadOncePartByPartAndAgainAfterAnotherEntry() throws Exception {
        List<Long> asked = new ArrayList<>();
        SoughtWords.Reading reading = (from, to) -> {
            asked.add(from);
            Map<Long, String> said = new HashMap<>();
            for (long entry = from; entry < to; entry++) {
                said.put(entry, entry % 2 == 0 ? "höhe " + entry : "tiefe");
            }
            return said;
        };
        SoughtWords words = new SoughtWords();
        assertThat(words.fitting(2500, 2500, "höhe 249", reading)).containsExactly(2498L, 2496L, 2494L, 2492L, 2490L);
        assertThat(words.fitting(2500, 2495, "höhe 249", reading)).containsExactly(2494L, 2492L, 2490L);
        assertThat(words.fitting(2500, 2000, "höhe 1000", reading)).containsExactly(1000L);
        assertThat(words.fitting(2500, 1000, "öhe 2x", reading)).isEmpty();
        assertThat(asked).containsExactly(2000L, 1000L, 0L);
        words.fitting(2501, 2501, "höhe", reading);
        words.fitting(2501, 1000, "höhe", reading);
        assertThat(asked).containsExactly(2000L, 1000L, 0L, 2000L, 0L);
    }
}
