package org.cairn.collectors.host;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.collectors.CollectionListener;
import org.cairn.collectors.CollectionRun;
import org.cairn.collectors.CollectorOutcome;
import org.cairn.collectors.Collectors;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.Platform;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.Refusal.Why;
import org.cairn.evidence.Source;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CapturedTreeTest {
    private static final Instant NOW = Instant.parse("2026-06-02T08:00:00Z");
    private static final Instant TAKEN = Instant.parse("2026-06-01T00:00:00Z");
    private static final HostIdentity READER = new HostIdentity("laptop7", "anna");

    @TempDir
    Path temporary;

    private Path tree;

    @BeforeEach
    void aTree() throws IOException {
        tree = temporary.resolve("tree");
        write("etc/hostname", "# set by hand\nweb01\n");
        write("etc/machine-id", "0123456789abcdef0123456789abcdef\n");
        write("etc/passwd", "root:x:0:0::/root:/bin/sh\n");
        write("cairn-captured/captured-at", TAKEN + "\n");
        write("cairn-captured/whole", "/etc\n");
        Files.writeString(temporary.resolve("secret"), "of this machine");
    }

    private void write(String path, String text) throws IOException {
        Path file = tree.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private HostReader open(String... whole) throws Exception {
        return new CapturedTree(tree, Optional.empty(), List.of(whole)).open(READER, NOW);
    }

    private static Refusal refusal(Read<?> read) {
        return assertInstanceOf(Read.Refused.class, read).refusal();
    }

    @Test
    void theTreeSaysWhichHostItIsAndWhenAndTheReaderIsNamed() throws Exception {
        HostIdentity identity = open().identity();
        var capture = identity.origin().capture().orElseThrow();
        assertAll(
                () -> assertEquals("web01", identity.host()),
                () -> assertEquals("anna on laptop7, from a copy", identity.user()),
                () -> assertEquals("laptop7", capture.readOn()),
                () -> assertEquals(NOW, capture.readAt()),
                () -> assertEquals(tree.toString(), capture.root()),
                () -> assertEquals(List.of("/etc"), capture.whole()),
                () -> assertEquals(32, identity.origin().machine().orElseThrow().length()),
                () -> assertNotEquals(
                        "0123456789abcdef0123456789abcdef",
                        identity.origin().machine().orElseThrow(),
                        "the id itself is confidential"),
                () -> assertEquals(
                        TAKEN, open().observedBy(InstantSource.fixed(NOW)).instant()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/secret",
                "../secret",
                "../../../../../../../../../../secret",
                "/../../secret",
                "/etc/../../secret",
                "hop/../../../secret"
            })
    void noLinkLeadsOutOfIt(String target) throws Exception {
        Files.createDirectories(tree.resolve("etc/hop"));
        Path outside = temporary.resolve("secret");
        Files.createSymbolicLink(tree.resolve("etc/link"), Path.of(target));
        Files.createSymbolicLink(tree.resolve("etc/absolute"), outside);
        Files.createSymbolicLink(tree.resolve("etc/up"), temporary);
        HostReader host = open("/");
        assertAll(
                () -> assertEquals(
                        Why.ABSENT, refusal(host.read("/etc/link", 100)).why()),
                () -> assertEquals(
                        Why.ABSENT, refusal(host.read("/etc/absolute", 100)).why()),
                () -> assertEquals(
                        Why.ABSENT, refusal(host.read("/etc/up/secret", 100)).why()),
                () -> assertEquals(Why.ABSENT, refusal(host.list("/etc/up")).why()),
                () -> assertEquals(
                        Why.ABSENT,
                        refusal(host.scan("/etc/up/secret", RandomBytes::size)).why()),
                () -> assertEquals(Why.ABSENT, refusal(host.facts("/../secret")).why()),
                () -> assertEquals(
                        new Read.Got<>(Bytes.utf8("root:x:0:0::/root:/bin/sh\n")),
                        host.read("/../../etc/passwd", 100),
                        "`..` ends at the top"));
    }

    @Test
    void anAbsoluteLinkLeadsToTheTreesOwnFile() throws Exception {
        write("usr/lib/os-release", "ID=debian\n");
        Files.createSymbolicLink(tree.resolve("etc/os-release"), Path.of("/usr/lib/os-release"));
        Files.createSymbolicLink(tree.resolve("etc/loop"), Path.of("loop"));
        HostReader host = open("/");
        assertEquals(new Read.Got<>(Bytes.utf8("ID=debian\n")), host.read("/etc/os-release", 100));
        assertEquals(new Read.Got<>("/usr/lib/os-release"), host.linkTarget("/etc/os-release"));
        assertTrue(refusal(host.read("/etc/loop", 100)).detail().contains("40 symbolic links"));
    }

    @Test
    void whatIsMissingWasAbsentOnlyWhereTheCopyIsWhole() throws Exception {
        HostReader host = open();
        assertAll(
                () -> assertEquals(
                        Why.ABSENT, refusal(host.read("/etc/shadow", 100)).why()),
                () -> assertEquals(
                        Why.DENIED, refusal(host.read("/usr/lib/x", 100)).why()),
                () -> assertTrue(refusal(host.read("/usr/lib/x", 100)).detail().contains("not captured")),
                () -> assertEquals(Why.DENIED, refusal(host.list("/")).why(), "a part of a folder is not its list"),
                () -> assertInstanceOf(Read.Got.class, host.list("/etc")));
        HostReader disk = open("/");
        assertAll(
                () -> assertEquals(
                        Why.ABSENT, refusal(disk.read("/usr/lib/x", 100)).why()),
                () -> assertEquals(
                        Why.DENIED,
                        refusal(disk.read("/proc/net/tcp", 100)).why(),
                        "a disk holds nothing of what its kernel made up"));
    }

    @Test
    void theKernelOfThisMachineIsNotReadThroughAMount() throws Exception {
        HostReader host = new HostReader(
                Platform.LINUX,
                new CapturedFiles(Path.of("/"), Optional.of(TAKEN), List.of("/", "/proc", "/sys")),
                READER,
                _ -> {
                    throw new AssertionError("no command is run");
                });
        assertTrue(refusal(host.read("/proc/version", 1000)).detail().contains("of this machine"));
        assertTrue(refusal(host.list("/proc/self/fd")).detail().contains("of this machine"));
    }

    @Test
    void commandsAreReadFromWhatTheyPrintedThereAndNeverRun() throws Exception {
        write("cairn-captured/nft_-j_list_ruleset", "{\"nftables\":[]}\n");
        write("cairn-captured/iptables-save", "\n");
        HostReader host = open();
        assertEquals(
                new Commands.Answer.Printed(Bytes.utf8("{\"nftables\":[]}\n")),
                host.run(Command.of("nft", "-j", "list", "ruleset")));
        var failed = assertInstanceOf(Commands.Answer.Refused.class, host.run(Command.of("iptables-save")));
        assertEquals(Why.MALFORMED, failed.refusal().why());
        var absent = assertInstanceOf(Commands.Answer.Refused.class, host.run(Command.of("echo", "here")));
        assertEquals(Why.ABSENT, absent.refusal().why());
        assertTrue(
                absent.refusal().detail().contains("not the running host"),
                absent.refusal().detail());
    }

    @Test
    void ownersAreCalledAsTheTreeCallsThem() throws Exception {
        int uid = (Integer) Files.getAttribute(tree.resolve("etc"), "unix:uid");
        write("etc/passwd", "somebody-there:x:" + uid + ":0::/:/bin/sh\n");
        var facts = assertInstanceOf(Read.Got.class, open().facts("/etc/passwd"));
        assertEquals("somebody-there", ((FileFacts) facts.value()).owner());
    }

    @Test
    void aClosedFolderOfTheReaderDoesNotCloseTheHost() throws Exception {
        Files.setPosixFilePermissions(tree, PosixFilePermissions.fromString("rwx------"));
        var facts = assertInstanceOf(Read.Got.class, open("/").facts("/"));
        assertEquals("0755", ((FileFacts) facts.value()).octalMode());
    }

    @Test
    void noCollectorTellsAnythingOfThisMachine() throws Exception {
        CollectionRun run = new CollectionRun(
                open("/"), InstantSource.fixed(NOW), Duration.ofSeconds(30), CollectionListener.silent(), () -> false);
        List<String> wrong = new ArrayList<>();
        for (CollectorOutcome outcome : run.run(Collectors.on(Platform.LINUX))) {
            CollectionResult result =
                    assertInstanceOf(CollectorOutcome.Collected.class, outcome).result();
            Evidence evidence = result.evidence();
            assertEquals("web01", evidence.host());
            assertEquals(TAKEN, evidence.observedAt());
            for (Source source : evidence.sources()) {
                if (source.how() == Source.How.COMMAND
                        || !Files.exists(tree.resolve(source.location().substring(1)))) {
                    wrong.add(evidence.collector() + " read " + source);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "etc/hostname | | etc/hostname | Write the host's name",
                "etc/hostname | a b | etc/hostname | is no host's name",
                "cairn-captured/captured-at | | captured-at | --captured-at",
                "cairn-captured/captured-at | yesterday | captured-at | 'yesterday' is no UTC time",
                "cairn-captured/captured-at | 2027-01-01T00:00:00Z | 2027-01-01 | Set the clock",
                "cairn-captured/whole | etc | 'etc' | absolute path",
                "cairn-captured/platform | beos | cairn-captured/platform | 'beos' is none of linux, windows, macos"
            })
    void whatCannotStandForAHostIsRefused(String file, String content, String where, String what) throws Exception {
        write(file, content == null ? "" : content);
        String message =
                String.valueOf(assertThrows(UnusableTree.class, this::open).getMessage());
        assertTrue(message.contains(where) && message.contains(what), message);
        assertFalse(message.contains("null"), message);
    }

    @Test
    void thisMachinesOwnRootIsNoCopy() {
        CapturedTree own = new CapturedTree(Path.of("/usr/.."), Optional.empty(), List.of());
        String message = String.valueOf(
                assertThrows(UnusableTree.class, () -> own.open(READER, NOW)).getMessage());
        assertTrue(message.contains("this machine's own /"), message);
    }
}
