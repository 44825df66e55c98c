package org.cairn.ledger.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.cairn.ledger.store.JdkSigner;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Counts the calls that make an append durable, so that nobody optimises durability away unnoticed.
class ForceTest {
    private static final int APPENDS = 40;

    /// With 40 appends, three bundles are filled and a fourth is not.
    private static final int GROUP = 24;

    private static final String CALLS = "trace=fdatasync,fsync,pwrite64,openat,rename";
    private static final Pattern RENAME = Pattern.compile("rename\\(\"([^\"]+)\", \"([^\"]+)/[^/\"]+\"");
    private static final Pattern FORCE = Pattern.compile("fsync\\(\\d+<([^>]+)>");

    @TempDir
    Path dir;

    @Test
    void everyAppendIsForcedToTheDiskBeforeItReturns() throws Exception {
        expectOneForceAnAppend(trace(1));
    }

    @Test
    void aGroupIsForcedOnceBeforeItReturnsWhetherItFillsABundleOrNot() throws Exception {
        expectOneForceAnAppend(trace(GROUP));
    }

    @Test
    void everyFileIsForcedBeforeItGetsItsNameAndItsFolderAfter() throws Exception {
        List<String> calls = trace(GROUP);
        int bundles = 0;
        for (int i = 0; i < calls.size(); i++) {
            List<MatchResult> renames = RENAME.matcher(calls.get(i)).results().toList();
            if (!renames.isEmpty()) {
                String file = renames.getFirst().group(1);
                String folder = renames.getFirst().group(2);
                assertEquals(
                        1, Collections.frequency(forced(calls.subList(lastRename(calls, i, file), i)), file), file);
                assertTrue(forced(calls.subList(i, calls.size())).contains(folder), folder);
                bundles += folder.endsWith("/tile/entries") ? 1 : 0;
            }
        }
        assertEquals(APPENDS * GROUP / 256, bundles);
    }

    /// Where the file of this name was renamed before, so that forces of another file of that name do not count.
    private static int lastRename(List<String> calls, int before, String file) {
        for (int i = before - 1; i >= 0; i--) {
            if (calls.get(i).contains("rename(\"" + file + '"')) {
                return i;
            }
        }
        return 0;
    }

    private static List<String> forced(List<String> calls) {
        return calls.stream()
                .flatMap(call -> FORCE.matcher(call).results())
                .map(force -> force.group(1))
                .toList();
    }

    private static void expectOneForceAnAppend(List<String> calls) {
        List<String> order = calls.subList(lineOf(calls, "/ready.start"), lineOf(calls, "/ready.end")).stream()
                .filter(call -> call.contains("pwrite64(") || call.contains("fdatasync("))
                .map(call -> call.contains("pwrite64(") ? "write" : "force")
                .toList();
        assertEquals(2 * APPENDS, order.size());
        for (int i = 0; i < order.size(); i += 2) {
            assertEquals(List.of("write", "force"), order.subList(i, i + 2), "append " + i / 2);
        }
    }

    private List<String> trace(int group) throws IOException, InterruptedException {
        Path trace = dir.resolve("trace");
        Strace.assumeWorking();
        Path output = dir.resolve("output");
        int exit = Strace.run(
                List.of("-y", "-e", CALLS, "-o", trace.toString()),
                Appends.class,
                output,
                dir.resolve("ledger").toString(),
                dir.resolve("ready").toString(),
                String.valueOf(group));
        assertEquals(0, exit, Files.readString(output));
        return Files.readAllLines(trace);
    }

    private static int lineOf(List<String> calls, String file) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).contains(file)) {
                return i;
            }
        }
        throw new AssertionError("the program never opened " + file);
    }

    /// The program that is traced: it opens two files to mark where the appends begin and end.
    static final class Appends {
        private Appends() {}

        public static void main(String[] arguments) throws IOException, LedgerException {
            JdkSigner signer = new JdkSigner("example.org/log");
            int group = Integer.parseInt(arguments[2]);
            try (Ledger ledger = Ledger.create(Path.of(arguments[0]), "example.org/log", signer)) {
                Files.createFile(Path.of(arguments[1] + ".start"));
                for (int i = 0; i < APPENDS; i++) {
                    List<Bytes> entries = LongStream.range(0, group)
                            .mapToObj(n -> Bytes.utf8("entry " + n))
                            .toList();
                    assertEquals(
                            (long) group * i,
                            ledger.appendAll(entries).getFirst().longValue());
                }
                Files.createFile(Path.of(arguments[1] + ".end"));
            }
        }
    }
}
