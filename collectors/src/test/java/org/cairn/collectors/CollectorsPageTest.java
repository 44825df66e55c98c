package org.cairn.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.RootAdvice;
import org.cairn.collectors.imports.ImportFamily;
import org.junit.jupiter.api.Test;

/// Keeps `docs/collectors.md` true. `-Dpage.write=true` writes the table anew.
final class CollectorsPageTest {
    private static final Path PAGE = Path.of("../docs/collectors.md");
    private static final String BEGIN = "<!-- table: begin -->\n";
    private static final String END = "<!-- table: end -->\n";

    @Test
    void thePageShowsEveryCollectorAndCheckAsTheyAre() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        assertTrue(from > BEGIN.length() && to >= from, "the page has no table");
        String table = table();
        if (Boolean.getBoolean("page.write")) {
            Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
        }
        String now = Files.readString(PAGE);
        assertEquals(table, now.substring(now.indexOf(BEGIN) + BEGIN.length(), now.indexOf(END)));
    }

    @Test
    void everyCheckReadsACollectorThatThereIsAndEveryCollectorHasACheck() {
        List<String> collectors =
                Collectors.all().stream().map(c -> c.id().value()).sorted().toList();
        List<String> read = CheckCatalogue.load().checks().stream()
                .map(check -> check.reads().value())
                .distinct()
                .sorted()
                .toList();
        List<String> families = Stream.concat(
                        Arrays.stream(ImportFamily.values())
                                .map(family -> family.collector().value()),
                        Stream.of("runtime.deviations")) // what ran, from logs that people bring
                .toList();
        assertEquals(
                collectors, read.stream().filter(id -> !families.contains(id)).toList());
        assertTrue(read.stream().filter(id -> !collectors.contains(id)).allMatch(families::contains), read.toString());
    }

    @Test
    void noTwoCollectorsShareAnId() {
        List<Collector> all = Collectors.all();
        assertEquals(all.size(), all.stream().map(Collector::id).distinct().count());
    }

    private static String table() {
        StringBuilder table = new StringBuilder("""
                | collector | reads | what root adds | checks (time to live, privilege, controls) |
                | --- | --- | --- | --- |
                """);
        for (Collector collector : Collectors.all()) {
            table.append("| `%s` %s | %s | %s | %s |\n"
                    .formatted(
                            collector.id(),
                            collector.title(),
                            String.join(
                                    ", ",
                                    collector.description().reads().stream()
                                            .map(r -> "`" + r + "`")
                                            .toList()),
                            advice(collector.description().withRoot()),
                            String.join(
                                    "<br>",
                                    CheckCatalogue.load().checks().stream()
                                            .filter(check -> check.reads().equals(collector.id()))
                                            .map(CollectorsPageTest::check)
                                            .toList())));
        }
        return table.toString();
    }

    private static String advice(List<RootAdvice> advice) {
        return advice.isEmpty()
                ? "-"
                : String.join(
                        "<br>",
                        advice.stream()
                                .map(a -> "`" + a.command() + "`: " + a.adds())
                                .toList());
    }

    private static String check(CheckDefinition check) {
        List<String> controls = check.feeds().stream()
                .map(feed -> feed.control() + " " + feed.coverage().name().toLowerCase(Locale.ROOT))
                .toList();
        return "`%s` %s (%s, %s, %s)"
                .formatted(
                        check.id(),
                        check.title(),
                        days(check.timeToLive()),
                        check.privilege().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        String.join(", ", controls));
    }

    private static String days(Duration duration) {
        return duration.toDays() == 1 ? "1 day" : duration.toDays() + " days";
    }
}
