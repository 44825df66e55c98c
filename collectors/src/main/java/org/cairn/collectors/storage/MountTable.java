package org.cairn.collectors.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads `/proc/mounts` (proc_pid_mounts(5), fstab(5)): later lines cover earlier ones on the same point.
record MountTable(List<Mount> mounts, int unknownLines) {
    record Mount(String device, String point, String type, Set<String> options) {
        Mount {
            options = Set.copyOf(options);
        }
    }

    MountTable {
        mounts = List.copyOf(mounts);
    }

    static MountTable parse(String text) {
        Map<String, Mount> byPoint = new LinkedHashMap<>();
        int unknown = 0;
        for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
            String[] fields = line.split(" ", -1);
            if (fields.length < 4 || !fields[1].startsWith("/")) {
                unknown++;
                continue;
            }
            String point = unescaped(fields[1]);
            byPoint.put(point, new Mount(unescaped(fields[0]), point, fields[2], Set.of(distinct(fields[3]))));
        }
        return new MountTable(new ArrayList<>(byPoint.values()), unknown);
    }

    /// The mount that holds `path`.
    Optional<Mount> holding(String path) {
        return mounts.stream()
                .filter(mount -> path.equals(mount.point())
                        || path.startsWith(mount.point().endsWith("/") ? mount.point() : mount.point() + "/"))
                .max((a, b) -> Integer.compare(a.point().length(), b.point().length()));
    }

    private static String[] distinct(String options) {
        return List.of(options.split(",", -1)).stream().distinct().toArray(String[]::new);
    }

    /// getmntent(3): space, tab, newline and backslash are written as octal escapes.
    private static String unescaped(String field) {
        return field.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
