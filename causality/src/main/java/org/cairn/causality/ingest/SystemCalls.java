package org.cairn.causality.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Names of the system calls that are read, machine by machine: `system-calls.txt`. Enriched records carry the name;
/// raw ones the number alone.
final class SystemCalls {
    /// `AUDIT_ARCH_*` of linux/audit.h, in hexadecimal as records write it.
    private static final Map<String, String> MACHINES = Map.ofEntries(
            Map.entry("c000003e", "x86_64"),
            Map.entry("40000003", "i386"),
            Map.entry("c00000b7", "aarch64"),
            Map.entry("c00000f3", "riscv64"),
            Map.entry("40000028", "arm"),
            Map.entry("14", "ppc64"), // powerpc has one table for 32 and 64 bits
            Map.entry("80000015", "ppc64"),
            Map.entry("c0000015", "ppc64"),
            Map.entry("80000016", "s390x"),
            Map.entry("16", "s390"));

    /// Calls of the x32 interface carry this bit beside their own numbers (`__X32_SYSCALL_BIT`, asm/unistd.h).
    private static final long X32 = 0x4000_0000L;

    /// Names by machine and number; only some numbers have one.
    private static final Map<String, List<Optional<String>>> NAMES = load();

    private SystemCalls() {}

    /// Whether the numbers of this machine are known.
    static boolean isKnown(String architecture) {
        return MACHINES.containsKey(architecture);
    }

    /// Empty for a call that is not read, or a machine that is not known.
    static Optional<String> name(String architecture, long number) {
        if (!isKnown(architecture)) {
            return Optional.empty();
        }
        String machine = Objects.requireNonNull(MACHINES.get(architecture));
        boolean x32 = machine.equals("x86_64") && (number & X32) != 0;
        List<Optional<String>> names = NAMES.getOrDefault(x32 ? "x32" : machine, List.of());
        long place = x32 ? number & ~X32 : number;
        return place >= 0 && place < names.size() ? names.get((int) place) : Optional.empty();
    }

    /// On s390 the stack comes before the flags (clone(2), CONFIG_CLONE_BACKWARDS2).
    static int cloneFlags(String architecture) {
        return Objects.requireNonNullElse(MACHINES.get(architecture), "").startsWith("s390") ? 1 : 0;
    }

    private static Map<String, List<Optional<String>>> load() {
        List<String> rows;
        try (InputStream in = Objects.requireNonNull(SystemCalls.class.getResourceAsStream("system-calls.txt"))) {
            rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> machines = List.of(rows.getFirst().split(" "));
        Map<String, List<Optional<String>>> names = new HashMap<>();
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(" ", -1);
            for (int i = 1; i < cells.length; i++) {
                if (!cells[i].equals("-")) {
                    put(
                            names.computeIfAbsent(machines.get(i), _ -> new ArrayList<>()),
                            Integer.parseInt(cells[i]),
                            cells[0]);
                }
            }
        }
        return names;
    }

    private static void put(List<Optional<String>> names, int number, String name) {
        while (names.size() <= number) {
            names.add(Optional.empty());
        }
        names.set(number, Optional.of(name));
    }
}
