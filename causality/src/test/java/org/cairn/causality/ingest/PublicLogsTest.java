package org.cairn.causality.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.causality.Coverage;
import org.cairn.causality.RawRecordRef;
import org.cairn.causality.Recording;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Logs of several distributions with the results that another parser, elastic/go-libaudit, gives for them.
class PublicLogsTest {
    private static final String FOLDER = "audit-public/go-libaudit/";

    /// Fields that the other parser leaves as the kernel wrote them, or only decodes.
    private static final Set<String> SAME = Set.of(
            "pid", "ppid", "exe", "comm", "cwd", "name", "item", "inode", "dev", "a0", "a1", "a2", "a3", "items");

    private static final Set<String> DECODED = Set.of("exe", "comm", "cwd", "name");

    private static IngestSummary read(String log) throws IOException, IngestException {
        return Recording.read(Files.readAllBytes(Recording.shared(FOLDER + log)), _ -> {});
    }

    private static List<String> missing(IngestSummary summary) {
        return summary.coverage().gaps().stream()
                .filter(gap -> gap.kind() == Coverage.Kind.SERIALS_MISSING)
                .map(Coverage.Gap::detail)
                .toList();
    }

    @Test
    void lostMessagesAreAGap() throws Exception {
        assertEquals(
                List.of("9 serial numbers from 50 to 58 are missing"), missing(read("testdata_lost_messages.log")));
    }

    @Test
    void nothingIsMissingWhereNothingWasLost() throws Exception {
        assertEquals(List.of(), missing(read("testdata_normal.log")));
    }

    @Test
    void aSerialThatStartsAgainAtZeroIsNoLoss() throws Exception {
        IngestSummary summary = read("testdata_rollover.log");
        assertEquals(List.of(), missing(summary));
        assertEquals(5, summary.events());
    }

    @Test
    void recordsOutOfOrderGiveTheSameEventsAsInOrder() throws Exception {
        assertEquals(events("testdata_normal.log"), events("testdata_out_of_order.log"));
        assertEquals(List.of(), missing(read("testdata_out_of_order.log")));
    }

    private static List<String> events(String log) throws Exception {
        List<String> events = new ArrayList<>();
        Recording.read(
                Files.readAllBytes(Recording.shared(FOLDER + log)),
                activity -> events.add(activity.at() + " " + activity.deed() + " " + activity.result() + " "
                        + activity.records().size()));
        return events;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rhel6", "rhel7", "ubuntu14", "ubuntu16", "ubuntu17"})
    void distributionsAreReadAsAnotherParserReadsThem(String name) throws Exception {
        compare("auparse_testdata_audit-" + name + ".log");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test2", "test3"})
    void furtherSamplesAreReadAsAnotherParserReadsThem(String name) throws Exception {
        compare("auparse_testdata_" + name + ".log");
    }

    private static void compare(String log) throws Exception {
        Path file = Recording.shared(FOLDER + log);
        List<JsonNode> golden = JsonMapper.shared()
                .readTree(Files.readString(Path.of(file + ".golden")))
                .valueStream()
                .toList();
        List<String> lines =
                Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        assertEquals(golden.size(), lines.size());
        int compared = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (!golden.get(i).isNull()) {
                compared += compare(golden.get(i), parse(lines.get(i)));
            }
        }
        assertTrue(compared > 0, "nothing was compared");
        assertEquals(
                golden.stream().filter(JsonNode::isNull).count(),
                read(log).rejectedRecords(),
                "lines neither can read");
    }

    private static AuditRecord parse(String line) throws MalformedRecord {
        return AuditRecordParser.parse(line, "h", new RawRecordRef(Digest.sha256(Bytes.empty()), 0));
    }

    private static int compare(JsonNode golden, AuditRecord record) {
        assertEquals(golden.get("record_type").asString(), record.type().toLowerCase(java.util.Locale.ROOT));
        assertEquals(golden.get("sequence").asLong(), record.serial());
        assertEquals(java.time.Instant.parse(golden.get("@timestamp").asString()), record.time());
        int compared = 1;
        for (Map.Entry<String, JsonNode> field : Optional.ofNullable(golden.get("data")).stream()
                .flatMap(JsonNode::propertyStream)
                .toList()) {
            String name = field.getKey();
            if (SAME.contains(name) && record.fields().values().containsKey(name)) {
                boolean isText = DECODED.contains(name) || record.type().equals("EXECVE");
                Optional<String> ours =
                        isText ? record.fields().text(name) : record.fields().plain(name);
                assertEquals(field.getValue().asString(), ours.orElse("(null)"), name);
                compared++;
            }
        }
        return compared;
    }

    @Test
    void theNamesOfSystemCallsAreThoseOfTheOtherParser() throws Exception {
        try (Stream<Path> files = Files.list(
                Recording.shared(FOLDER + "auparse_testdata_test3.log").getParent())) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".golden")).toList()) {
                compareNames(file);
            }
        }
    }

    private static void compareNames(Path golden) throws Exception {
        for (JsonNode line : JsonMapper.shared().readTree(Files.readString(golden))) {
            if (!line.isNull() && line.get("record_type").asString().equals("syscall")) {
                AuditRecord record =
                        parse("type=SYSCALL msg=" + line.get("raw_msg").asString());
                SystemCalls.name(
                                record.fields().plain("arch").orElseThrow(),
                                record.fields().decimal("syscall").orElseThrow())
                        .ifPresent(name ->
                                assertEquals(line.get("data").get("syscall").asString(), name));
            }
        }
    }
}
