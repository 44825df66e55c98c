package org.cairn.reports.pack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.ControlId;
import org.cairn.evidence.EvidenceId;
import org.cairn.reports.pack.PackContent.EvidenceFolder;
import org.cairn.reports.pack.PackContent.Text;

/// Where disclosed payloads lie in a pack. Names come from hostile places (file names, commands), so they are made of
/// letters, digits, `.`, `_` and `-` alone, cannot collide, and cannot lead anywhere. The same evidence always gives
/// the
/// same paths, so that the report can name them before the pack is written.
public final class PackPaths {
    /// Of a name's part that comes from outside; enough to recognise it.
    private static final int LONGEST = 60;

    private static final int SHORT_DIGITS = 12;

    private final Map<EvidenceId, String> folders = new HashMap<>();

    private PackPaths() {}

    public static PackPaths of(List<EvidenceFolder> evidence) {
        var paths = new PackPaths();
        Set<String> taken = new HashSet<>();
        for (EvidenceFolder folder : evidence) {
            paths.folders.put(
                    folder.id(), free(folder.id(), folder.controls().stream().findFirst(), taken));
        }
        return paths;
    }

    private static String free(EvidenceId id, Optional<ControlId> control, Set<String> taken) {
        String parent = "evidence/" + control.map(c -> safe(c.value())).orElse("unassigned") + '/';
        int digits = SHORT_DIGITS;
        while (!taken.add((parent + id.hex().substring(0, digits)).toLowerCase(Locale.ROOT))) {
            if (digits == id.hex().length()) {
                throw new IllegalArgumentException("evidence " + id + " is given twice");
            }
            digits++;
        }
        return parent + id.hex().substring(0, digits);
    }

    /// The evidence's folder, without a slash at the end.
    public String folder(EvidenceId id) {
        return Optional.ofNullable(folders.get(id))
                .orElseThrow(() -> new IllegalArgumentException("evidence " + id + " is not in the pack"));
    }

    public String manifest(EvidenceId id) {
        return folder(id) + "/manifest.json";
    }

    /// @param number   of the source in the evidence, from 0
    /// @param location what was read: a path or a command
    public String artefact(EvidenceId id, int number, String location) {
        return String.format(Locale.ROOT, "%s/%02d-%s", folder(id), number + 1, safe(location));
    }

    /// Where the 32 bytes lie that stand before a file's content in its commitment.
    public static String salt(String file) {
        return file + ".salt";
    }

    public static String text(Text text) {
        return "texts/" + text.entry() + '-' + text.what() + ".txt";
    }

    /// What remains of a hostile name: its end, since that tells most.
    static String safe(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._]+", "-");
        String end = plain.substring(Math.max(0, plain.length() - LONGEST));
        String trimmed = end.replaceAll("^[.-]+|[.-]+$", "");
        return trimmed.isEmpty() ? "unnamed" : trimmed;
    }
}
