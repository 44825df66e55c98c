package org.cairn.causality.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.causality.FileMention;
import org.cairn.causality.FileNode.Inode;

/// The files of one system call, from its PATH records and its working directory. A PATH record of an `*at` call
/// repeats the name the program gave, and its PARENT record then shows the working directory's name with the true
/// directory's inode (linux-audit/audit-kernel issues 9, 95, 133): such names are tied to that inode, never to the
/// working directory.
final class MentionedFiles {
    private static final int AT_FDCWD = -100; // linux/fcntl.h

    private final String call;
    private final Fields arguments;
    private final AuditEvent event;
    private final List<Fields> items;
    private final List<FileMention> named;

    MentionedFiles(String call, Fields arguments, AuditEvent event) {
        this.call = call;
        this.arguments = arguments;
        this.event = event;
        this.items = items(event.all("PATH"));
        this.named = mentions();
    }

    private static List<Fields> items(List<AuditRecord> paths) {
        List<Fields> items = new ArrayList<>(paths.size());
        paths.forEach(path -> items.add(path.fields()));
        if (items.size() > 1) {
            items.sort(Comparator.comparing(item -> item.decimal("item").orElse(0L)));
        }
        return items;
    }

    private List<FileMention> mentions() {
        List<FileMention> mentions = new ArrayList<>(items.size());
        for (Fields item : items) {
            if (!isParent(item)) {
                mentions.add(mention(item));
            }
        }
        return mentions;
    }

    /// All but directories that only lead to them.
    List<FileMention> named() {
        return named;
    }

    /// The file acted upon, which the kernel lists last.
    Optional<FileMention> target() {
        return named.isEmpty() ? Optional.empty() : Optional.of(named.getLast());
    }

    Optional<FileMention> added() {
        return named().stream()
                .filter(file -> file.change() == FileMention.Change.ADDED)
                .findFirst();
    }

    /// The old name of what was added; the other name removed is that of a file it replaced.
    Optional<FileMention> removed() {
        List<FileMention> gone = named().stream()
                .filter(file -> file.change() == FileMention.Change.REMOVED)
                .toList();
        Optional<Inode> kept = added().flatMap(FileMention::inode);
        return gone.stream()
                .filter(file -> file.inode().equals(kept))
                .findFirst()
                .or(() -> gone.stream().findFirst());
    }

    /// Directories whose absolute path the records state truly.
    Map<Inode, String> directories() {
        if (named.size() == items.size()) {
            return Map.of();
        }
        Map<Inode, String> paths = new HashMap<>();
        for (Fields item : items) {
            Optional<Inode> inode = inode(item);
            Optional<String> name = item.text("name").filter(text -> text.startsWith("/") && isTrueParent(text));
            if (isParent(item) && inode.isPresent() && name.isPresent()) {
                paths.put(inode.get(), name.get());
            }
        }
        return paths;
    }

    private boolean isTrueParent(String directory) {
        List<String> names = items.stream()
                .filter(item -> !isParent(item))
                .flatMap(item -> item.text("name").stream())
                .toList();
        return names.stream().anyMatch(name -> name.startsWith("/") && name.startsWith(directory))
                || startsAtWorkingDirectory(FileMention.Change.REMOVED)
                        && startsAtWorkingDirectory(FileMention.Change.ADDED);
    }

    private FileMention mention(Fields item) {
        FileMention.Change change = FileMention.Change.NONE;
        if (isOfKind(item, "CREATE")) {
            change = FileMention.Change.ADDED;
        } else if (isOfKind(item, "DELETE")) {
            change = FileMention.Change.REMOVED;
        }
        return new FileMention(inode(item), name(item, change), change);
    }

    private Optional<String> workingDirectory() {
        return event.first("CWD").flatMap(record -> record.fields().text("cwd"));
    }

    private FileMention.Name name(Fields item, FileMention.Change change) {
        String name = item.text("name").orElse("");
        if (name.isEmpty()) {
            return new FileMention.Nameless();
        }
        if (name.startsWith("/")) {
            return new FileMention.Absolute(name);
        }
        Optional<String> workingDirectory = startsAtWorkingDirectory(change) ? workingDirectory() : Optional.empty();
        if (workingDirectory.isPresent()) {
            return new FileMention.Absolute(joined(workingDirectory.get(), name));
        }
        return parent(change)
                .filter(_ -> !name.contains("/"))
                .<FileMention.Name>map(directory -> new FileMention.InDirectory(directory, name))
                .orElseGet(() -> new FileMention.Relative(name));
    }

    private Optional<Inode> parent(FileMention.Change change) {
        List<Fields> parents = items.stream().filter(MentionedFiles::isParent).toList();
        if (parents.isEmpty()) {
            return Optional.empty();
        }
        return switch (change) {
            case NONE -> Optional.empty();
            case ADDED -> inode(parents.getLast());
            case REMOVED -> inode(parents.getFirst());
        };
    }

    /// Which argument holds the directory that a relative name starts from; empty where that is the working directory.
    private Optional<Integer> directoryArgument(FileMention.Change change) {
        return switch (call) {
            case "openat", "openat2", "unlinkat", "mkdirat", "fchmodat", "fchmodat2", "execveat" -> Optional.of(0);
            case "symlinkat" -> Optional.of(1);
            case "renameat", "renameat2", "linkat" -> Optional.of(change == FileMention.Change.ADDED ? 2 : 0);
            default -> Optional.empty();
        };
    }

    private boolean startsAtWorkingDirectory(FileMention.Change change) {
        return directoryArgument(change)
                .map(argument -> arguments.hexadecimal("a" + argument))
                .map(value ->
                        value.filter(number -> number.intValue() == AT_FDCWD).isPresent())
                .orElse(true);
    }

    /// Older kernels call the field `objtype`.
    private static boolean isOfKind(Fields item, String kind) {
        return item.is(item.has("nametype") ? "nametype" : "objtype", kind);
    }

    private static boolean isParent(Fields item) {
        return isOfKind(item, "PARENT");
    }

    private static Optional<Inode> inode(Fields item) {
        return item.plain("dev")
                .flatMap(device ->
                        item.decimal("inode").filter(number -> number != 0).map(number -> new Inode(device, number)));
    }

    private static String joined(String directory, String name) {
        String relative = name;
        while (relative.startsWith("./")) {
            relative = relative.substring(2);
        }
        return directory.endsWith("/") ? directory + relative : directory + "/" + relative;
    }
}
