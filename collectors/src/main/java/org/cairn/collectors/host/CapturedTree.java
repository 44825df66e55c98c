package org.cairn.collectors.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.evidence.Origin;
import org.cairn.evidence.Platform;
import org.cairn.proof.Bytes;

/// A copy of another host's files in a folder, made to be read as that host. What the copy itself cannot tell stands in
/// its folder `cairn-captured`, or is said by whoever reads it: `docs/collecting.md`.
/// @param folder     where the host's `/` is found
/// @param capturedAt when it was copied, if not as its file `cairn-captured/captured-at` says
/// @param whole      the host's folders that were copied whole, beside those that `cairn-captured/whole` names
public record CapturedTree(Path folder, Optional<Instant> capturedAt, List<String> whole) {
    private static final String NAME_FILE = "/etc/hostname";
    private static final String TIME_FILE = CapturedCommands.FOLDER + "/captured-at";
    private static final String WHOLE_FILE = CapturedCommands.FOLDER + "/whole";
    private static final String PLATFORM_FILE = CapturedCommands.FOLDER + "/platform";
    private static final int SMALL_BYTES = 64 * 1024;

    /// hostname(7): letters, digits, hyphens and dots; hostname(5): one line, comments start with `#`.
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}");

    public CapturedTree {
        whole = List.copyOf(whole);
    }

    /// Reads it as the host that it is a copy of. Nothing of this machine is read, and no command is run.
    /// @param reader this machine, and who reads
    public HostReader open(HostIdentity reader, Instant now) throws UnusableTree, InterruptedException {
        Path root = root();
        HostReader plain = plain(root, reader);
        String name = name(plain);
        Instant taken = time(plain, now);
        List<String> folders = folders(plain);
        HostFiles files = new CapturedFiles(root, Optional.of(taken), folders);
        Origin origin = new Origin(
                machine(files),
                Optional.of(new Origin.Capture(folder.toAbsolutePath().toString(), reader.host(), now, folders)));
        String readAs = reader.user() + " on " + reader.host() + ", from a copy";
        return new HostReader(
                platform(plain), files, new HostIdentity(name, readAs, origin), new CapturedCommands(files));
    }

    private static HostReader plain(Path root, HostIdentity reader) {
        HostFiles files = new CapturedFiles(root, Optional.empty(), List.of());
        return new HostReader(Platform.LINUX, files, reader, new CapturedCommands(files));
    }

    private Path root() throws UnusableTree {
        try {
            Path root = folder.toRealPath();
            if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
                throw new UnusableTree(folder + ": is no folder; --root takes a copy of a host's files");
            }
            if (Files.isSameFile(root, Path.of("/"))) {
                throw new UnusableTree(folder + ": is this machine's own /, which is read without --root");
            }
            return root;
        } catch (IOException e) {
            throw new UnusableTree(folder + ": cannot be read (" + e + "); --root takes a copy of a host's files");
        }
    }

    private String name(HostReader tree) throws UnusableTree, InterruptedException {
        Optional<String> name = text(tree, NAME_FILE)
                .flatMap(text -> text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .findFirst());
        if (name.isEmpty() || !HOST_NAME.matcher(name.get()).matches()) {
            throw new UnusableTree(
                    folder + NAME_FILE + ": " + (name.isEmpty() ? "is not there or empty" : "is no host's name")
                            + ", so nobody could say whose evidence it is. Write the host's name into that file of the copy");
        }
        return name.get();
    }

    private Platform platform(HostReader tree) throws UnusableTree, InterruptedException {
        Optional<String> word = text(tree, PLATFORM_FILE).map(String::strip);
        Optional<Platform> platform = word.isEmpty() ? Optional.of(Platform.LINUX) : Platform.worded(word.get());
        return platform.orElseThrow(() -> new UnusableTree(folder + PLATFORM_FILE + ": '"
                + word.flatMap(text -> text.lines().findFirst()).orElse("") + "' is none of linux, windows, macos"));
    }

    private Instant time(HostReader tree, Instant now) throws UnusableTree, InterruptedException {
        Instant taken = capturedAt.isPresent() ? capturedAt.get() : timeInTree(tree);
        if (taken.isAfter(now)) {
            throw new UnusableTree(folder + ": is said to be captured at " + taken + ", and here it is " + now
                    + ". Set the clock that is wrong, or say when with --captured-at");
        }
        return taken;
    }

    private Instant timeInTree(HostReader tree) throws UnusableTree, InterruptedException {
        String text = text(tree, TIME_FILE)
                .map(String::strip)
                .orElseThrow(() -> new UnusableTree(folder + TIME_FILE
                        + ": is not there, and evidence is as old as the copy it is read from. Say when the copy was"
                        + " made with --captured-at, or write that time there (date -u +%Y-%m-%dT%H:%M:%SZ)"));
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new UnusableTree(
                    folder + TIME_FILE + ": '" + text.lines().findFirst().orElse("")
                            + "' is no UTC time like 2026-03-31T17:00:00Z; write it so, or say it with --captured-at");
        }
    }

    private List<String> folders(HostReader tree) throws UnusableTree, InterruptedException {
        List<String> lines = new ArrayList<>(whole);
        text(tree, WHOLE_FILE).stream().flatMap(String::lines).forEach(lines::add);
        List<String> folders = new ArrayList<>();
        for (String line : lines) {
            String path = line.strip();
            if (path.isEmpty() || path.startsWith("#")) {
                continue;
            }
            Path normal = Path.of(path).normalize();
            if (!normal.isAbsolute()) {
                throw new UnusableTree(
                        folder + WHOLE_FILE + " or --whole: '" + path + "' is no absolute path of the host, like /etc");
            }
            folders.add(normal.toString());
        }
        return folders.stream().distinct().sorted().toList();
    }

    private static Optional<String> machine(HostFiles files) {
        try {
            return MachineId.read(files.find("/etc/machine-id", true), files.opening());
        } catch (IOException _) {
            return Optional.empty(); // not captured: then the name alone tells which host it is
        }
    }

    private static Optional<String> text(HostReader tree, String path) throws InterruptedException {
        return tree.read(path, SMALL_BYTES) instanceof Read.Got<Bytes>(Bytes bytes)
                ? Optional.of(bytes.asUtf8())
                : Optional.empty();
    }
}
