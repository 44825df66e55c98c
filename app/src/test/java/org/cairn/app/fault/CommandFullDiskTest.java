package org.cairn.app.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairn.app.workspace.BusyWorkspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands on a file system of 64 MiB in memory, which only the program on it sees.
class CommandFullDiskTest {
    @TempDir
    Path temporary;

    @Test
    void whereverTheDiskBecomesFullDuringACommandNothingIsLostOrHalfThereAndItCanBeGivenAgain() throws Exception {
        assumeTrue(
                FaultForms.succeeds("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"),
                "no mount in a namespace of one's own is allowed here (unshare, package util-linux)");
        Path template = Files.createDirectory(temporary.resolve("template"));
        BusyWorkspace.make(template, Files.createDirectory(temporary.resolve("others")));
        Path disk = Files.createDirectory(temporary.resolve("disk"));
        Path output = temporary.resolve("output");
        List<String> command = new ArrayList<>(List.of(
                "unshare",
                "-rm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=64m tmpfs \"$1\" && shift 1 && exec \"$@\"",
                "sh",
                disk.toString()));
        command.addAll(FaultForms.java(
                FullDiskProgram.class,
                disk.toString(),
                template.toString(),
                FaultForms.count(0, 1) == 0 ? "short" : "long"));
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        List<String> said = Files.readAllLines(output);
        assertEquals(0, exit, () -> String.join("\n", said));
        for (CommandUnderTest each : CommandUnderTest.values()) {
            boolean stopped = said.stream()
                    .anyMatch(line ->
                            line.startsWith(each + ", refused") || line.startsWith(each + ", recorded and unfinished"));
            boolean ended = said.stream().anyMatch(line -> line.startsWith(each + ", harmless"));
            // What an erasure records fits into the room that the tail keeps, so a full disk need not stop it.
            assertTrue(ended && (stopped || each == CommandUnderTest.ERASE), said::toString);
        }
        FaultForms.report(
                "command-full-disk", "Commands on a disk that became full, and how often", Map.of("commands", said));
    }
}
