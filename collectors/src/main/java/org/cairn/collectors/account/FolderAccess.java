package org.cairn.collectors.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who may pass through a folder: its mode, and its access control list where it has one, judged as acl(5), "ACCESS
/// CHECK
/// ALGORITHM", says. Permissions are the digits of chmod(1); passing needs 1.
record FolderAccess(int uid, int gid, int owner, int group, int other, int mask, Map<String, Integer> named) {
    /// `ls -ldn`: type and mode, `+` where there is a list, links, user, group.
    private static final Pattern LISTING =
            Pattern.compile("([-dlbcps])([-rwxsStT]{9})([.+@]?) +\\d+ +(\\d{1,9}) +(\\d{1,9}) .*", Pattern.DOTALL);
    /// `getfacl -cnp`: one entry a line.
    private static final Pattern ENTRY = Pattern.compile("(user|group|mask|other):(\\d*):([r-])([w-])([x-]).*");

    private static final int ALL = 7;
    private static final int PASS = 1;

    FolderAccess {
        named = Map.copyOf(named);
    }

    /// @param hasList whether there is an access control list that the mode does not show
    record Listing(FolderAccess access, boolean isFolder, boolean hasList) {}

    /// What `ls -ldn` printed of one folder.
    static Optional<Listing> ofListing(String line) {
        Matcher found = LISTING.matcher(line.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        String mode = found.group(2);
        FolderAccess access = new FolderAccess(
                Integer.parseInt(found.group(4)),
                Integer.parseInt(found.group(5)),
                digit(mode, 0),
                digit(mode, 3),
                digit(mode, 6),
                ALL,
                Map.of());
        return Optional.of(
                new Listing(access, found.group(1).equals("d"), found.group(3).equals("+")));
    }

    private static int digit(String mode, int at) {
        char execute = mode.charAt(at + 2);
        return (mode.charAt(at) == 'r' ? 4 : 0)
                + (mode.charAt(at + 1) == 'w' ? 2 : 0)
                + (execute == 'x' || execute == 's' || execute == 't' ? PASS : 0);
    }

    /// The same folder with the list that `getfacl -cnp` printed; empty if an entry was not understood.
    Optional<FolderAccess> withList(String entries) {
        Map<String, Integer> all = new HashMap<>();
        for (String line : entries.lines().filter(l -> !l.isBlank()).toList()) {
            Matcher entry = ENTRY.matcher(line.strip());
            if (line.startsWith("default:")) {
                continue; // what new members inherit
            }
            if (!entry.matches()) {
                return Optional.empty();
            }
            int digit = (entry.group(3).equals("r") ? 4 : 0)
                    + (entry.group(4).equals("w") ? 2 : 0)
                    + (entry.group(5).equals("x") ? PASS : 0);
            all.put(entry.group(1) + ":" + entry.group(2), digit);
        }
        int maskOfAll = all.getOrDefault("mask:", ALL);
        int groupEntry = all.getOrDefault("group:", group);
        return Optional.of(new FolderAccess(
                uid,
                gid,
                all.getOrDefault("user:", owner),
                groupEntry,
                all.getOrDefault("other:", other),
                maskOfAll,
                all));
    }

    boolean everyonePasses() {
        return (other & PASS) != 0;
    }

    /// Whether a user who is in `groups` may pass.
    boolean passes(int user, Iterable<Integer> groups) {
        if (user == uid) {
            return (owner & PASS) != 0;
        }
        Integer own = named.get("user:" + user);
        if (own != null) {
            return (own & mask & PASS) != 0;
        }
        List<Integer> entries = new ArrayList<>();
        for (int one : groups) {
            if (one == gid) {
                entries.add(group);
            }
            Integer listed = named.get("group:" + one);
            if (listed != null) {
                entries.add(listed);
            }
        }
        return entries.isEmpty() ? everyonePasses() : entries.stream().anyMatch(entry -> (entry & mask & PASS) != 0);
    }
}
