package org.cairn.collectors.software;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.text.ConfigLines;
import org.cairn.evidence.yaml.Tree;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// A file that fixes dependencies: how many it names, how many of them without an exact version, how many without a
/// digest.
/// @param kind `pip`, `uv`, `poetry`, `pylock`, `npm`, `maven`
record LockFile(String kind, int entries, List<String> unpinned, List<String> unhashed) {
    /// pip documentation, "Requirements File Format", "Hash-checking Mode"; PEP 440 exact match without a wildcard.
    private static final Pattern EXACT =
            Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*)(\\[[^]]*])?\\s*===?\\s*[A-Za-z0-9][A-Za-z0-9.!+_-]*");
    private static final Pattern OTHER_FILE = Pattern.compile("(?:-r|--requirement)[ =]*(?:.*/)?([^/\\s]+)");
    private static final Pattern HASH = Pattern.compile("--hash[= ]sha(256|384|512):[0-9a-f]{64,}");
    private static final Pattern LOCKED_HASH =
            Pattern.compile("\"sha(256|384|512):[0-9a-f]{64,}\"|sha256\\s*=\\s*\"[0-9a-f]{64}\"");
    private static final Pattern LOCAL_SOURCE = Pattern.compile(
            "source\\s*=\\s*\\{\\s*(virtual|editable|directory)\\s*=|type\\s*=\\s*\"directory\"|\\[packages\\.directory]|directory\\s*=\\s*\\{");
    private static final Pattern NAME = Pattern.compile("(?m)^name\\s*=\\s*\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("(?m)^version\\s*=\\s*\"[^\"]+\"");
    private static final Pattern DEPENDENCY = Pattern.compile("<(dependency|plugin)>(.*?)</\\1>", Pattern.DOTALL);
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>\\s*([^<]+?)\\s*</artifactId>");
    private static final Pattern ARTIFACT_VERSION = Pattern.compile("<version>\\s*([^<]+?)\\s*</version>");

    LockFile {
        unpinned = List.copyOf(unpinned);
        unhashed = List.copyOf(unhashed);
    }

    /// Empty where the name is none of those known.
    static Optional<String> kindOf(String name) {
        if (name.matches("requirements[A-Za-z0-9._-]*\\.txt")) {
            return Optional.of("pip");
        }
        return switch (name) {
            case "uv.lock" -> Optional.of("uv");
            case "poetry.lock" -> Optional.of("poetry");
            case "pylock.toml" -> Optional.of("pylock");
            case "package-lock.json", "npm-shrinkwrap.json" -> Optional.of("npm");
            case "pom.xml" -> Optional.of("maven");
            default -> Optional.empty();
        };
    }

    /// Empty where the text is not what its name says.
    static Optional<LockFile> parse(String kind, String text) {
        return switch (kind) {
            case "pip" -> Optional.of(requirements(text));
            case "npm" -> npm(text);
            case "maven" -> text.contains("<project") ? Optional.of(maven(text)) : Optional.empty();
            default -> locked(kind, text);
        };
    }

    private static LockFile requirements(String text) {
        List<String> unpinned = new ArrayList<>();
        List<String> unhashed = new ArrayList<>();
        int entries = 0;
        for (String line : ConfigLines.of(text).lines()) {
            String entry = line.replaceFirst("(^|\\s+)#.*$", "").strip();
            boolean option = entry.startsWith("-") && !entry.startsWith("-e") && !entry.startsWith("--editable");
            Matcher other = OTHER_FILE.matcher(entry);
            if (other.matches() && kindOf(other.group(1)).isEmpty()) {
                entries++;
                unpinned.add(entry); // whose name is not looked for
                continue;
            }
            if (entry.isEmpty() || option) {
                continue;
            }
            entries++;
            String wanted = entry.replaceFirst("\\s+--hash.*$", "")
                    .replaceFirst("\\s*;.*$", "")
                    .strip();
            boolean hashed = HASH.matcher(entry).find();
            if (!EXACT.matcher(wanted).matches() && !(hashed && wanted.contains("@"))) {
                unpinned.add(wanted);
            }
            if (!hashed) {
                unhashed.add(wanted);
            }
        }
        return new LockFile("pip", entries, unpinned, unhashed);
    }

    /// TOML tables `[[package]]` (uv, Poetry) or `[[packages]]` (PEP 751), judged one by one.
    private static Optional<LockFile> locked(String kind, String text) {
        String[] blocks = text.split("(?m)^\\[\\[packages?]]\\s*$", -1);
        List<String> unpinned = new ArrayList<>();
        List<String> unhashed = new ArrayList<>();
        for (int i = 1; i < blocks.length; i++) {
            Matcher name = NAME.matcher(blocks[i]);
            if (!name.find()) {
                return Optional.empty();
            }
            boolean local = LOCAL_SOURCE.matcher(blocks[i]).find();
            if (!local && !VERSION.matcher(blocks[i]).find()) {
                unpinned.add(name.group(1));
            }
            if (!local && !LOCKED_HASH.matcher(blocks[i]).find()) {
                unhashed.add(name.group(1));
            }
        }
        return Optional.of(new LockFile(kind, blocks.length - 1, unpinned, unhashed));
    }

    /// npm documentation, "package-lock.json": version 2 and 3 list `packages`; version 1 does not, and is refused.
    private static Optional<LockFile> npm(String text) {
        try {
            List<String> unpinned = new ArrayList<>();
            List<String> unhashed = new ArrayList<>();
            int entries = 0;
            JsonObject packages = Json.parseObject(Bytes.utf8(text)).object("packages");
            for (Map.Entry<String, Json> one : packages.members().entrySet()) {
                boolean own = !one.getKey().contains("node_modules/")
                        || Tree.flag(one.getValue(), "link").orElse(false);
                if (own) {
                    continue;
                }
                entries++;
                boolean bundled = Tree.flag(one.getValue(), "inBundle").orElse(false);
                if (Tree.text(one.getValue(), "version").isEmpty()) {
                    unpinned.add(one.getKey());
                }
                if (!bundled && Tree.text(one.getValue(), "integrity").isEmpty()) {
                    unhashed.add(one.getKey());
                }
            }
            return Optional.of(new LockFile("npm", entries, unpinned, unhashed));
        } catch (MalformedJson _) {
            return Optional.empty();
        }
    }

    /// Maven, "POM Reference", "Dependency Version Requirement Specification": a range, `LATEST`, `RELEASE` or a
    /// snapshot
    /// is no fixed version. A POM holds no digests.
    private static LockFile maven(String text) {
        List<String> unpinned = new ArrayList<>();
        int entries = 0;
        Matcher dependency = DEPENDENCY.matcher(text.replaceAll("(?s)<!--.*?-->", ""));
        while (dependency.find()) {
            entries++;
            Matcher version = ARTIFACT_VERSION.matcher(dependency.group(2));
            Matcher artifact = ARTIFACT.matcher(dependency.group(2));
            if (version.find() && version.group(1).matches(".*[\\[(,].*|LATEST|RELEASE|.*-SNAPSHOT")) {
                unpinned.add(artifact.find() ? artifact.group(1) : "?");
            }
        }
        return new LockFile("maven", entries, unpinned, List.of());
    }

    Map<String, String> item(String path) {
        Map<String, String> values = new TreeMap<>(Map.of(
                "path", path,
                "kind", kind,
                "entries", Integer.toString(entries),
                "unpinned", Integer.toString(unpinned.size()),
                "unhashed", Integer.toString(unhashed.size())));
        values.put(
                "for-example",
                unpinned.stream()
                        .findFirst()
                        .or(() -> unhashed.stream().findFirst())
                        .orElse("-"));
        return values;
    }
}
