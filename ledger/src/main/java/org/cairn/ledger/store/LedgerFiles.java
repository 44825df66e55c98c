package org.cairn.ledger.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.proof.Tiles;

/// The files of a ledger's folder, by what they are.
/// @param names    paths below the folder, with `/`
/// @param partials the partial tiles and bundles among them
record LedgerFiles(Set<String> names, List<Partial> partials) {
    private static final Pattern PARTIAL =
            Pattern.compile("tile/(entries|[0-7])/((?:x\\d{3}/)*\\d{3})\\.p/([1-9]\\d{0,2})");
    private static final Pattern FULL = Pattern.compile("tile/(entries|[0-7])/((?:x\\d{3}/)*\\d{3})");

    /// Not part of the record: who writes, and what was not finished.
    private static final Set<String> PASSING = Set.of(LedgerLock.FILE);

    private static final Set<String> FIXED =
            Set.of(StoredCheckpoint.FILE, StoredCheckpoint.PREVIOUS_FILE, TailLog.FILE);
    private static final String ENTRIES = "entries";

    /// A partial tile or bundle.
    /// @param level -1 for a bundle of entries
    record Partial(String file, int level, long index, int width) {
        static final int ENTRY_BUNDLE = -1;
    }

    LedgerFiles {
        names = Set.copyOf(names);
        partials = List.copyOf(partials);
    }

    static LedgerFiles list(Path dir) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> all = Files.walk(dir)) {
            all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> dir.relativize(path).toString().replace('\\', '/'))
                    .filter(name -> !PASSING.contains(name) && !name.startsWith(DurableFolder.UNFINISHED + "/"))
                    .forEach(names::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        List<Partial> partials = new ArrayList<>();
        for (String name : names) {
            var matcher = PARTIAL.matcher(name);
            if (matcher.matches()) {
                int level =
                        matcher.group(1).equals(ENTRIES) ? Partial.ENTRY_BUNDLE : Integer.parseInt(matcher.group(1));
                int width = Integer.parseInt(matcher.group(3));
                partials.add(new Partial(name, level, index(matcher.group(2)), width));
            }
        }
        return new LedgerFiles(names, partials);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /// How many full bundles there are if none is missing between two others.
    long bundles() {
        return names.stream()
                .map(FULL::matcher)
                .filter(matcher -> matcher.matches() && matcher.group(1).equals(ENTRIES))
                .mapToLong(matcher -> index(matcher.group(2)) + 1)
                .max()
                .orElse(0);
    }

    /// The number that the name of a full or partial bundle or tile writes.
    static long bundleOf(String file) {
        return index(file.replaceFirst("^tile/[^/]+/", "").replaceFirst("\\.p/.*$", ""));
    }

    /// Files that no ledger has.
    List<String> strangers() {
        return names.stream()
                .filter(name -> !FIXED.contains(name)
                        && !FULL.matcher(name).matches()
                        && !PARTIAL.matcher(name).matches())
                .sorted()
                .toList();
    }

    /// Full tiles beyond those a tree of this size has.
    List<String> tilesBeyond(long size) {
        return names.stream()
                .filter(name -> {
                    var matcher = FULL.matcher(name);
                    return matcher.matches()
                            && !matcher.group(1).equals(ENTRIES)
                            && index(matcher.group(2))
                                    >= Tiles.fullHashes(Integer.parseInt(matcher.group(1)), size) / Tiles.WIDTH;
                })
                .sorted()
                .toList();
    }

    /// The index that `x001/x234/067` writes: 1234067. No tree needs more than 16 digits.
    private static long index(String path) {
        String digits = path.replaceAll("[x/]", "");
        return Long.parseLong(digits.length() > 16 ? "9".repeat(16) : digits);
    }
}
