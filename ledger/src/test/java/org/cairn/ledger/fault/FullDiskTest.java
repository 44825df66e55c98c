package org.cairn.ledger.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a file system of 6 MiB in memory, which only the program on it sees.
class FullDiskTest {
    @TempDir
    Path dir;

    @Test
    void whereverTheDiskBecomesFullNothingIsLostAndWorkGoesOnOnceThereIsRoom() throws Exception {
        Namespace.assumeWorking();
        Path output = dir.resolve("output");
        Path disk = Files.createDirectory(dir.resolve("disk"));
        int exit = Namespace.run(
                "mount -t tmpfs -o size=6m tmpfs \"$1\" && shift 1 && exec \"$@\"",
                output,
                Program.command(FullDiskJob.class, disk.toString(), String.valueOf(Faults.count(4, 1))),
                disk.toString());
        List<String> said = Files.readAllLines(output);
        assertEquals(0, exit, said::toString);
        for (String file : List.of("ledger", "ledger/tile/entries/000", "ledger/checkpoint")) {
            assertTrue(said.stream().anyMatch(line -> line.startsWith(file + ": ")), said::toString);
        }
        FaultReport.write("full-disk", "Files at which the disk became full, and how often", Map.of("ledger", said));
    }
}
