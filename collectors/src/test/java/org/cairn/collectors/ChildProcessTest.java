package org.cairn.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.collectors.host.HostIdentity;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.Platform;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real run of all collectors in a child process, watched from outside.
final class ChildProcessTest {
    private static final Path STRACE = Path.of("/usr/bin/strace");
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final String NOBODY = "65534";

    @TempDir
    Path folder;

    /// The product's classes, where any user may read them.
    @BeforeEach
    void copyTheClasses() throws IOException, URISyntaxException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (Class<?> one : List.of(CollectAll.class, Collectors.class, Evidence.class, Bytes.class)) {
            Path from = Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path to = folder.resolve(one.getSimpleName() + (Files.isDirectory(from) ? "" : ".jar"));
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.toList()) {
                    Files.copy(
                            file, to.resolve(from.relativize(file).toString()).normalize());
                }
            }
        }
    }

    private List<String> java() throws IOException {
        try (Stream<Path> parts = Files.list(folder)) {
            String classPath = String.join(":", parts.map(Path::toString).toList());
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            return List.of(
                    java.toString(),
                    "-XX:-UsePerfData",
                    "-XX:+UseSerialGC",
                    "-Xmx512m",
                    "-cp",
                    classPath,
                    CollectAll.class.getName());
        }
    }

    private static List<String> run(List<String> before, List<String> command) throws Exception {
        List<String> all = new ArrayList<>(before);
        all.addAll(command);
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        List<String> printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(0, process.waitFor(), String.join("\n", printed));
        return printed;
    }

    @Test
    void anUnprivilegedUserGetsEvidenceAndRefusalsAndNothingBreaks() throws Exception {
        Assumptions.assumeTrue(HostIdentity.ofThisProcess().isRoot(), "only root can become another user");
        Assumptions.assumeTrue(Files.isExecutable(SETPRIV), "setpriv is not installed");
        List<String> command = List.of(SETPRIV.toString(), "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        List<String> printed = run(command, java());
        assertEquals(Collectors.on(Platform.LINUX).size(), printed.size(), String.join("\n", printed));
        for (String line : printed) {
            assertTrue(line.startsWith("collected ") && !line.contains(" as root "), line);
        }
        assertTrue(printed.stream().anyMatch(l -> l.matches("collected account.password-states as \\S+ refusals 1")));
    }

    @Test
    void aRunWritesNoFileAndConnectsNowhere() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(STRACE), "strace is not installed");
        Path log = folder.resolveSibling(folder.getFileName() + ".strace");
        List<String> strace = List.of(
                STRACE.toString(),
                "-f",
                "-qq",
                "-o",
                log.toString(),
                "-e",
                "trace=openat,open,creat,connect,bind,sendto,socket,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat,"
                        + "chmod,fchmodat,chown,fchownat,link,linkat,symlink,symlinkat,truncate,mount,setxattr");
        List<String> printed = run(strace, java());
        assertEquals(Collectors.on(Platform.LINUX).size(), printed.size(), String.join("\n", printed));
        List<String> calls = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        Files.delete(log);
        assertTrue(calls.stream().anyMatch(call -> call.contains("/etc/passwd")), "strace saw the reading");
        assertEquals(
                List.of(),
                calls.stream().filter(ChildProcessTest::changesOrConnects).toList());
    }

    /// The virtual machine's network library, which its file channels need, makes three sockets when it is loaded to
    /// learn
    /// whether the host has IPv6; it neither binds nor connects them. strace may write such a call in two lines.
    private static final Pattern PROBE =
            Pattern.compile("socket\\(AF_INET6?, SOCK_STREAM, IPPROTO_IP(\\)| <unfinished)");

    private static final Pattern INTERNET = Pattern.compile("socket\\(AF_(INET6?|PACKET)|sa_family=AF_INET");
    private static final Pattern WRITING = Pattern.compile("O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND");
    /// The virtual machine sets what a dump of itself would hold; a child's output goes to /dev/null.
    private static final Pattern HARMLESS = Pattern.compile("\"/dev/(null|tty)\"|\"/proc/self/coredump_filter\"");
    private static final Pattern CHANGING = Pattern.compile(
            "\\b(creat|unlink|unlinkat|rename|renameat2?|mkdir|mkdirat|chmod|fchmodat|chown|fchownat|link|linkat|symlink|"
                    + "symlinkat|truncate|mount|setxattr)\\(");

    private static boolean changesOrConnects(String call) {
        if (call.contains("open") && WRITING.matcher(call).find()) {
            return !HARMLESS.matcher(call).find();
        }
        return INTERNET.matcher(call).find() && !PROBE.matcher(call).find()
                || CHANGING.matcher(call).find();
    }
}
