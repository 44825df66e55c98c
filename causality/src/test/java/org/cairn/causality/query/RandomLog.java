package org.cairn.causality.query;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Logs of a few processes that start each other, open each other's files and talk, for properties.
public final class RandomLog {
    private static final String[] PROGRAMS = {"/usr/bin/dash", "/usr/bin/cat", "/srv/app"};

    private final Random random;
    private final StringBuilder log = new StringBuilder();
    private long millis = 1_700_000_000_000L;
    private long serial;

    private RandomLog(Random random) {
        this.random = random;
    }

    /// @param events all of them within a second and a half
    public static byte[] of(Random random, int events) {
        RandomLog made = new RandomLog(random);
        for (int i = 0; i < events; i++) {
            made.event();
        }
        return made.log.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void event() {
        millis += random.nextInt(12);
        serial++;
        switch (random.nextInt(8)) {
            case 0 -> call(58, 10 + random.nextInt(6), "a0=0", 0);
            case 1 -> {
                call(59, 0, "a0=0", 1);
                path(random.nextInt(5), "NORMAL");
            }
            case 2, 3 -> {
                call(257, 3 + random.nextInt(3), "a0=ffffff9c a1=0 a2=80000", 1);
                path(random.nextInt(5), "NORMAL");
            }
            case 4 -> {
                boolean anew = random.nextBoolean();
                call(257, 3 + random.nextInt(3), "a0=ffffff9c a1=0 a2=241", 1);
                path(random.nextInt(5), anew ? "CREATE" : "NORMAL");
            }
            case 5 -> {
                call(42, random.nextBoolean() ? -115 : 0, "a0=" + (3 + random.nextInt(3)), 0);
                record("SOCKADDR", "saddr=02001F987F0000010000000000000000");
            }
            case 6 -> {
                call(random.nextBoolean() ? 288 : 49, 4, "a0=3", 0);
                record("SOCKADDR", "saddr=02001F987F0000010000000000000000");
            }
            default -> {
                boolean ends = random.nextInt(4) == 0;
                call(ends ? 231 : 44, 7, "a0=" + (3 + random.nextInt(3)), 0);
            }
        }
    }

    private void call(int number, int exit, String arguments, int items) {
        record(
                "SYSCALL",
                "arch=c000003e syscall=" + number + " success=" + (exit < 0 ? "no" : "yes") + " exit=" + exit + " "
                        + arguments + " items=" + items + " ppid=" + (10 + random.nextInt(3)) + " pid="
                        + (10 + random.nextInt(6)) + " uid=1 auid=2 exe=\"" + PROGRAMS[random.nextInt(3)] + "\"");
    }

    private void path(int file, String change) {
        record("CWD", "cwd=\"/\"");
        record(
                "PATH",
                "item=0 name=\"" + (file == 0 ? "/usr/lib/l" : "/srv/f" + file) + "\" inode=" + (100 + file)
                        + " dev=fe:00 nametype=" + change);
    }

    private void record(String type, String fields) {
        log.append("type=%s msg=audit(%d.%03d:%d): %s\n".formatted(type, millis / 1000, millis % 1000, serial, fields));
    }
}
