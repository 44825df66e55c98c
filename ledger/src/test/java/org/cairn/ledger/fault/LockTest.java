package org.cairn.ledger.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.LongStream;
import org.cairn.ledger.store.Condition;
import org.cairn.ledger.store.JdkSigner;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.ledger.store.LedgerInUse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two writers of one ledger, in one program and in two.
class LockTest {
    @TempDir
    Path dir;

    private final JdkSigner signer = new JdkSigner(LedgerJob.ORIGIN);
    private Path folder = Path.of("");

    @BeforeEach
    void keepLedger() throws Exception {
        folder = dir.resolve("ledger");
        signer.write(dir.resolve("keys"));
        try (Ledger ledger = Ledger.create(folder, LedgerJob.ORIGIN, signer)) {
            ledger.appendAll(LongStream.range(0, 20).mapToObj(LedgerJob::entry).toList());
        }
    }

    private String otherProgram() throws IOException, InterruptedException {
        Path output = dir.resolve("output");
        new ProcessBuilder(Program.command(
                        LedgerJob.class, folder.toString(), dir.resolve("keys").toString(), "work"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        return Files.readString(output);
    }

    @Test
    void anotherProgramIsRefusedAndToldWhoWrites() throws Exception {
        try (Ledger ledger = Ledger.openForWriting(folder, signer)) {
            String said = otherProgram();
            assertTrue(said.startsWith("refused "), said);
            assertTrue(said.contains("process " + ProcessHandle.current().pid() + " of user"), said);
            assertEquals(20, ledger.append(LedgerJob.entry(20)));
        }
        assertTrue(otherProgram().contains("closed"));
    }

    /// Closing any channel of a file drops the process's lock on it (fcntl(2)).
    @Test
    void anotherProgramIsRefusedEvenAfterThisOneTriedToOpenTheLedgerTwice() throws Exception {
        try (Ledger ledger = Ledger.openForWriting(folder, signer)) {
            LedgerInUse refusal = assertThrows(LedgerInUse.class, () -> Ledger.openForWriting(folder, signer));
            assertTrue(
                    refusal.getMessage()
                            .contains("process " + ProcessHandle.current().pid()),
                    refusal.getMessage());
            Ledger.openForReading(folder, signer.keys()).close();
            assertTrue(otherProgram().startsWith("refused "));
            assertEquals(20, ledger.append(LedgerJob.entry(20)));
        }
    }

    @Test
    void theLockOfAProgramThatWasKilledDoesNotKeepOthersOut() throws Exception {
        Process child = new ProcessBuilder(Program.command(
                        AppendingChild.class,
                        folder.toString(),
                        dir.resolve("acknowledged").toString(),
                        dir.resolve("keys").toString()))
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("output").toFile())
                .start();
        while (child.isAlive() && !Files.exists(dir.resolve("acknowledged"))) {
            child.waitFor(5, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        child.destroyForcibly().waitFor();
        assertTrue(Files.readString(folder.resolve("lock")).contains("process " + child.pid()));
        try (Ledger ledger = Ledger.openForWriting(folder, signer)) {
            assertEquals(new Condition.Writable(), ledger.condition());
        }
    }

    @Test
    void aWriterWhoseLockFileWasRemovedStopsInsteadOfWritingBesideAnother() throws Exception {
        Ledger ledger = Ledger.openForWriting(folder, signer);
        Files.delete(folder.resolve("lock"));
        assertTrue(otherProgram().contains("closed"));
        LedgerException refusal = assertThrows(LedgerException.class, () -> ledger.append(LedgerJob.entry(20)));
        assertTrue(refusal.getMessage().contains("the file lock was removed"), refusal.getMessage());
        ledger.close();
        Recovery.expectEverything(folder, signer, 38, "the lock was removed");
    }

    @Test
    void aWriterWhoseFolderWasMovedAwayOrRemovedSaysSo() throws Exception {
        Ledger ledger = Ledger.openForWriting(folder, signer);
        Path elsewhere = dir.resolve("elsewhere");
        Files.move(folder, elsewhere, StandardCopyOption.ATOMIC_MOVE);
        LedgerException refusal = assertThrows(LedgerException.class, () -> ledger.append(LedgerJob.entry(20)));
        assertTrue(refusal.getMessage().contains("nothing can be appended"), refusal.getMessage());
        ledger.close();
        Recovery.expectEverything(elsewhere, signer, 20, "the folder was moved");
        assertThrows(LedgerException.class, () -> Ledger.openForWriting(folder, signer));
    }

    @Test
    void aReadOnlyFolderIsReadAndWritingIsRefusedInWords() throws Exception {
        Namespace.assumeWorking();
        Path output = dir.resolve("output");
        String mount = "mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\" && shift 1 && exec \"$@\"";
        int exit = Namespace.run(
                mount,
                output,
                Program.command(
                        ReadOnlyJob.class,
                        folder.toString(),
                        dir.resolve("keys").toString()),
                folder.toString());
        List<String> said = Files.readAllLines(output);
        assertEquals(0, exit, said::toString);
        assertEquals("read 20, Intact", said.get(0));
        assertTrue(said.get(1).matches("refused .*ledger/lock: read-only file system\\. .*"), said.get(1));
    }

    /// The program that finds its ledger on a read-only disk.
    static final class ReadOnlyJob {
        private ReadOnlyJob() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            JdkSigner signer = JdkSigner.read(Path.of(arguments[1]));
            try (Ledger ledger = Ledger.openForReading(folder, signer.keys())) {
                long read = 0;
                while (read < ledger.size() && ledger.entry(read).equals(LedgerJob.entry(read))) {
                    read++;
                }
                String verdict = org.cairn.ledger.store.LedgerAudit.audit(folder, signer.keys())
                        .getClass()
                        .getSimpleName();
                System.out.println("read " + read + ", " + verdict);
            }
            try (Ledger ledger = Ledger.openForWriting(folder, signer)) {
                System.out.println("opened for writing " + ledger.size());
            } catch (LedgerException e) {
                System.out.println("refused " + e.getMessage());
            }
        }
    }
}
