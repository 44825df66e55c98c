package org.cairn.causality.policy;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/// Where files lie, as a policy names it:
/// - `/srv/a/b.csv`: that path, and no other;
/// - `/srv/a/`: the folder and everything below it, at any depth;
/// - `/srv/a/*`: what lies directly in the folder. `*` stands for one whole name, also in the middle of a path, or for
/// the
///   rest of one, as in `/srv/a/part-*`. A star that belongs to a name is written `\*`, a backslash `\\`.
///
/// Neither a folder nor `*` covers a name that begins with a dot: hidden files and folders are named one by one.
/// @param text absolute, without `.` and `..`
public record Place(String text) {
    public Place {
        String path = text.endsWith("/") && text.length() > 1 ? text.substring(0, text.length() - 1) : text;
        if (!text.startsWith("/") || !normal(path).equals(path)) {
            throw new IllegalArgumentException("'" + text + "' is no absolute path without '.', '..' and empty names");
        }
        if (text.equals("/")) {
            throw new IllegalArgumentException("'/' is every file there is; name folders");
        }
    }

    /// That path alone, whatever its letters are.
    static Place exactly(String path) {
        return new Place(path.replace("\\", "\\\\").replace("*", "\\*"));
    }

    /// Whether it names one file and no more.
    public boolean isExact() {
        if (text.endsWith("/")) {
            return false;
        }
        for (String name : text.split("/", -1)) {
            if (isOpen(name)) {
                return false;
            }
        }
        return true;
    }

    /// Whether the name ends with a star that is not its own.
    private static boolean isOpen(String name) {
        int backslashes = 0;
        while (backslashes < name.length() - 1 && name.charAt(name.length() - 2 - backslashes) == '\\') {
            backslashes++;
        }
        return name.endsWith("*") && backslashes % 2 == 0;
    }

    private static String plain(String name) {
        return name.indexOf('\\') < 0 ? name : name.replaceAll("\\\\(.)", "$1");
    }

    /// @param path absolute, as `normal` gives it
    public boolean covers(String path) {
        String[] mine = text.split("/", -1);
        String[] its = path.split("/", -1);
        boolean folder = text.endsWith("/");
        int names = folder ? mine.length - 1 : mine.length;
        if (folder ? its.length < names : its.length != names) {
            return false;
        }
        for (int i = 1; i < its.length; i++) {
            boolean covered = i >= names ? !its[i].startsWith(".") : covers(mine[i], its[i]);
            if (!covered) {
                return false;
            }
        }
        return true;
    }

    private static boolean covers(String mine, String its) {
        if (!isOpen(mine)) {
            return plain(mine).equals(its);
        }
        String beginning = plain(mine.substring(0, mine.length() - 1));
        return its.startsWith(beginning) && (!its.startsWith(".") || beginning.startsWith("."));
    }

    /// As `covers`, without the folder itself: who lists a folder has not opened what lies in it.
    boolean holds(String path) {
        return covers(path)
                && !(text.endsWith("/")
                        && path.chars().filter(c -> c == '/').count()
                                < text.chars().filter(c -> c == '/').count());
    }

    static boolean anyCovers(Collection<Place> places, String path) {
        return places.stream().anyMatch(place -> place.covers(path));
    }

    /// Without `.`, `..` and empty names, by the letters alone: where a link lies on the way, the kernel may have gone
    /// elsewhere. `/srv/a/../../etc/shadow` is `/etc/shadow`, and so lies in no folder that it only passes through.
    /// @param path absolute
    public static String normal(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            switch (name) {
                case "", "." -> {}
                case ".." -> names.pollLast();
                default -> names.addLast(name);
            }
        }
        return "/" + String.join("/", names);
    }
}
