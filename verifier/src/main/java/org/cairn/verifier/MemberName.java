package org.cairn.verifier;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which names a pack's files may have. An allow-list, so that no name can leave the folder it is unpacked into, look
/// like another, or fail on one operating system.
final class MemberName {
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");
    private static final int LONGEST = 240;
    private static final int PRINTED = 1000;
    /// Device names that Windows keeps for itself ("Naming Files, Paths, and Namespaces", Microsoft Learn).
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private static final Pattern NUMBERED_DEVICE = Pattern.compile("(com|lpt)[0-9]");

    private MemberName() {}

    /// Why `name` is refused; empty if it is fine.
    static Optional<String> refusal(String name) {
        if (name.length() > LONGEST) {
            return Optional.of("its name is longer than " + LONGEST + " characters");
        }
        if (name.startsWith("/") || name.startsWith("\\") || name.matches("(?s)[A-Za-z]:.*")) {
            return Optional.of("its name is an absolute path");
        }
        if (name.indexOf('\\') >= 0) {
            return Optional.of("its name has a backslash");
        }
        if (name.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            return Optional.of("its name has a control character");
        }
        for (String segment : name.split("/", -1)) {
            if (segment.equals("..") || segment.equals(".") || segment.isEmpty()) {
                return Optional.of("its name has an empty, '.' or '..' part");
            }
            if (!SEGMENT.matcher(segment).matches() || segment.endsWith(".")) {
                return Optional.of("its name has characters other than A-Z a-z 0-9 . _ - or a part that starts with"
                        + " '.' or '-', ends with '.', or is longer than 100");
            }
            if (isDevice(segment)) {
                return Optional.of("its name is a device on Windows");
            }
        }
        return Optional.empty();
    }

    private static boolean isDevice(String segment) {
        String stem = segment.toLowerCase(Locale.ROOT);
        int dot = stem.indexOf('.');
        stem = dot < 0 ? stem : stem.substring(0, dot);
        return DEVICES.contains(stem) || NUMBERED_DEVICE.matcher(stem).matches();
    }

    /// The text in printable ASCII, so that it cannot mislead a terminal or a reader; cut after a thousand characters.
    static String printable(String text) {
        var safe = new StringBuilder();
        text.chars().limit(PRINTED).forEach(c -> {
            if (c >= ' ' && c < 0x7f) {
                safe.append((char) c);
            } else {
                safe.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return safe.toString();
    }
}
