package org.cairn.collectors.host;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A copy of a host's files in a folder. Links are resolved here, as the host's kernel would, so that an absolute one
/// stays inside the folder, and `..` ends at its top (path_resolution(7)). Kernel file systems of this machine that are
/// mounted in it are not read. What is not there was absent only where the copy is known to be whole.
final class CapturedFiles implements HostFiles {
    /// path_resolution(7): the kernel follows at most 40 links.
    private static final int MOST_LINKS = 40;

    /// What a kernel makes up: no copy of a disk holds it, so that `/` does not cover it.
    private static final List<String> MADE_BY_THE_KERNEL = List.of("/proc", "/sys", "/dev", "/run");

    /// proc(5), sysfs(5) and what is mounted below them: it would tell of this machine.
    private static final Set<String> KERNEL_FILE_SYSTEMS = Set.of(
            "proc",
            "sysfs",
            "devtmpfs",
            "cgroup",
            "cgroup2",
            "securityfs",
            "selinuxfs",
            "debugfs",
            "tracefs",
            "configfs",
            "efivarfs",
            "bpf",
            "pstore",
            "mqueue",
            "binfmt_misc");

    private final Path root;
    private final Optional<Instant> capturedAt;
    private final List<String> whole;
    private final AccountNames names;
    private final Map<Object, Boolean> ofThisKernel = new ConcurrentHashMap<>();

    /// @param root       with every link in its own path resolved
    /// @param capturedAt empty where the folder is as it is now
    /// @param whole      the host's folders that were copied whole
    CapturedFiles(Path root, Optional<Instant> capturedAt, List<String> whole) {
        this.root = root;
        this.capturedAt = capturedAt;
        this.whole = List.copyOf(whole);
        this.names = AccountNames.of(root);
    }

    /// A folder that is all there is of a host, as it is now.
    static CapturedFiles complete(Path root) {
        return new CapturedFiles(root, Optional.empty(), List.of("/", "/proc", "/sys", "/dev", "/run"));
    }

    @Override
    public Path find(String path, boolean follow) throws IOException {
        Path found = resolve(path, follow);
        if (!Files.exists(found, LinkOption.NOFOLLOW_LINKS)) {
            if (!isWhole(found)) {
                throw notCaptured(path);
            }
        } else if (isOfThisKernel(found)) {
            throw new FileSystemException(
                    path, null, "not read: a kernel file system of this machine is mounted in the captured tree");
        }
        return found;
    }

    @Override
    public Path findWhole(String path) throws IOException {
        Path found = find(path, true);
        if (!isWhole(found)) {
            throw notCaptured(path);
        }
        return found;
    }

    private static FileSystemException notCaptured(String path) {
        return new FileSystemException(path, null, "not captured: the tree is not said to hold all of it");
    }

    private Path resolve(String path, boolean follow) throws IOException {
        Deque<String> ahead = new ArrayDeque<>();
        push(ahead, path);
        Path at = root;
        int links = 0;
        while (!ahead.isEmpty()) {
            String name = ahead.pop();
            if (name.equals("..")) {
                at = at.equals(root) ? root : at.resolveSibling("");
                continue;
            }
            Path next = at.resolve(name);
            if (!Files.isSymbolicLink(next) || ahead.isEmpty() && !follow) {
                at = next;
                continue;
            }
            links++;
            if (links > MOST_LINKS) {
                throw new FileSystemException(path, null, "more than " + MOST_LINKS + " symbolic links lead on");
            }
            String target = Files.readSymbolicLink(next).toString();
            push(ahead, target);
            at = target.startsWith("/") ? root : at;
        }
        return at;
    }

    private static void push(Deque<String> ahead, String path) {
        String[] parts = path.split("/", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            if (!parts[i].isEmpty() && !parts[i].equals(".")) {
                ahead.push(parts[i]);
            }
        }
    }

    /// Whether all was copied that the host had at this place.
    private boolean isWhole(Path found) {
        String path = found.equals(root) ? "/" : "/" + root.relativize(found);
        if (below(path, CapturedCommands.FOLDER)) {
            return true;
        }
        List<String> covering = whole.stream().filter(each -> below(path, each)).toList();
        return MADE_BY_THE_KERNEL.stream()
                .filter(made -> below(path, made))
                .findFirst()
                .map(made -> covering.stream().anyMatch(each -> below(each, made)))
                .orElse(!covering.isEmpty());
    }

    private static boolean below(String path, String folder) {
        return folder.equals("/") || path.equals(folder) || path.startsWith(folder + "/");
    }

    private boolean isOfThisKernel(Path found) throws IOException {
        Path place = Files.isSymbolicLink(found) ? found.resolveSibling("") : found;
        Object device = Files.getAttribute(place, "unix:dev", LinkOption.NOFOLLOW_LINKS);
        Boolean known = ofThisKernel.get(device);
        if (known == null) {
            known = KERNEL_FILE_SYSTEMS.contains(Files.getFileStore(place).type());
            ofThisKernel.put(device, known);
        }
        return known;
    }

    /// The folder's own mode says nothing of the host's `/`, which everybody may enter.
    @Override
    public FileFacts facts(String path, Path found) throws IOException {
        UnixAttributes attributes = UnixAttributes.read(found);
        FileFacts facts = attributes.facts(path, names);
        return found.equals(root) ? facts.openToAll() : facts;
    }

    @Override
    public OpenOption[] opening() {
        return new OpenOption[] {StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS};
    }

    @Override
    public InstantSource observedBy(InstantSource clock) {
        return capturedAt.map(InstantSource::fixed).orElse(clock);
    }
}
