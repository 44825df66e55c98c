package org.cairn.collectors.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.Refusal.Why;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostReaderTest {
    private static final SystemCommands COMMANDS = new SystemCommands(Duration.ofSeconds(2), 1000);

    private static Why refusal(Read<?> read) {
        return assertInstanceOf(Read.Refused.class, read).refusal().why();
    }

    private static Refusal refusal(Commands.Answer answer) {
        return assertInstanceOf(Commands.Answer.Refused.class, answer).refusal();
    }

    @Test
    void readsAFileBelowItsRoot(@TempDir Path root) throws Exception {
        Files.createDirectories(root.resolve("etc"));
        Files.writeString(root.resolve("etc/hostname"), "anna\n");
        assertEquals(new Read.Got<>(Bytes.utf8("anna\n")), Fakes.host(root).read("/etc/hostname", 100));
    }

    @Test
    void tellsApartWhatIsAbsentTooLargeAndNoFile(@TempDir Path root) throws Exception {
        Files.writeString(root.resolve("large"), "x".repeat(101));
        HostReader host = Fakes.host(root);
        assertEquals(Why.ABSENT, refusal(host.read("/nothing", 100)));
        assertEquals(Why.ABSENT, refusal(host.read("/large/below-a-file", 100)));
        assertEquals(Why.TOO_LARGE, refusal(host.read("/large", 100)));
        assertEquals(Why.MALFORMED, refusal(host.read("/", 100)));
    }

    @Test
    void neverOpensAPipeOrADevice() throws Exception {
        HostReader host = HostReader.ofThisMachine();
        assertEquals(Why.MALFORMED, refusal(host.read("/dev/zero", 100)));
        assertEquals(Why.ABSENT, refusal(host.scan("/dev/zero", RandomBytes::size)));
    }

    @Test
    void endsOnceItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThrows(
                InterruptedException.class, () -> HostReader.ofThisMachine().read("/etc/hostname", 100));
    }

    @Test
    void takesAbsolutePathsOnly() {
        assertThrows(
                IllegalArgumentException.class, () -> HostReader.ofThisMachine().read("etc/hostname", 100));
    }

    @Test
    void listsAFolderInOrderWithModes(@TempDir Path root) throws Exception {
        Files.writeString(root.resolve("b"), "");
        Files.createDirectory(root.resolve("a"));
        Read<List<FileFacts>> read = Fakes.host(root).list("/");
        List<FileFacts> members = assertInstanceOf(Read.Got.class, read).value() instanceof List<?> list
                ? list.stream().map(FileFacts.class::cast).toList()
                : List.of();
        assertEquals(List.of("/a", "/b"), members.stream().map(FileFacts::path).toList());
        assertTrue(members.getFirst().isDirectory());
    }

    @Test
    void runsAProgramWithAnEmptyEnvironmentAndNoShell() throws Exception {
        Commands.Answer answer = COMMANDS.run(Command.of("env"));
        String printed =
                assertInstanceOf(Commands.Answer.Printed.class, answer).output().asUtf8();
        assertEquals(
                List.of("LC_ALL=C", "PATH=/usr/sbin:/usr/bin:/sbin:/bin"),
                printed.lines().sorted().toList());
        assertEquals(
                "$HOME;id\n",
                assertInstanceOf(Commands.Answer.Printed.class, COMMANDS.run(Command.of("echo", "$HOME;id")))
                        .output()
                        .asUtf8());
    }

    @Test
    void refusesAProgramThatIsNotThereFailsOrPrintsTooMuch() throws Exception {
        assertEquals(
                Why.ABSENT, refusal(COMMANDS.run(Command.of("no-such-program"))).why());
        assertEquals(Why.MALFORMED, refusal(COMMANDS.run(Command.of("false"))).why());
        assertEquals(
                Why.TOO_LARGE,
                refusal(COMMANDS.run(Command.of("seq", "100000"))).why());
        assertThrows(IllegalArgumentException.class, () -> Command.of("../bin/sh"));
    }

    @Test
    void stopsAProgramThatDoesNotAnswer() throws Exception {
        SystemCommands hasty = new SystemCommands(Duration.ofMillis(100), 1000);
        assertEquals(
                Why.TIMED_OUT, refusal(hasty.run(Command.of("sleep", "60"))).why());
    }
}
