package org.cairn.causality.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cairn.causality.FileMention;
import org.cairn.causality.FileNode;
import org.cairn.causality.FileNode.Inode;
import org.cairn.causality.FilePath;

/// Tells which file a record means. Inode numbers are used again after deletion; a creation begins a new generation.
final class FileTable {
    private record Key(String host, Inode inode) {}

    private final ProvenanceGraph graph;
    private final Map<Key, Integer> generations = new HashMap<>();
    private final Map<Key, String> directories = new HashMap<>();

    FileTable(ProvenanceGraph graph) {
        this.graph = graph;
    }

    void learn(String host, Map<Inode, String> paths) {
        paths.forEach((inode, path) -> directories.put(new Key(host, inode), withoutSlash(path)));
    }

    /// Empty if the record gives neither inode nor name.
    Optional<FileNode> node(String host, FileMention mention) {
        Optional<FilePath> path = path(host, mention.name());
        Optional<FileNode> stored = mention.inode()
                .map(inode ->
                        new FileNode(host, new FileNode.Stored(inode, generation(host, inode, mention.change()))));
        stored.ifPresent(node -> path.ifPresent(name -> graph.name(node, name)));
        mention.inode().ifPresent(inode -> {
            if (path.isPresent() && path.get() instanceof FilePath.Resolved(String text)) {
                directories.put(new Key(host, inode), text);
            }
        });
        return stored.or(() -> path.map(name -> new FileNode(host, new FileNode.Named(name))));
    }

    private int generation(String host, Inode inode, FileMention.Change change) {
        Key key = new Key(host, inode);
        int step = change == FileMention.Change.ADDED ? 1 : 0;
        return generations.merge(key, 0, (before, _) -> before + step);
    }

    private Optional<FilePath> path(String host, FileMention.Name name) {
        return switch (name) {
            case FileMention.Absolute(String path) -> Optional.of(new FilePath.Resolved(withoutSlash(path)));
            case FileMention.InDirectory(Inode inode, String last) ->
                Optional.of(Optional.ofNullable(directories.get(new Key(host, inode)))
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
