package org.cairn.ledger.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cairn.ledger.store.JdkSigner;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Counts the calls that make an append durable, so that nobody optimises durability away unnoticed.
class ForceTest {
    private static final int APPENDS = 40;

    @TempDir
    Path dir;

    @Test
    void everyAppendIsForcedToTheDiskBeforeItReturns() throws Exception {
        Path trace = dir.resolve("trace");
        Path ready = dir.resolve("ready");
        Strace.assumeWorking();
        List<String> options = List.of("-e", "trace=fdatasync,pwrite64,openat", "-o", trace.toString());
        Path output = dir.resolve("output");
        int exit =
                Strace.run(options, Appends.class, output, dir.resolve("ledger").toString(), ready.toString());
        assertEquals(0, exit, Files.readString(output));
        List<String> calls = Files.readAllLines(trace);
        List<String> appends = calls.subList(lineOf(calls, "/ready.start"), lineOf(calls, "/ready.end"));
        assertEquals(
                APPENDS,
                appends.stream().filter(call -> call.contains("fdatasync(")).count());
        List<String> order = appends.stream()
                .filter(call -> call.contains("pwrite64(") || call.contains("fdatasync("))
                .map(call -> call.contains("pwrite64(") ? "write" : "force")
                .toList();
        for (int i = 0; i < order.size(); i += 2) {
            assertEquals(List.of("write", "force"), order.subList(i, i + 2), "append " + i / 2);
        }
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
            try (Ledger ledger = Ledger.create(Path.of(arguments[0]), "example.org/log", signer)) {
                Files.createFile(Path.of(arguments[1] + ".start"));
                for (int i = 0; i < APPENDS; i++) {
                    assertTrue(ledger.append(Bytes.utf8("entry " + i)) == i);
                }
                Files.createFile(Path.of(arguments[1] + ".end"));
            }
        }
    }
}
