package org.cairn.ledger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.proof.Verdict;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lets one system call of a writing program fail, as strace can (strace(1), "Tampering").
class DiskErrorTest {
    private static final int REFUSED = 3;

    @TempDir
    Path dir;

    /// The tail is written and forced by pwrite64 and fdatasync; bundles, tiles and checkpoints by fsync and
    /// rename. The counts lie within the appends and within the first bundle and its checkpoint.
    @ParameterizedTest
    @CsvSource({
        "pwrite64,EIO,40",
        "pwrite64,ENOSPC,60",
        "fdatasync,EIO,30",
        "fsync,EIO,14",
        "fsync,ENOSPC,16",
        "rename,EIO,3",
        "rename,ENOSPC,4",
        "rename,EIO,5"
    })
    void whatWasAcknowledgedBeforeADiskErrorIsThereAfterwards(String call, String error, int when) throws Exception {
        JdkSigner signer = new JdkSigner("example.org/log");
        signer.write(dir.resolve("keys"));
        Strace.assumeWorking();
        int exit = run(call, error, when);
        assertEquals(REFUSED, exit, Files.readString(dir.resolve("output")));
        String output = Files.readString(dir.resolve("refused"));
        List<String> words = error.equals("ENOSPC")
                ? List.of("the disk is full")
                : List.of("the disk refused", "input/output error", "nothing can be appended");
        assertTrue(words.stream().anyMatch(output::contains), output);
        List<String> acknowledged = Files.readAllLines(dir.resolve("acknowledged"));
        Path folder = dir.resolve("ledger");
        try (Ledger ledger = Ledger.openForWriting(folder, signer)) {
            assertEquals(new Condition.Writable(), ledger.condition(), output);
            assertTrue(ledger.size() >= acknowledged.size());
            List<String> found = new ArrayList<>();
            for (int i = 0; i < acknowledged.size(); i++) {
                found.add(ledger.entry(i).asUtf8());
            }
            assertEquals(acknowledged, found);
            ledger.append(Bytes.utf8("and it goes on"));
        }
        assertInstanceOf(Verdict.Intact.class, LedgerAudit.audit(folder, signer.keys()));
    }

    private int run(String call, String error, int when) throws IOException, InterruptedException {
        String calls = call.equals("rename") ? "rename,renameat,renameat2" : call;
        String fault = "inject=" + calls + ":error=" + error + ":when=" + when;
        List<String> options = List.of("-o", "/dev/null", "-e", "trace=" + calls, "-e", fault);
        return Strace.run(options, Appends.class, dir.resolve("output"), dir.toString());
    }

    /// Appends 600 entries and seals after each hundred, until it is refused.
    static final class Appends {
        private Appends() {}

        public static void main(String[] arguments) throws IOException {
            Path dir = Path.of(arguments[0]);
            Path acknowledged = Files.createFile(dir.resolve("acknowledged"));
            JdkSigner signer = JdkSigner.read(dir.resolve("keys"));
            try (Ledger ledger = Ledger.create(dir.resolve("ledger"), "example.org/log", signer)) {
                for (int i = 0; i < 600; i++) {
                    String entry = "entry " + i;
                    ledger.append(Bytes.utf8(entry));
                    Files.write(
                            acknowledged, (entry + "\n").getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
                    if (i % 100 == 99) {
                        ledger.checkpoint();
                    }
                }
            } catch (LedgerException e) {
                Files.writeString(dir.resolve("refused"), e.getMessage());
                System.exit(REFUSED);
            }
        }
    }
}
