package org.cairn.ledger.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.proof.Bytes;

/// Reads what strace(1) wrote with `-f -y -xx`: every text and path in hexadecimal, every descriptor with its path.
final class DiskTrace {
    /// Everything with which a Java program changes files.
    static final String CALLS =
            "openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,mkdir,unlink,rmdir";

    /// Bytes that one write may have; the largest is that of a bundle.
    private static final String TEXT_LIMIT = "8000000";

    private static final Pattern LINE = Pattern.compile("(\\d+) +(\\w+)\\((.*)\\) += (\\d+).*");
    private static final Pattern CUT_OFF = Pattern.compile("(\\d+) +(.*) <unfinished \\.\\.\\.>");
    private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. \\w+ resumed>(.*)");
    private static final Pattern DESCRIPTOR = Pattern.compile("(\\d+)<([^>]*)>");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final List<DiskEvent> events = new ArrayList<>();
    private final Map<String, String> cutOff = new HashMap<>();
    private final Map<Integer, Integer> positions = new HashMap<>();

    private DiskTrace() {}

    static List<String> options(Path trace) {
        return List.of("-y", "-xx", "-s", TEXT_LIMIT, "-e", "trace=" + CALLS, "-o", trace.toString());
    }

    /// Events below `folder`, and what was said.
    static List<DiskEvent> read(Path trace, Path folder) throws IOException {
        DiskTrace reading = new DiskTrace();
        Files.readAllLines(trace).forEach(reading::line);
        return reading.events.stream()
                .filter(event -> concerns(event, folder.toString()))
                .toList();
    }

    private static boolean concerns(DiskEvent event, String folder) {
        return switch (event) {
            case DiskEvent.Opened(String file, var _) -> file.startsWith(folder);
            case DiskEvent.Written(String file, var _, var _) -> file.startsWith(folder);
            case DiskEvent.Resized(String file, var _) -> file.startsWith(folder);
            case DiskEvent.Forced(String path) -> path.startsWith(folder) || folder.startsWith(path);
            case DiskEvent.Renamed(String from, var _) -> from.startsWith(folder);
            case DiskEvent.FolderMade(String made) -> made.startsWith(folder);
            case DiskEvent.Removed(String file) -> file.startsWith(folder);
            case DiskEvent.Said _ -> true;
        };
    }

    private void line(String text) {
        Matcher begun = CUT_OFF.matcher(text);
        if (begun.matches()) {
            cutOff.put(begun.group(1), begun.group(2));
            return;
        }
        Matcher resumed = RESUMED.matcher(text);
        String whole =
                resumed.matches() ? resumed.group(1) + " " + cutOff.remove(resumed.group(1)) + resumed.group(2) : text;
        Matcher call = LINE.matcher(whole);
        if (call.matches()) {
            event(call.group(2), call.group(3), Integer.parseInt(call.group(4))).ifPresent(events::add);
        }
    }

    private Optional<DiskEvent> event(String call, String arguments, int result) {
        return switch (call) {
            case "openat" -> opened(arguments, result);
            case "write", "pwrite64" -> Optional.of(written(call, arguments, result));
            case "ftruncate" -> Optional.of(new DiskEvent.Resized(descriptorPath(arguments), lastNumber(arguments)));
            case "fsync", "fdatasync" -> Optional.of(new DiskEvent.Forced(descriptorPath(arguments)));
            case "rename", "renameat", "renameat2" ->
                Optional.of(new DiskEvent.Renamed(
                        quoted(arguments).get(0), quoted(arguments).get(1)));
            case "mkdir" ->
                Optional.of(new DiskEvent.FolderMade(quoted(arguments).getFirst()));
            case "unlink", "rmdir" ->
                Optional.of(new DiskEvent.Removed(quoted(arguments).getFirst()));
            default -> throw new IllegalArgumentException("an unexpected call: " + call);
        };
    }

    private Optional<DiskEvent> opened(String arguments, int descriptor) {
        positions.put(descriptor, 0);
        return arguments.contains("O_CREAT")
                ? Optional.of(new DiskEvent.Opened(quoted(arguments).getFirst(), arguments.contains("O_TRUNC")))
                : Optional.empty();
    }

    private DiskEvent written(String call, String arguments, int size) {
        Matcher descriptor = DESCRIPTOR.matcher(arguments);
        if (!descriptor.lookingAt()) {
            throw new IllegalArgumentException("a write without a path");
        }
        int number = Integer.parseInt(descriptor.group(1));
        Bytes bytes = bytes(QUOTED.matcher(arguments)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1))
                .slice(0, size);
        if (number == 1) {
            return new DiskEvent.Said(bytes.asUtf8());
        }
        int offset = call.equals("pwrite64") ? lastNumber(arguments) : positions.getOrDefault(number, 0);
        if (call.equals("write")) {
            positions.merge(number, size, Integer::sum);
        }
        return new DiskEvent.Written(text(descriptor.group(2)), offset, bytes);
    }

    private static String descriptorPath(String arguments) {
        Matcher descriptor = DESCRIPTOR.matcher(arguments);
        if (!descriptor.lookingAt()) {
            throw new IllegalArgumentException("a call without a path: " + arguments);
        }
        return text(descriptor.group(2));
    }

    private static int lastNumber(String arguments) {
        return Integer.parseInt(arguments.substring(arguments.lastIndexOf(' ') + 1));
    }

    private static List<String> quoted(String arguments) {
        return QUOTED.matcher(arguments)
                .results()
                .map(found -> text(found.group(1)))
                .toList();
    }

    private static Bytes bytes(String escaped) {
        return Bytes.parseHex(escaped.replace("\\x", ""));
    }

    private static String text(String escaped) {
        return new String(bytes(escaped).toByteArray(), StandardCharsets.UTF_8);
    }
}
