package org.cairn.causality.graph;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cairn.causality.FileMention;
import org.cairn.causality.FileNode;
import org.cairn.causality.FileNode.Inode;
import org.cairn.causality.FilePath;
import org.jspecify.annotations.Nullable;

/// Tells which file a record means. Inode numbers are used again after deletion; a creation begins a new generation.
final class FileTable {
    private static final int NONE = -1; // a number that nothing has; never leaves this class
    private static final int LATEST = 1 << 12;

    private final ProvenanceGraph graph;
    private final Texts texts;
    private final NodeBytes form;
    private final Dictionary files = new Dictionary();
    private final IntColumn generations = new IntColumn();
    /// The absolute path that was last seen, as a text of the graph: directories among them give names to what is in
    /// them.
    private final IntColumn paths = new IntColumn();
    /// What was made of mentions last: the same files are opened under the same names again and again.
    private final @Nullable Known[] latest = new @Nullable Known[LATEST];

    /// @param generation of the file and `path`, the number of its last absolute path, when this was learnt; once
    ///                   either changes, it holds no longer
    private record Known(String host, FileMention mention, FileNode node, int file, int generation, int path) {}

    FileTable(ProvenanceGraph graph) {
        this.graph = graph;
        this.texts = graph.texts();
        this.form = NodeBytes.writing(texts);
    }

    void learn(String host, Map<Inode, String> directories) {
        directories.forEach((inode, path) -> learn(number(host, inode), withoutSlash(path)));
    }

    private void learn(int file, String path) {
        paths.reach(file, NONE);
        paths.set(file, texts.number(path));
    }

    private int number(String host, Inode inode) {
        return files.number(form.of(host, inode));
    }

    /// Empty if the record gives neither inode nor name.
    Optional<FileNode> node(String host, FileMention mention) {
        Optional<FilePath> path = path(host, mention.name());
        if (mention.inode().isEmpty()) {
            return path.map(name -> new FileNode(host, new FileNode.Named(name)));
        }
        Inode inode = mention.inode().get();
        int place = Dictionary.spread(Long.hashCode(inode.number())) & LATEST - 1;
        Known known = latest[place];
        if (known != null
                && stillHolds(known)
                && known.mention().equals(mention)
                && known.host().equals(host)) {
            return Optional.of(known.node());
        }
        int file = number(host, inode);
        FileNode node = new FileNode(host, new FileNode.Stored(inode, generation(file, mention.change())));
        path.ifPresent(name -> graph.name(node, name));
        if (path.isPresent() && path.get() instanceof FilePath.Resolved(String text)) {
            learn(file, text);
            if (saysAll(mention)) {
                latest[place] = new Known(host, mention, node, file, generations.get(file), paths.get(file));
            }
        }
        return Optional.of(node);
    }

    /// Whether it means the same file whenever it comes again: it begins no generation, and its name depends on no
    /// directory.
    private static boolean saysAll(FileMention mention) {
        return mention.change() != FileMention.Change.ADDED && mention.name() instanceof FileMention.Absolute;
    }

    private boolean stillHolds(Known known) {
        return generations.get(known.file()) == known.generation() && paths.get(known.file()) == known.path();
    }

    private int generation(int file, FileMention.Change change) {
        int step = change == FileMention.Change.ADDED ? 1 : 0;
        generations.reach(file, NONE);
        int generation = generations.get(file) == NONE ? 0 : generations.get(file) + step;
        generations.set(file, generation);
        return generation;
    }

    private Optional<String> directory(String host, Inode inode) {
        OptionalInt file = files.known(form.of(host, inode));
        boolean told = file.isPresent() && file.getAsInt() < paths.size() && paths.get(file.getAsInt()) != NONE;
        return told ? Optional.of(texts.text(paths.get(file.getAsInt()))) : Optional.empty();
    }

    private Optional<FilePath> path(String host, FileMention.Name name) {
        return switch (name) {
            case FileMention.Absolute(String path) -> Optional.of(new FilePath.Resolved(withoutSlash(path)));
            case FileMention.InDirectory(Inode inode, String last) ->
                Optional.of(directory(host, inode)
                        .<FilePath>map(directory -> new FilePath.Resolved(
                                directory.endsWith("/") ? directory + last : directory + "/" + last))
                        .orElseGet(() -> new FilePath.Unresolved(last)));
            case FileMention.Relative(String relative) -> Optional.of(new FilePath.Unresolved(relative));
            case FileMention.Nameless() -> Optional.empty();
        };
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
