package org.cairn.benchmarks.runtime;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A raw log of auditd as a host writes it that watches opens, programs and connections: `SimulatedAuditLog FILE EVENTS
/// [SEED]`. Eight jobs run side by side; each is started by a service, opens some forty files (libraries and data that
/// others open too), writes a file of its own and removes every other one of them, asks a server outside and sends to
/// it, and ends. The kinds of calls, the records of each and their length are those of a recording of an inference
/// server on Debian 12: nearly nine in ten calls are opens, 760 bytes an event, one new process, file or connection for
/// some twenty events. The same seed gives the same bytes.
public final class SimulatedAuditLog {
    private static final int JOBS = 8;
    private static final int SERVICES = 40;
    private static final int USERS = 6; // system users that every Debian has, so that ausearch -i finds their names
    private static final int FILES = 4_000;
    private static final int SERVERS = 60;
    private static final long FIRST_SERVICE = 1_000;
    private static final long FIRST_JOB = 2_000;
    private static final long MOST_PIDS = 4_000_000; // /proc/sys/kernel/pid_max of a 64-bit host, about
    private static final long FIRST_MILLIS = 1_790_000_000_000L;
    private static final long FIRST_SERIAL = 5_000;
    private static final String SERVICE = "/usr/sbin/service";
    private static final String PROGRAM = "/usr/bin/python3.11";

    private static final class Job {
        private final long number;
        private final long pid;
        private final long parent;
        private final int uid;
        private final int opens;
        private int step;

        Job(long number, long parent, int uid, int opens) {
            this.number = number;
            this.pid = FIRST_JOB + number % MOST_PIDS;
            this.parent = parent;
            this.uid = uid;
            this.opens = opens;
        }
    }

    private final Random random;
    private final StringBuilder text = new StringBuilder(4_096);
    private final @Nullable Job[] jobs = new @Nullable Job[JOBS];
    private long millis = FIRST_MILLIS;
    private long serial = FIRST_SERIAL;
    private long started;

    private SimulatedAuditLog(long seed) {
        this.random = new Random(seed);
    }

    /// @param arguments the file, how many events, and the seed (1 where it is not given)
    public static void main(String[] arguments) throws IOException {
        write(
                Path.of(arguments[0]),
                Long.parseLong(arguments[1]),
                arguments.length > 2 ? Long.parseLong(arguments[2]) : 1);
    }

    /// Replaces `file`.
    public static void write(Path file, long events, long seed) throws IOException {
        SimulatedAuditLog log = new SimulatedAuditLog(seed);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (long i = 0; i < events; i++) {
                log.text.setLength(0);
                log.event();
                out.write(log.text.toString().getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private void event() {
        millis += random.nextInt(3);
        serial++;
        int place = random.nextInt(JOBS);
        Job job = jobs[place];
        if (job == null) {
            job = new Job(
                    started++,
                    FIRST_SERVICE + random.nextInt(SERVICES),
                    1 + random.nextInt(USERS),
                    30 + random.nextInt(30));
            jobs[place] = job;
        }
        step(job, place);
        job.step++;
    }

    private void step(Job job, int place) {
        int opens = job.opens;
        switch (job.step) {
            case 0 -> call(56, job.parent, 1, 0, SERVICE, job.pid, "1200011", "0", 0);
            case 1 -> execute(job);
            default -> {
                if (job.step < opens) {
                    open(job, "/usr/lib/python3/dist-packages/package/module-" + common() + ".cpython-311.pyc", false);
                } else if (job.step == opens) {
                    open(job, "/srv/results/of-job-" + job.number + ".json", true);
                } else if (job.step == opens + 1) {
                    connect(job);
                } else if (job.step <= opens + 4) {
                    call(44, job.pid, job.parent, job.uid, PROGRAM, 512, "5", "7f73d22e79d0", 0);
                } else if (job.step == opens + 5 && job.number % 2 == 0) {
                    remove(job);
                } else {
                    end(job);
                    jobs[place] = null;
                }
            }
        }
        records(job);
    }

    /// A few files are opened by everybody, most seldom.
    private int common() {
        double share = random.nextDouble();
        return (int) (FILES * share * share * share);
    }

    private void execute(Job job) {
        call(59, job.pid, job.parent, job.uid, PROGRAM, 0, "55d1c7c3e2a0", "55d1c7c3e300", 2);
        line("EXECVE")
                .append("argc=3 a0=\"/usr/bin/python3\" a1=\"/srv/app/job.py\" a2=\"--number=")
                .append(job.number)
                .append("\"\n");
        line("CWD").append("cwd=\"/srv/app\"\n");
        path(0, PROGRAM, 300_001, "0100755", "NORMAL");
        path(1, "/lib64/ld-linux-x86-64.so.2", 300_002, "0100755", "NORMAL");
    }

    private void open(Job job, String name, boolean create) {
        call(257, job.pid, job.parent, job.uid, PROGRAM, 3, "ffffff9c", "7f73d22e79d0", create ? 2 : 1);
        line("CWD").append("cwd=\"/srv/app\"\n");
        if (create) {
            path(0, "/srv/results/", 400_000, "040755", "PARENT");
        }
        long inode = create ? 10_000_000 + job.number % 50_000_000 : 500_000 + Math.floorMod(name.hashCode(), 900_000);
        path(create ? 1 : 0, name, inode, "0100644", create ? "CREATE" : "NORMAL");
    }

    private void remove(Job job) {
        call(87, job.pid, job.parent, job.uid, PROGRAM, 0, "7f73d20a8590", "1", 2);
        line("CWD").append("cwd=\"/srv/app\"\n");
        path(0, "/srv/results/", 400_000, "040755", "PARENT");
        path(
                1,
                "/srv/results/of-job-" + job.number + ".json",
                10_000_000 + job.number % 50_000_000,
                "0100644",
                "DELETE");
    }

    private void connect(Job job) {
        call(42, job.pid, job.parent, job.uid, PROGRAM, 0, "5", "7ffd31c0a1b0", 0);
        line("SOCKADDR")
                .append("saddr=020001BBCB0071")
                .append(HexFormat.of().withUpperCase().toHexDigits((byte) random.nextInt(SERVERS)))
                .append("0000000000000000\n");
    }

    private void end(Job job) {
        line("SYSCALL").append("arch=c000003e syscall=231 a0=0 a1=e7 a2=3c a3=7ffd31c0a0d0 items=0");
        actor(job.pid, job.parent, job.uid, PROGRAM);
    }

    private void call(
            int number,
            long pid,
            long parent,
            int uid,
            String program,
            long exit,
            String first,
            String second,
            int items) {
        line("SYSCALL")
                .append("arch=c000003e syscall=")
                .append(number)
                .append(" success=yes exit=")
                .append(exit)
                .append(" a0=")
                .append(first)
                .append(" a1=")
                .append(second)
                .append(" a2=")
                .append(number == 257 && items == 2 ? "80241" : number == 257 ? "80000" : "200")
                .append(" a3=1b6 items=")
                .append(items);
        actor(pid, parent, uid, program);
    }

    private void actor(long pid, long parent, int uid, String program) {
        text.append(" ppid=").append(parent).append(" pid=").append(pid).append(" auid=4294967295");
        for (String who : new String[] {"uid", "gid", "euid", "suid", "fsuid", "egid", "sgid", "fsgid"}) {
            text.append(' ').append(who).append('=').append(uid);
        }
        text.append(" tty=(none) ses=4294967295 comm=\"")
                .append(program.equals(PROGRAM) ? "python3" : "service")
                .append("\" exe=\"")
                .append(program)
                .append("\" key=\"cairn\"\n");
    }

    private void path(int item, String name, long inode, String mode, String type) {
        line("PATH")
                .append("item=")
                .append(item)
                .append(" name=\"")
                .append(name)
                .append("\" inode=")
                .append(inode)
                .append(" dev=fe:00 mode=")
                .append(mode)
                .append(" ouid=0 ogid=0 rdev=00:00 nametype=")
                .append(type)
                .append(" cap_fp=0 cap_fi=0 cap_fe=0 cap_fver=0 cap_frootid=0\n");
    }

    /// The last record of every event: the process's title.
    private void records(Job job) {
        line("PROCTITLE")
                .append("proctitle=2F7573722F62696E2F707974686F6E33002F7372762F6170702F6A6F622E7079002D2D6E756D6265723")
                .append(job.uid)
                .append('\n');
    }

    private StringBuilder line(String type) {
        String fraction = Long.toString(1_000 + millis % 1_000);
        return text.append("type=")
                .append(type)
                .append(" msg=audit(")
                .append(millis / 1_000)
                .append('.')
                .append(fraction, 1, 4)
                .append(':')
                .append(serial)
                .append("): ");
    }
}
