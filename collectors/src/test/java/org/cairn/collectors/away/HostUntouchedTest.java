package org.cairn.collectors.away;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Follows every system call of a whole run with strace(1): nothing outside the run's own files is written, and nothing
/// beyond this machine is spoken to.
final class HostUntouchedTest {
    private static final String CHANGING =
            "open,openat,openat2,creat,truncate,unlink,unlinkat,rename,renameat,renameat2,mkdir,"
                    + "mkdirat,rmdir,link,linkat,symlink,symlinkat,mknod,mknodat,chmod,fchmodat,chown,lchown,fchownat,setxattr,"
                    + "lsetxattr,removexattr,mount,umount2,pivot_root,sethostname,settimeofday,clock_settime,init_module,"
                    + "finit_module,delete_module,kexec_load,reboot,swapon,swapoff,connect,sendto,sendmsg,bind,listen";

    /// open(2): what is opened so may be written.
    private static final Pattern WRITING = Pattern.compile("O_WRONLY|O_RDWR|O_CREAT|O_TRUNC");

    private static final Pattern OPENING = Pattern.compile("\\b(open|openat|openat2)\\((.*)");
    private static final Pattern SPEAKING = Pattern.compile("\\b(connect|sendto|sendmsg|bind|listen)\\((.*)");
    private static final Pattern PATH = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    @TempDir
    private Path folder;

    private static boolean straceWorks() throws IOException, InterruptedException {
        try {
            return new ProcessBuilder("strace", "-qq", "-o", "/dev/null", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target"))) {
            return jars.filter(file -> file.getFileName().toString().endsWith("-standalone.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("build collectors first"));
        }
    }

    private List<String> trace(Path key, Path run) throws IOException, InterruptedException {
        Path trace = folder.resolve("trace");
        Process process = new ProcessBuilder(
                        "strace",
                        "-f",
                        "-qq",
                        "--seccomp-bpf",
                        "-s",
                        "4096",
                        "-e",
                        "trace=" + CHANGING,
                        "-o",
                        trace.toString(),
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:-UsePerfData",
                        "-Xmx256m",
                        "-jar",
                        jar().toString(),
                        "collect",
                        "--key",
                        key.toString(),
                        "--out",
                        run.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertEquals(0, process.waitFor(), Files.readString(folder.resolve("said")));
        return Files.readAllLines(trace, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @Test
    void aRunWritesItsOwnFilesAndSpeaksToNobody() throws Exception {
        assumeTrue(straceWorks(), "strace is not installed, or may not trace here");
        Path key = folder.resolve("host.key");
        Path run = folder.resolve("web01.run");
        CollectorKey.make(key, new SecureRandom());
        List<String> wrong = new ArrayList<>();
        boolean sawTheRun = false;
        for (String line : trace(key, run)) {
            sawTheRun |= line.contains(run.toString());
            if (changesTheHost(line) || speaks(line)) {
                wrong.add(line);
            }
        }
        assertTrue(sawTheRun, "the trace does not show the run's own file, so it would show no other");
        assertEquals(List.of(), wrong);
    }

    private boolean changesTheHost(String line) {
        if (line.contains("resumed>") || SPEAKING.matcher(line).find() || line.matches("^\\d+ +(\\+\\+\\+|---).*")) {
            return false;
        }
        Matcher opening = OPENING.matcher(line);
        if (opening.find() && !WRITING.matcher(opening.group(2)).find()) {
            return false;
        }
        Matcher path = PATH.matcher(line);
        return !path.find() || !isOwn(path.group(1));
    }

    /// The Java machine says what a dump of its own process would hold (core(5)).
    private boolean isOwn(String path) {
        return path.startsWith(folder + "/")
                || path.equals("/dev/null")
                || path.equals("/dev/tty")
                || path.equals("/proc/self/coredump_filter");
    }

    /// unix(7) and netlink(7) sockets stay on this machine; so does the loopback.
    private static boolean speaks(String line) {
        Matcher speaking = SPEAKING.matcher(line);
        return speaking.find()
                && speaking.group(2).contains("sa_family=AF_INET")
                && !line.contains("inet_addr(\"127.")
                && !line.contains("\"::1\"");
    }
}
