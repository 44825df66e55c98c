package org.cairn.collectors.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.collectors.host.Observation;

/// The users and groups of a host's own files (passwd(5), group(5)). Accounts of a directory are not in them.
record LocalAccounts(List<User> users, List<Group> groups) {
    record User(String name, int uid, int gid, String shell) {}

    record Group(String name, int gid, List<String> members) {
        Group {
            members = List.copyOf(members);
        }
    }

    LocalAccounts {
        users = List.copyOf(users);
        groups = List.copyOf(groups);
    }

    /// Empty if one of the files could not be read or understood; the refusals are recorded.
    static Optional<LocalAccounts> read(Observation seen) throws InterruptedException {
        Optional<String> passwd = seen.text("/etc/passwd");
        Optional<String> group = seen.text("/etc/group");
        if (passwd.isEmpty() || group.isEmpty()) {
            return Optional.empty();
        }
        List<User> users = new ArrayList<>();
        int unknown = 0;
        for (String line : passwd.get().lines().filter(l -> !l.isBlank()).toList()) {
            String[] fields = line.split(":", -1);
            boolean known = fields.length == 7 && isId(fields[2]) && isId(fields[3]);
            unknown += known ? 0 : 1;
            if (known) {
                users.add(new User(fields[0], Integer.parseInt(fields[2]), Integer.parseInt(fields[3]), fields[6]));
            }
        }
        List<Group> groups = new ArrayList<>();
        for (String line : group.get().lines().filter(l -> !l.isBlank()).toList()) {
            String[] fields = line.split(":", -1);
            boolean known = fields.length == 4 && isId(fields[2]);
            unknown += known ? 0 : 1;
            if (known) {
                List<String> members = fields[3].isBlank()
                        ? List.of()
                        : List.of(fields[3].strip().split("\\s*,\\s*"));
                groups.add(new Group(fields[0], Integer.parseInt(fields[2]), members));
            }
        }
        seen.unknownLines("/etc/passwd and /etc/group", unknown);
        return unknown > 0 ? Optional.empty() : Optional.of(new LocalAccounts(users, groups));
    }

    private static boolean isId(String text) {
        return text.matches("\\d{1,9}");
    }

    /// The group's members, those by primary group among them; empty if there is no such group here.
    Optional<Set<String>> membersOf(String group) {
        List<Group> named = groups.stream().filter(g -> g.name().equals(group)).toList();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Set<String> members = new TreeSet<>();
        for (Group one : named) {
            members.addAll(one.members());
            users.stream()
                    .filter(user -> user.gid() == one.gid())
                    .map(User::name)
                    .forEach(members::add);
        }
        return Optional.of(members);
    }

    /// The numbers of every group that `user` is in.
    Set<Integer> groupsOf(User user) {
        Set<Integer> ids = new TreeSet<>(Set.of(user.gid()));
        groups.stream()
                .filter(g -> g.members().contains(user.name()))
                .map(Group::gid)
                .forEach(ids::add);
        return ids;
    }
}
