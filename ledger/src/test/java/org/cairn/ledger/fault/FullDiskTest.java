package org.cairn.ledger.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cairn.ledger.store.Condition;
import org.cairn.ledger.store.JdkSigner;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerAudit;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a file system of 6 MiB in memory. To mount one needs the rights of root.
class FullDiskTest {
    private static final String ORIGIN = "example.org/log";

    private final JdkSigner signer = new JdkSigner(ORIGIN);

    @TempDir
    Path dir;

    private boolean mounted;

    @BeforeEach
    void mountSmallDisk() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", dir.toString());
        assumeTrue(mounted, "a small disk cannot be mounted here: root is needed");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", "-l", dir.toString());
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static Bytes entry(long i) {
        return Bytes.utf8("entry " + i + " ".repeat(700));
    }

    @Test
    void aFullDiskRefusesEntriesAndLosesNoneAndGoesOnOnceThereIsRoom() throws Exception {
        Path ballast = dir.resolve("ballast");
        Files.write(ballast, new byte[512 * 1024]);
        long recorded;
        try (Ledger ledger = Ledger.create(dir.resolve("ledger"), ORIGIN, signer)) {
            LedgerException refusal = fillUp(ledger);
            assertTrue(refusal.getMessage().contains("the disk is full"), refusal.getMessage());
            assertTrue(refusal.getMessage().contains("free some space"), refusal.getMessage());
            recorded = ledger.size();
            for (long i = 0; i < recorded; i++) {
                assertEquals(entry(i), ledger.entry(i));
            }
            assertEquals(new Condition.Writable(), ledger.condition());
            Files.delete(ballast);
            assertEquals(recorded, ledger.append(entry(recorded)));
        }
        assertInstanceOf(Verdict.Intact.class, LedgerAudit.audit(dir.resolve("ledger"), signer.keys()));
    }

    @Test
    void aLedgerClosedOnAFullDiskOpensWithEveryEntry() throws Exception {
        Path folder = dir.resolve("ledger");
        Path ballast = dir.resolve("ballast");
        Files.write(ballast, new byte[512 * 1024]);
        Ledger ledger = Ledger.create(folder, ORIGIN, signer);
        fillUp(ledger);
        long recorded = ledger.size();
        LedgerException refusal = refusal(ledger);
        assertTrue(refusal.getMessage().contains("the disk is full"), refusal.getMessage());
        Files.delete(ballast);
        try (Ledger again = Ledger.openForWriting(folder, signer)) {
            assertEquals(new Condition.Writable(), again.condition());
            List<Bytes> entries = new ArrayList<>();
            for (long i = 0; i < again.size(); i++) {
                entries.add(again.entry(i));
            }
            assertEquals(
                    IntStream.range(0, (int) recorded)
                            .mapToObj(FullDiskTest::entry)
                            .toList(),
                    entries);
        }
        assertInstanceOf(Verdict.Intact.class, LedgerAudit.audit(folder, signer.keys()));
    }

    private static LedgerException fillUp(Ledger ledger) {
        try {
            for (long i = 0; ; i++) {
                ledger.append(entry(i));
            }
        } catch (LedgerException e) {
            return e;
        }
    }

    /// Closing needs room for the partial tiles.
    private static LedgerException refusal(Ledger ledger) {
        try {
            ledger.close();
            throw new AssertionError("closed on a full disk");
        } catch (LedgerException e) {
            return e;
        }
    }
}
