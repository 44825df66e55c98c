package org.cairn.causality.query;

import java.util.List;

/// What keeps an answer readable: without limits nearly every process reaches nearly every file.
/// @param depth       steps from the start
/// @param fanOut      edges followed into one node besides those that tell where a process comes from; the latest
///                    first
/// @param requests    connections followed into one server process; the latest before the effect first
/// @param nodes       nodes of the whole answer
/// @param systemPaths files under these paths are left out if no record shows them changed: every program loads them
public record Limits(int depth, int fanOut, int requests, int nodes, List<String> systemPaths) {
    public static final Limits USUAL = new Limits(
            16,
            12,
            3,
            5_000,
            List.of(
                    "/usr/",
                    "/lib/",
                    "/lib32/",
                    "/lib64/",
                    "/bin/",
                    "/sbin/",
                    "/proc/",
                    "/sys/",
                    "/dev/null",
                    "/dev/urandom",
                    "/etc/group",
                    "/etc/host.conf",
                    "/etc/hosts",
                    "/etc/ld.so.cache",
                    "/etc/locale.alias",
                    "/etc/localtime",
                    "/etc/nsswitch.conf",
                    "/etc/passwd",
                    "/etc/resolv.conf",
                    "/etc/ssl/"));

    public Limits {
        systemPaths = List.copyOf(systemPaths);
        if (depth < 1 || fanOut < 1 || requests < 1 || nodes < 2) {
            throw new IllegalArgumentException("limits that leave nothing");
        }
    }

    /// Nothing left out: for laws and small graphs.
    public static Limits none() {
        return new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, List.of());
    }

    /// Names behind which the kernel stands and no stored bytes; `/dev/shm` is memory that files lie in. Only where
    /// system paths are left out at all.
    /// @param path absolute
    boolean isOfTheKernel(String path) {
        return !systemPaths.isEmpty()
                && (path.startsWith("/dev/") && !path.startsWith("/dev/shm/")
                        || path.startsWith("/proc/")
                        || path.startsWith("/sys/"));
    }

    /// @param path absolute
    public boolean isSystem(String path) {
        return systemPaths.stream()
                .anyMatch(system -> system.endsWith("/") ? path.startsWith(system) : path.equals(system));
    }
}
