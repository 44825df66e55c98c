package org.cairn.ledger.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.cairn.ledger.store.Condition;
import org.cairn.ledger.store.JdkSigner;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerAudit;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Verdict;

/// What must hold for a ledger after whatever happened to its writer.
final class Recovery {
    private Recovery() {}

    /// It opens for writing, has every acknowledged entry, each entry is the one that [LedgerJob] appends, it takes
    /// another, and is intact once closed.
    /// @param least number of entries that had been acknowledged
    static void expectEverything(Path folder, JdkSigner signer, long least, String happened) throws LedgerException {
        try (Ledger ledger = Ledger.openForWriting(folder, signer)) {
            assertEquals(new Condition.Writable(), ledger.condition(), happened);
            assertTrue(
                    ledger.size() >= least,
                    () -> happened + ": " + least + " entries were acknowledged, " + ledger.size() + " are there");
            for (long i = 0; i < ledger.size(); i++) {
                assertEquals(LedgerJob.entry(i), ledger.entry(i), happened);
            }
            ledger.append(LedgerJob.entry(ledger.size()));
        }
        assertInstanceOf(
                Verdict.Intact.class,
                LedgerAudit.audit(folder, signer.keys()),
                () -> happened + ": " + LedgerAudit.audit(folder, signer.keys()));
    }

    /// Nothing was acknowledged, so that there may be no ledger yet; but then opening says so.
    static void expectFoundedOrRefused(Path folder, JdkSigner signer, String happened) {
        try (Ledger ledger = Ledger.openForWriting(folder, signer)) {
            assertEquals(0, ledger.size(), happened);
        } catch (LedgerException e) {
            assertTrue(e.getMessage().contains("there is no ledger here"), happened + ": " + e.getMessage());
        }
    }

    /// The number of entries that a job's output says are recorded.
    /// @param before that were recorded before it
    static long acknowledged(List<String> output, long before) {
        return output.stream()
                .filter(line -> line.startsWith("ack "))
                .mapToLong(line -> Long.parseLong(line.substring(4)) + 1)
                .reduce(before, Math::max);
    }
}
