package org.cairn.causality.ingest;

import java.util.Map;
import java.util.Optional;

/// Names of the x86_64 system calls that are understood (linux, arch/x86/entry/syscalls/syscall_64.tbl). Enriched
/// records carry the name; raw ones the number alone.
final class SystemCalls {
    /// AUDIT_ARCH_X86_64 of linux/audit.h.
    static final String X86_64 = "c000003e";

    private static final Map<Long, String> NAMES = Map.ofEntries(
            Map.entry(1L, "write"),
            Map.entry(2L, "open"),
            Map.entry(3L, "close"),
            Map.entry(20L, "writev"),
            Map.entry(32L, "dup"),
            Map.entry(33L, "dup2"),
            Map.entry(41L, "socket"),
            Map.entry(42L, "connect"),
            Map.entry(43L, "accept"),
            Map.entry(44L, "sendto"),
            Map.entry(46L, "sendmsg"),
            Map.entry(49L, "bind"),
            Map.entry(56L, "clone"),
            Map.entry(57L, "fork"),
            Map.entry(58L, "vfork"),
            Map.entry(59L, "execve"),
            Map.entry(60L, "exit"),
            Map.entry(76L, "truncate"),
            Map.entry(82L, "rename"),
            Map.entry(83L, "mkdir"),
            Map.entry(84L, "rmdir"),
            Map.entry(85L, "creat"),
            Map.entry(86L, "link"),
            Map.entry(87L, "unlink"),
            Map.entry(88L, "symlink"),
            Map.entry(90L, "chmod"),
            Map.entry(91L, "fchmod"),
            Map.entry(231L, "exit_group"),
            Map.entry(257L, "openat"),
            Map.entry(258L, "mkdirat"),
            Map.entry(263L, "unlinkat"),
            Map.entry(264L, "renameat"),
            Map.entry(265L, "linkat"),
            Map.entry(266L, "symlinkat"),
            Map.entry(268L, "fchmodat"),
            Map.entry(288L, "accept4"),
            Map.entry(292L, "dup3"),
            Map.entry(307L, "sendmmsg"),
            Map.entry(316L, "renameat2"),
            Map.entry(322L, "execveat"),
            Map.entry(435L, "clone3"),
            Map.entry(437L, "openat2"));

    private SystemCalls() {}

    /// Calls of the x32 interface carry this bit beside their own numbers (`__X32_SYSCALL_BIT`, asm/unistd.h).
    static boolean isX32(long number) {
        return (number & 0x4000_0000L) != 0;
    }

    static Optional<String> name(long number) {
        return Optional.ofNullable(NAMES.get(number));
    }
}
