package org.cairn.collectors.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Names of users and groups as a captured host knows them (passwd(5), group(5)), not this machine. Whoever has no name
/// there is called by number, as ls(1) does.
record AccountNames(Map<Integer, String> users, Map<Integer, String> groups) {
    private static final long LIMIT_BYTES = 4L * 1024 * 1024;
    private static final int ID_FIELD = 2;

    AccountNames {
        users = Map.copyOf(users);
        groups = Map.copyOf(groups);
    }

    /// @param root of the captured tree
    static AccountNames of(Path root) {
        Path etc = root.resolve("etc");
        return new AccountNames(read(etc.resolve("passwd")), read(etc.resolve("group")));
    }

    String user(int uid) {
        return named(users.get(uid), uid);
    }

    String group(int gid) {
        return named(groups.get(gid), gid);
    }

    private static String named(@Nullable String name, int number) {
        return name == null ? Integer.toString(number) : name;
    }

    private static Map<Integer, String> read(Path file) {
        Map<Integer, String> names = new HashMap<>();
        try {
            boolean plain = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isSymbolicLink(file.resolveSibling(""))
                    && Files.size(file) <= LIMIT_BYTES;
            if (plain) {
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.split(":", -1))
                        .filter(fields -> fields.length > ID_FIELD && fields[ID_FIELD].matches("\\d{1,9}"))
                        .forEach(fields -> names.putIfAbsent(Integer.valueOf(fields[ID_FIELD]), fields[0]));
            }
        } catch (IOException _) {
            return Map.of(); // then all are called by number
        }
        return names;
    }
}
