package org.cairn.collectors.account;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// Local users and groups (passwd(5), group(5)). Directory accounts are not in these files.
public final class LocalAccountsCollector implements Collector {
    private static final CollectorDescription DESCRIPTION =
            CollectorDescription.of("account.local", 1, "Local users and groups", List.of("/etc/passwd", "/etc/group"));
    private static final Set<String> NO_LOGIN =
            Set.of("/usr/sbin/nologin", "/sbin/nologin", "/bin/false", "/usr/bin/false", "/bin/sync");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Optional<String> passwd = seen.text("/etc/passwd");
        if (passwd.isPresent()) {
            Members users = seen.population("users");
            count(
                    users,
                    "/etc/passwd",
                    passwd.get().lines().filter(line -> !user(users, line)).count());
        }
        Optional<String> group = seen.text("/etc/group");
        if (group.isPresent()) {
            Members groups = seen.population("groups");
            count(
                    groups,
                    "/etc/group",
                    group.get().lines().filter(line -> !group(groups, line)).count());
        }
        return seen.result();
    }

    private static boolean user(Members users, String line) {
        String[] fields = line.split(":", -1);
        if (fields.length != 7 || !fields[2].matches("\\d+")) {
            return line.isBlank();
        }
        users.add(Map.of(
                "name", fields[0],
                "uid", fields[2],
                "gid", fields[3],
                "home", fields[5],
                "shell", fields[6],
                "login-shell", NO_LOGIN.contains(fields[6]) ? "no" : "yes"));
        return true;
    }

    private static boolean group(Members groups, String line) {
        String[] fields = line.split(":", -1);
        if (fields.length != 4 || !fields[2].matches("\\d+")) {
            return line.isBlank();
        }
        groups.add(Map.of("name", fields[0], "gid", fields[2], "members", fields[3]));
        return true;
    }

    private static void count(Members members, String path, long unknown) {
        if (unknown > 0) {
            members.refuse(new Refusal(path, Refusal.Why.MALFORMED, unknown + " lines were not understood"));
        }
    }
}
