package org.cairn.causality.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cairn.causality.FileMention;
import org.cairn.causality.FileMention.Change;
import org.cairn.causality.FileNode;
import org.cairn.causality.FileNode.Inode;
import org.cairn.causality.FilePath;

/// Files are told apart as plain maps tell them, however often the same mention comes and whatever came between.
class FileTableProperties {
    private static final List<String> HOSTS = List.of("gpu-1", "gpu-2");
    private static final List<String> PATHS = List.of("/", "/srv", "/srv/", "/srv/model", "/tmp/x", "/tmp/y");
    private static final int INODES = 5;

    private record Place(String host, Inode inode) {}

    /// The rules of a file's identity, in maps.
    private static final class Model {
        private final Map<Place, Integer> generations = new HashMap<>();
        private final Map<Place, String> paths = new HashMap<>();
        private final Map<FileNode, List<FilePath>> names = new HashMap<>();

        Optional<FileNode> node(String host, FileMention mention) {
            Optional<FilePath> path = path(host, mention.name());
            if (mention.inode().isEmpty()) {
                return path.map(name -> new FileNode(host, new FileNode.Named(name)));
            }
            Place place = new Place(host, mention.inode().get());
            int generation =
                    generations.merge(place, 0, (before, _) -> mention.change() == Change.ADDED ? before + 1 : before);
            FileNode node = new FileNode(host, new FileNode.Stored(place.inode(), generation));
            path.ifPresent(name -> {
                List<FilePath> known = names.computeIfAbsent(node, _ -> new ArrayList<>());
                if (!known.contains(name)) {
                    known.add(name);
                }
                if (name instanceof FilePath.Resolved(String text)) {
                    paths.put(place, text);
                }
            });
            return Optional.of(node);
        }

        private Optional<FilePath> path(String host, FileMention.Name name) {
            return switch (name) {
                case FileMention.Absolute(String path) -> Optional.of(new FilePath.Resolved(plain(path)));
                case FileMention.InDirectory(Inode directory, String last) -> {
                    Optional<String> above = Optional.ofNullable(paths.get(new Place(host, directory)));
                    yield Optional.of(above.<FilePath>map(
                                    path -> new FilePath.Resolved(path.equals("/") ? "/" + last : path + "/" + last))
                            .orElseGet(() -> new FilePath.Unresolved(last)));
                }
                case FileMention.Relative(String relative) -> Optional.of(new FilePath.Unresolved(relative));
                case FileMention.Nameless() -> Optional.empty();
            };
        }

        static String plain(String path) {
            return path.equals("/") || !path.endsWith("/") ? path : path.substring(0, path.length() - 1);
        }
    }

    private static Inode inode(Random random) {
        return new Inode("08:0" + random.nextInt(2), 1 + random.nextInt(INODES));
    }

    private static FileMention mention(Random random) {
        FileMention.Name name = switch (random.nextInt(6)) {
            case 0 -> new FileMention.InDirectory(inode(random), "weights");
            case 1 -> new FileMention.Relative("weights");
            case 2 -> new FileMention.Nameless();
            default -> new FileMention.Absolute(PATHS.get(random.nextInt(PATHS.size())));
        };
        Change change = random.nextInt(3) > 0 ? Change.NONE : random.nextBoolean() ? Change.ADDED : Change.REMOVED;
        return new FileMention(random.nextInt(8) > 0 ? Optional.of(inode(random)) : Optional.empty(), name, change);
    }

    @Property(tries = 100)
    void aFileIsToldByItsInodeItsGenerationAndItsNames(@ForAll Random random) {
        ProvenanceGraph graph = new ProvenanceGraph();
        FileTable table = new FileTable(graph);
        Model model = new Model();
        for (int i = 0; i < 400; i++) {
            String host = HOSTS.get(random.nextInt(HOSTS.size()));
            if (random.nextInt(10) == 0) {
                Inode directory = inode(random);
                String path = PATHS.get(random.nextInt(PATHS.size()));
                table.learn(host, Map.of(directory, path));
                model.paths.put(new Place(host, directory), Model.plain(path));
            }
            FileMention mention = mention(random);
            assertEquals(model.node(host, mention), table.node(host, mention), mention.toString());
        }
        model.names.forEach((file, names) -> assertEquals(names, graph.paths(file)));
        assertEquals(List.of(), List.copyOf(graph.nodes()), "a file that is only named stands in no edge");
    }
}
