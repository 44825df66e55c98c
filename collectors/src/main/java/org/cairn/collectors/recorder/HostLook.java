package org.cairn.collectors.recorder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.FileIdentity;
import org.cairn.collectors.host.HiddenProcesses;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Read;
import org.cairn.collectors.host.SecretMask;
import org.cairn.collectors.network.SocketTable;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;

/// Looks at the processes of a host once: proc_pid_stat(5), proc_pid_status(5), proc_pid_cmdline(5), proc_pid_exe(5),
/// proc_pid_fd(5), proc_pid_fdinfo(5), and the sockets of the network namespace it runs in (proc_pid_net(5)).
/// Environments are never read.
final class HostLook {
    /// USER_HZ, in which the kernel counts for programs on every machine that is read here (asm-generic/param.h).
    private static final long MILLIS_OF_A_TICK = 10;

    private static final int SMALL_FILE = 16_384;
    private static final int LARGEST_COMMAND_LINE = 1 << 20;
    private static final int KEPT_OF_COMMAND_LINE = 4_096;
    private static final int LARGEST_TABLE = 1 << 26;
    private static final String DELETED = " (deleted)";
    private static final Pattern PID = Pattern.compile("\\d{1,9}");
    private static final Pattern USERS = Pattern.compile("(?m)^Uid:\\s+(\\d+)\\s+(\\d+)");
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d{1,18})]");
    private static final Pattern FLAGS = Pattern.compile("(?m)^flags:\\s+([0-7]{1,12})");
    private static final long CLOSE_ON_EXECUTE = 0x8_0000; // asm-generic/fcntl.h
    private static final Map<String, String> TABLES =
            Map.of("/proc/net/tcp", "tcp", "/proc/net/tcp6", "tcp", "/proc/net/udp", "udp", "/proc/net/udp6", "udp");

    private final HostReader host;
    private final Instant bootedAt;
    private final Instant at;
    private final Map<Long, RunningProcess> before;
    private int deniedFiles;
    private int deniedPrograms;
    private int vanished;
    private int unreadSockets;

    private HostLook(HostReader host, Instant bootedAt, Instant at, Optional<Look> last) {
        this.host = host;
        this.bootedAt = bootedAt;
        this.at = at;
        this.before = new HashMap<>();
        last.ifPresent(look -> look.processes().forEach(process -> before.put(process.pid(), process)));
    }

    /// @param only the processes looked at, with all that descend from them; empty: all
    /// @param last what need not be read again is taken from it
    /// @return a refusal where `/proc` itself cannot be listed
    static Read<Look> look(HostReader host, Instant bootedAt, Instant at, Set<Long> only, Optional<Look> last)
            throws InterruptedException {
        return switch (host.list("/proc")) {
            case Read.Refused<List<FileFacts>>(Refusal refusal) -> new Read.Refused<>(refusal);
            case Read.Got<List<FileFacts>>(List<FileFacts> members) ->
                new Read.Got<>(new HostLook(host, bootedAt, at, last).look(members, only));
        };
    }

    private Look look(List<FileFacts> members, Set<Long> only) throws InterruptedException {
        Map<Long, Stat> stats = new TreeMap<>();
        for (FileFacts member : members) {
            if (PID.matcher(member.name()).matches()) {
                stat(Long.parseLong(member.name())).ifPresent(stat -> stats.put(stat.pid(), stat));
            }
        }
        List<RunningProcess> processes = new ArrayList<>();
        for (Stat stat : stats.values()) {
            if (only.isEmpty() || descends(stat, stats, only)) {
                process(stat).ifPresent(processes::add);
            }
        }
        processes.sort(Comparator.comparingLong(RunningProcess::start).thenComparingLong(RunningProcess::pid));
        boolean hidden = HiddenProcesses.in(members).isPresent();
        return new Look(at, processes, sockets(), deniedFiles, deniedPrograms, vanished, hidden, unreadSockets);
    }

    private record Stat(long pid, long parent, long start) {}

    /// The name in parentheses may hold anything, parentheses too; the fields are counted from the last one.
    private Optional<Stat> stat(long pid) throws InterruptedException {
        if (host.read("/proc/" + pid + "/stat", SMALL_FILE) instanceof Read.Got<Bytes>(Bytes bytes)) {
            String text = bytes.asUtf8();
            String[] fields = text.substring(text.lastIndexOf(')') + 1).strip().split(" ", -1);
            if (fields.length > 19 && fields[1].matches("\\d{1,9}") && fields[19].matches("\\d{1,18}")) {
                return Optional.of(new Stat(pid, Long.parseLong(fields[1]), Long.parseLong(fields[19])));
            }
        }
        vanished++;
        return Optional.empty();
    }

    private static boolean descends(Stat stat, Map<Long, Stat> all, Set<Long> only) {
        Set<Long> met = new HashSet<>();
        for (Stat up = stat; up != null && met.add(up.pid()); up = all.get(up.parent())) {
            if (only.contains(up.pid())) {
                return true;
            }
        }
        return false;
    }

    private Optional<RunningProcess> process(Stat stat) throws InterruptedException {
        String folder = "/proc/" + stat.pid();
        Read<Bytes> status = host.read(folder + "/status", SMALL_FILE);
        Read<Bytes> commandLine = host.read(folder + "/cmdline", LARGEST_COMMAND_LINE);
        if (!(status instanceof Read.Got<Bytes>(Bytes users))
                || !(commandLine instanceof Read.Got<Bytes>(Bytes line))) {
            vanished++;
            return Optional.empty();
        }
        Matcher user = USERS.matcher(users.asUtf8());
        boolean told = user.find();
        String words = words(line.asUtf8());
        Optional<String> program = program(folder, words);
        Instant started = bootedAt.plus(Duration.ofMillis(MILLIS_OF_A_TICK * stat.start()));
        return Optional.of(new RunningProcess(
                stat.pid(),
                stat.start(),
                started.isAfter(at) ? at : started,
                stat.parent(),
                program,
                programFile(folder, stat, program),
                words,
                told ? user.group(1) : "",
                told ? user.group(2) : "",
                held(folder, stat)));
    }

    /// Threads of the kernel have neither words nor a program.
    private Optional<String> program(String folder, String words) throws InterruptedException {
        return switch (host.linkTarget(folder + "/exe")) {
            case Read.Got<String>(String target) -> Optional.of(target);
            case Read.Refused<String>(Refusal refusal) -> {
                deniedPrograms += refusal.why() == Refusal.Why.DENIED && !words.isEmpty() ? 1 : 0;
                yield Optional.empty();
            }
        };
    }

    private Optional<FileIdentity> programFile(String folder, Stat stat, Optional<String> program)
            throws InterruptedException {
        Optional<RunningProcess> earlier = Optional.ofNullable(before.get(stat.pid()))
                .filter(process ->
                        process.start() == stat.start() && process.program().equals(program));
        if (earlier.isPresent() || program.isEmpty()) {
            return earlier.flatMap(RunningProcess::programFile);
        }
        return host.identityOf(folder + "/exe") instanceof Read.Got<FileIdentity>(FileIdentity is)
                ? Optional.of(is)
                : Optional.empty();
    }

    private static String words(String line) {
        String words = line.replace('\0', ' ').strip();
        return SecretMask.mask(
                words.length() <= KEPT_OF_COMMAND_LINE ? words : words.substring(0, KEPT_OF_COMMAND_LINE) + " …");
    }

    private Map<Integer, Held> held(String folder, Stat stat) throws InterruptedException {
        Map<Integer, Held> held = new TreeMap<>();
        switch (host.list(folder + "/fd")) {
            case Read.Refused<List<FileFacts>>(Refusal refusal) ->
                deniedFiles += refusal.why() == Refusal.Why.DENIED ? 1 : 0;
            case Read.Got<List<FileFacts>>(List<FileFacts> links) -> {
                for (FileFacts link : links) {
                    if (PID.matcher(link.name()).matches()
                            && host.linkTarget(link.path()) instanceof Read.Got<String>(String target)) {
                        int descriptor = Integer.parseInt(link.name());
                        known(stat, descriptor, target)
                                .or(() -> socket(target))
                                .ifPresent(one -> held.put(descriptor, one));
                        if (target.startsWith("/") && !held.containsKey(descriptor)) {
                            held.put(descriptor, file(folder, link, target));
                        }
                    }
                }
            }
        }
        return held;
    }

    private Optional<Held> known(Stat stat, int descriptor, String target) {
        return Optional.ofNullable(before.get(stat.pid()))
                .filter(process -> process.start() == stat.start())
                .flatMap(process -> Optional.ofNullable(process.held().get(descriptor)))
                .filter(one -> one.link().equals(target));
    }

    private static Optional<Held> socket(String target) {
        Matcher socket = SOCKET.matcher(target);
        return socket.matches()
                ? Optional.of(new Held.OpenSocket(target, Long.parseLong(socket.group(1))))
                : Optional.empty();
    }

    private Held file(String folder, FileFacts link, String target) throws InterruptedException {
        Optional<FileIdentity> identity =
                host.identityOf(link.path()) instanceof Read.Got<FileIdentity>(FileIdentity is)
                        ? Optional.of(is)
                        : Optional.empty();
        Optional<Long> flags = Optional.empty();
        if (host.read(folder + "/fdinfo/" + link.name(), SMALL_FILE) instanceof Read.Got<Bytes>(Bytes bytes)) {
            Matcher field = FLAGS.matcher(bytes.asUtf8());
            flags = field.find() ? Optional.of(Long.parseLong(field.group(1), 8)) : Optional.empty();
        }
        return new Held.OpenFile(
                target,
                target.endsWith(DELETED) ? target.substring(0, target.length() - DELETED.length()) : target,
                identity,
                flags.flatMap(HostLook::access),
                flags.filter(bits -> (bits & CLOSE_ON_EXECUTE) != 0).isPresent());
    }

    /// O_ACCMODE of open(2); 3 is of no use to programs.
    private static Optional<String> access(long flags) {
        return switch ((int) (flags & 3)) {
            case 0 -> Optional.of("read");
            case 1 -> Optional.of("write");
            case 2 -> Optional.of("read-write");
            default -> Optional.empty();
        };
    }

    private Map<Long, Look.Connection> sockets() throws InterruptedException {
        Map<Long, Look.Connection> sockets = new HashMap<>();
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            switch (host.read(table.getKey(), LARGEST_TABLE)) {
                case Read.Got<Bytes>(Bytes bytes) -> {
                    SocketTable read = SocketTable.parse(bytes.asUtf8());
                    unreadSockets += read.unknownLines();
                    read.sockets().forEach(one -> sockets.put(one.inode(), new Look.Connection(table.getValue(), one)));
                }
                case Read.Refused<Bytes>(Refusal refusal) ->
                    unreadSockets += refusal.why() == Refusal.Why.ABSENT ? 0 : 1; // no IPv6
            }
        }
        return sockets;
    }
}
