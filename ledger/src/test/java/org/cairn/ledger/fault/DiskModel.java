package org.cairn.ledger.fault;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/// A disk that keeps what was forced and, of everything else, whatever it likes: each sector as it was after any of the
/// writes since the last force, each name or not. So a power failure may leave things on the least that POSIX
/// promises (fsync(2), rename(2)); a rename is whole or did not happen, as journals see to.
final class DiskModel {
    private static final int SECTOR_SIZE_BYTES = 512;

    private final Map<String, Node> forced = new TreeMap<>();
    private final Map<String, Node> seen = new HashMap<>();
    private final List<Change> pending = new ArrayList<>();

    private enum Kind {
        FILE,
        FOLDER
    }

    /// A file or a folder, whatever its name. Every list starts with what was forced.
    private static final class Node {
        final Kind kind;
        final Map<Integer, List<byte[]>> sectors = new TreeMap<>();
        List<Integer> sizes = new ArrayList<>(List.of(0));

        Node(Kind kind) {
            this.kind = kind;
        }

        void write(int offset, byte[] bytes) {
            for (int at = offset; at < offset + bytes.length; ) {
                int sector = at / SECTOR_SIZE_BYTES;
                int end = Math.min((sector + 1) * SECTOR_SIZE_BYTES, offset + bytes.length);
                List<byte[]> states =
                        sectors.computeIfAbsent(sector, _ -> new ArrayList<>(List.of(new byte[SECTOR_SIZE_BYTES])));
                byte[] next = states.getLast().clone();
                System.arraycopy(bytes, at - offset, next, at % SECTOR_SIZE_BYTES, end - at);
                states.add(next);
                at = end;
            }
            sizes.add(Math.max(sizes.getLast(), offset + bytes.length));
        }

        void force() {
            sectors.replaceAll((_, states) -> new ArrayList<>(List.of(states.getLast())));
            sizes = new ArrayList<>(List.of(sizes.getLast()));
        }
    }

    /// A name that appeared or went, or both at once.
    private record Change(List<String> gone, Map<String, Node> come) {
        boolean isIn(String folder) {
            return Stream.concat(gone.stream(), come.keySet().stream())
                    .anyMatch(name -> parent(name).equals(folder));
        }

        void applyTo(Map<String, Node> names) {
            gone.forEach(names::remove);
            names.putAll(come);
        }
    }

    /// @param folder whose content is on the disk; it may be missing
    DiskModel(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.toList()) {
                    Node node = new Node(Files.isDirectory(path) ? Kind.FOLDER : Kind.FILE);
                    if (node.kind == Kind.FILE) {
                        node.write(0, Files.readAllBytes(path));
                        node.force();
                        node.sectors.values().removeIf(states -> isZero(states.getFirst()));
                    }
                    forced.put(path.toString(), node);
                }
            }
        }
        seen.putAll(forced);
    }

    void take(DiskEvent event) {
        switch (event) {
            case DiskEvent.Opened(String file, boolean truncates) -> {
                if (!seen.containsKey(file)) {
                    change(new Change(List.of(), Map.of(file, new Node(Kind.FILE))));
                } else if (truncates) {
                    resize(node(file), 0);
                }
            }
            case DiskEvent.Written(String file, int offset, var bytes) ->
                node(file).write(offset, bytes.toByteArray());
            case DiskEvent.Resized(String file, int size) -> resize(node(file), size);
            case DiskEvent.Forced(String path) -> force(path);
            case DiskEvent.Renamed(String from, String to) -> change(new Change(List.of(from), Map.of(to, node(from))));
            case DiskEvent.FolderMade(String folder) ->
                change(new Change(List.of(), Map.of(folder, new Node(Kind.FOLDER))));
            case DiskEvent.Removed(String file) -> change(new Change(List.of(file), Map.of()));
            case DiskEvent.Said _ -> {}
        }
    }

    private void change(Change change) {
        change.applyTo(seen);
        pending.add(change);
    }

    /// What is cut off and written again later starts from zeros.
    private static void resize(Node node, int size) {
        node.sectors.forEach((sector, states) -> {
            byte[] next = states.getLast().clone();
            int from = Math.clamp((long) size - (long) sector * SECTOR_SIZE_BYTES, 0, SECTOR_SIZE_BYTES);
            Arrays.fill(next, from, SECTOR_SIZE_BYTES, (byte) 0);
            states.add(next);
        });
        node.sizes.add(size);
    }

    private void force(String path) {
        node(path).force();
        pending.removeIf(change -> {
            boolean inside = change.isIn(path);
            if (inside) {
                change.applyTo(forced);
            }
            return inside;
        });
    }

    private Node node(String path) {
        return seen.computeIfAbsent(path, _ -> new Node(Kind.FOLDER));
    }

    /// Writes what a power failure at this moment may leave.
    /// @param root   below which the traced program wrote
    /// @param choice given a number of states, which one is left: 0 is the forced one
    void leave(Path root, Path image, IntUnaryOperator choice) throws IOException {
        Map<String, Node> names = new TreeMap<>(forced);
        for (Change change : pending) {
            if (choice.applyAsInt(2) == 1) {
                change.applyTo(names);
            }
        }
        for (Map.Entry<String, Node> name : names.entrySet()) {
            String path = name.getKey();
            if (path.startsWith(root + "/")) {
                leave(
                        name.getValue(),
                        image.resolve(root.relativize(Path.of(path)).toString()),
                        choice);
            }
        }
    }

    private static void leave(Node node, Path file, IntUnaryOperator choice) throws IOException {
        if (!Files.isDirectory(file.resolveSibling("."))) {
            return; // its folder is lost, and it with it
        }
        if (node.kind == Kind.FOLDER) {
            Files.createDirectory(file);
            return;
        }
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            int size = pick(node.sizes, choice);
            for (Map.Entry<Integer, List<byte[]>> sector : node.sectors.entrySet()) {
                int offset = sector.getKey() * SECTOR_SIZE_BYTES;
                if (offset < size) {
                    out.seek(offset);
                    out.write(pick(sector.getValue(), choice), 0, Math.min(SECTOR_SIZE_BYTES, size - offset));
                }
            }
            out.setLength(size);
        }
    }

    private static <T> T pick(List<T> states, IntUnaryOperator choice) {
        return states.get(choice.applyAsInt(states.size()));
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    private static boolean isZero(byte[] bytes) {
        return Arrays.equals(bytes, new byte[bytes.length]);
    }
}
