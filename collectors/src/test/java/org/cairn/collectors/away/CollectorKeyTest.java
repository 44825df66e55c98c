package org.cairn.collectors.away;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CollectorKeyTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void make() throws AwayException {
        file = folder.resolve("host.key");
        CollectorKey.make(file, new SecureRandom());
    }

    private void refused(String... words) {
        String message = String.valueOf(
                assertThrows(AwayException.class, () -> CollectorKey.read(file)).getMessage());
        for (String word : words) {
            assertTrue(message.contains(word), message);
        }
    }

    @Test
    void itsFileIsItsOwnersAlone() throws Exception {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        refused(file.toString(), "chmod 600");
    }

    @Test
    void itNeverReplacesAnotherFile() throws Exception {
        String before = Files.readString(file);
        String message =
                String.valueOf(assertThrows(AwayException.class, () -> CollectorKey.make(file, new SecureRandom()))
                        .getMessage());
        assertTrue(message.contains("exists"), message);
        assertEquals(before, Files.readString(file));
    }

    @Test
    void noNumberIsUsedTwiceAndAMissingCountIsNotStartedAnew() throws Exception {
        CollectorKey key = CollectorKey.read(file);
        for (long number = 1; number <= 12; number++) {
            assertEquals(number, key.nextRun());
        }
        assertEquals(13, CollectorKey.read(file).nextRun());
        Path runs = folder.resolve("host.key.runs");
        Files.writeString(runs, "many\n");
        assertTrue(
                String.valueOf(assertThrows(AwayException.class, key::nextRun).getMessage())
                        .contains("how many runs"));
        Files.delete(runs);
        assertTrue(
                String.valueOf(assertThrows(AwayException.class, key::nextRun).getMessage())
                        .contains("Make a new key"));
    }

    @Test
    void whatIsNoKeyOrNoPairIsRefused() throws Exception {
        String text = Files.readString(file);
        Path other = folder.resolve("other.key");
        CollectorKey.make(other, new SecureRandom());
        String strange = Files.readString(other);
        String open = text.substring(text.indexOf("-----BEGIN PUBLIC"));
        Files.writeString(file, text.replace(open, strange.substring(strange.indexOf("-----BEGIN PUBLIC"))));
        refused("do not belong together");
        Files.writeString(file, open);
        refused("does not hold a private and a public key");
        Files.writeString(file, text.replace("MC4CAQAwBQYDK2Vw", "MC4CAQAwBQYDK2Vx"));
        refused("no Ed25519 key");
        Files.writeString(file, "x".repeat(5000));
        refused("larger than a key");
    }
}
