package org.cairn.collectors.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;

/// A list of files with their SHA-256: lines as `sha256sum` writes them (coreutils, "sha2 utilities"; `--tag` for the
/// BSD
/// form), or JSON with `files`: an object of names to digests, or an array of `{"path": …, "sha256": …}`.
/// @param path         where it lies; names in it count from its folder
/// @param unknownLines how much of it was not understood
record ModelManifest(String path, List<Listed> files, int unknownLines) {
    private static final Pattern PLAIN = Pattern.compile("([0-9a-fA-F]{64}) [ *](.+)");
    private static final Pattern TAGGED = Pattern.compile("SHA256 \\((.+)\\) = ([0-9a-fA-F]{64})");
    private static final Pattern HEX = Pattern.compile("(?:sha256:)?([0-9a-fA-F]{64})");
    private static final Pattern NAME =
            Pattern.compile("(?i)sha256sums?(\\.txt)?|model\\.manifest\\.json|model-manifest\\.json");

    /// @param path   absolute, on the host
    /// @param sha256 64 lower-case hexadecimal digits
    record Listed(String path, String sha256) {}

    ModelManifest {
        files = List.copyOf(files);
    }

    /// Whether a file of this name is a manifest by custom.
    static boolean isNamedLikeOne(String name) {
        return NAME.matcher(name).matches();
    }

    static ModelManifest parse(String path, String text) {
        return path.endsWith(".json") ? ofJson(path, text) : ofLines(path, text);
    }

    private static ModelManifest ofLines(String path, String text) {
        List<Listed> files = new ArrayList<>();
        int unknown = 0;
        for (String line :
                text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
            Matcher plain = PLAIN.matcher(line);
            Matcher tagged = TAGGED.matcher(line);
            if (plain.matches()) {
                files.add(listed(path, plain.group(2), plain.group(1)));
            } else if (tagged.matches()) {
                files.add(listed(path, tagged.group(1), tagged.group(2)));
            } else {
                unknown++;
            }
        }
        return new ModelManifest(path, files, unknown);
    }

    private static ModelManifest ofJson(String path, String text) {
        List<Listed> files = new ArrayList<>();
        int unknown = 0;
        try {
            Optional<Json> listed = Json.parseObject(Bytes.utf8(text)).member("files");
            switch (listed.orElse(new Json.JsonNull())) {
                case JsonObject object -> {
                    for (Map.Entry<String, Json> file : object.members().entrySet()) {
                        unknown += add(files, path, Optional.of(file.getKey()), text(file.getValue()));
                    }
                }
                case JsonArray(List<Json> elements) -> {
                    for (Json element : elements) {
                        unknown += add(
                                files,
                                path,
                                member(element, "path").or(() -> member(element, "name")),
                                member(element, "sha256"));
                    }
                }
                default -> unknown++;
            }
        } catch (MalformedJson _) {
            unknown++;
        }
        return new ModelManifest(path, files, unknown);
    }

    private static int add(List<Listed> files, String path, Optional<String> name, Optional<String> digest) {
        Matcher hex = HEX.matcher(digest.orElse(""));
        if (name.isEmpty() || !hex.matches()) {
            return 1;
        }
        files.add(listed(path, name.get(), hex.group(1)));
        return 0;
    }

    private static Optional<String> member(Json element, String name) {
        return element instanceof JsonObject object
                ? object.member(name).flatMap(ModelManifest::text)
                : Optional.empty();
    }

    private static Optional<String> text(Json value) {
        return value instanceof JsonText(String text) ? Optional.of(text) : Optional.empty();
    }

    static Listed listed(String manifest, String name, String sha256) {
        Path folder = Path.of(manifest).resolveSibling(name).normalize();
        return new Listed(folder.toString(), sha256.toLowerCase(Locale.ROOT));
    }
}
