package org.cairn.ledger.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.ledger.store.JdkSigner;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;

/// Works on a small disk that it fills but for some pages, some more each time, until everything fits. So the disk
/// becomes full at every write in turn. Prints which files it became full at.
final class FullDiskJob {
    private static final int PAGE_SIZE_BYTES = 4096;

    private final Path disk;
    private final Path folder;
    private final Path ballast;
    private final JdkSigner signer = new JdkSigner(LedgerJob.ORIGIN);
    private final Map<String, Integer> fullAt = new TreeMap<>();

    private FullDiskJob(Path disk) {
        this.disk = disk;
        this.folder = disk.resolve("ledger");
        this.ballast = disk.resolve("ballast");
    }

    /// Arguments: where the small disk is mounted, how many pages more it has each time.
    public static void main(String[] arguments) throws Exception {
        FullDiskJob job = new FullDiskJob(Path.of(arguments[0]));
        int step = Integer.parseInt(arguments[1]);
        int pages = 0;
        while (!job.worksOn(pages)) {
            pages += step;
        }
        int founding = 0;
        while (!job.foundsOn(founding)) {
            founding += founding < 3 || founding > 1020 ? 1 : 203;
        }
        job.fullAt.forEach((file, times) -> System.out.println(file + ": " + times));
        System.out.println("all written with " + pages + " pages, founded with " + founding);
    }

    /// False where the disk was full before the end.
    private boolean worksOn(int pages) throws Exception {
        clear();
        LedgerJob.prepare(folder, "work", signer);
        leave(pages);
        Ledger ledger = Ledger.openForWriting(folder, signer);
        long acknowledged = ledger.size();
        try {
            for (int i = 0; i < 20; i++) {
                acknowledged = ledger.append(LedgerJob.entry(ledger.size())) + 1;
                if (i % 8 == 3) {
                    ledger.checkpoint();
                }
            }
            ledger.close();
            return true;
        } catch (LedgerException e) {
            note(e);
            expectReadable(ledger, acknowledged);
            Files.delete(ballast);
            goOn(ledger);
            Recovery.expectEverything(folder, signer, acknowledged, "full disk, " + pages + " pages");
            return false;
        }
    }

    private boolean foundsOn(int pages) throws Exception {
        clear();
        leave(pages);
        try (Ledger ledger = Ledger.create(folder, LedgerJob.ORIGIN, signer)) {
            ledger.append(LedgerJob.entry(0));
            ledger.checkpoint();
        } catch (LedgerException e) {
            note(e);
            Files.delete(ballast);
            return false;
        }
        Recovery.expectEverything(folder, signer, 1, "founded");
        return true;
    }

    /// With room again the same ledger takes entries, or says that it wants to be opened anew.
    private static void goOn(Ledger ledger) throws LedgerException {
        try {
            ledger.append(LedgerJob.entry(ledger.size()));
            ledger.close();
        } catch (LedgerException e) {
            require(e.getMessage().contains("Open the ledger again"), e.getMessage());
        } catch (IllegalStateException e) {
            require(e.toString().contains("the ledger is closed"), e.toString());
        }
    }

    private void expectReadable(Ledger ledger, long acknowledged) throws LedgerException {
        require(ledger.size() >= acknowledged, "entries are lost: " + ledger.size() + " of " + acknowledged);
        try (Ledger reader = Ledger.openForReading(folder, signer.keys())) {
            for (long i = 0; i < acknowledged; i++) {
                require(ledger.entry(i).equals(LedgerJob.entry(i)), "entry " + i + " of the writer");
                require(reader.entry(i).equals(LedgerJob.entry(i)), "entry " + i + " of a reader");
            }
        }
    }

    private void note(LedgerException refusal) {
        String message = refusal.getMessage();
        require(message.contains("the disk is full") && message.contains("free some space"), message);
        String file = message.substring(0, message.indexOf(": the disk is full"));
        fullAt.merge(disk.relativize(Path.of(file)).toString(), 1, Integer::sum);
    }

    private void clear() throws IOException {
        Folders.delete(folder);
        Files.deleteIfExists(ballast);
    }

    private void leave(int pages) throws IOException {
        long free = Files.getFileStore(disk).getUsableSpace();
        byte[] filling = new byte[(int) Math.max(0, free - (long) pages * PAGE_SIZE_BYTES)];
        Arrays.fill(filling, (byte) 1);
        Files.write(ballast, filling);
        require(Files.getFileStore(disk).getUsableSpace() <= (long) pages * PAGE_SIZE_BYTES, "the disk is not full");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
