package org.cairn.collectors.software;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.text.KeyValues;
import org.cairn.collectors.text.Origin;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// From where this host takes packages (sources.list(5), yum.conf(5), pip and npm configuration), and whether
/// signatures are checked.
public final class PackageSourcesCollector implements Collector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "software.package-sources",
            1,
            "Package sources and their trust",
            List.of(
                    "/etc/apt/sources.list",
                    "/etc/apt/sources.list.d",
                    "/etc/apt/apt.conf.d",
                    "/etc/dnf/dnf.conf",
                    "/etc/yum.conf",
                    "/etc/yum.repos.d",
                    "/etc/pip.conf",
                    "/etc/npmrc"));
    /// apt.conf(5), apt-secure(8): settings that switch signature checks off for every source.
    private static final Pattern UNAUTHENTICATED =
            Pattern.compile("(?im)^\\s*[^/#\\s].*(AllowUnauthenticated|AllowInsecureRepositories|AllowWeakRepositories)"
                    + "\\s+\"?(true|yes|1|on)\"?");

    private static final Map<String, String> EVERY_SOURCE_UNCHECKED =
            Map.of("uri", "every source", "place", "local", "enabled", "yes", "signatures", "not checked");
    private static final List<String> ON = List.of("1", "yes", "true", "True");
    private static final Pattern SECTION = Pattern.compile("(?m)^\\[([^]]+)]\\s*$");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Members sources = seen.population("package-sources");
        seen.text("/etc/apt/sources.list")
                .map(AptSources::parseList)
                .ifPresent(parsed -> add(sources, "apt", "/etc/apt/sources.list", parsed));
        for (FileFacts file : seen.directory("/etc/apt/sources.list.d").orElse(List.of())) {
            apt(seen, sources, file);
        }
        for (FileFacts file : seen.directory("/etc/apt/apt.conf.d").orElse(List.of())) {
            seen.text(file.path())
                    .filter(text -> UNAUTHENTICATED.matcher(text).find())
                    .ifPresent(_ -> add(sources, "apt", file.path(), EVERY_SOURCE_UNCHECKED));
        }
        yum(seen, sources);
        seen.text("/etc/pip.conf").map(KeyValues::parse).ifPresent(pip -> {
            pip.value("index-url").ifPresent(uri -> add(sources, "pip", "/etc/pip.conf", plain(uri)));
            pip.value("extra-index-url").ifPresent(uri -> add(sources, "pip", "/etc/pip.conf", plain(uri)));
        });
        seen.text("/etc/npmrc")
                .map(KeyValues::parse)
                .flatMap(npm -> npm.value("registry"))
                .ifPresent(uri -> add(sources, "npm", "/etc/npmrc", plain(uri)));
        seen.hindrances().forEach(sources::refuse);
        return seen.result();
    }

    private static void apt(Observation seen, Members sources, FileFacts file) throws InterruptedException {
        if (file.name().endsWith(".list")) {
            seen.text(file.path()).map(AptSources::parseList).ifPresent(p -> add(sources, "apt", file.path(), p));
        } else if (file.name().endsWith(".sources")) {
            seen.text(file.path()).map(AptSources::parseDeb822).ifPresent(p -> add(sources, "apt", file.path(), p));
        }
    }

    private static void yum(Observation seen, Members sources) throws InterruptedException {
        Optional<String> main = seen.text("/etc/dnf/dnf.conf");
        Optional<String> check = (main.isPresent() ? main : seen.text("/etc/yum.conf"))
                .map(KeyValues::parse)
                .flatMap(values -> values.value("gpgcheck"));
        for (String file : seen.dropIns("/etc/yum.repos.d", ".repo")) {
            seen.text(file).ifPresent(text -> yum(text, check).forEach(source -> add(sources, "yum", file, source)));
        }
    }

    /// yum.conf(5): one section a repository; `gpgcheck` is taken from the main file where the section does not set
    /// it, and left out where neither does: the default depends on the build.
    static List<Map<String, String>> yum(String text, Optional<String> inheritedCheck) {
        List<Map<String, String>> sources = new ArrayList<>();
        Matcher section = SECTION.matcher(text);
        while (section.find()) {
            String body = text.substring(section.end()).split("(?m)^\\[", 2)[0];
            KeyValues values = KeyValues.parse(body);
            String uri = values.value("baseurl")
                    .or(() -> values.value("mirrorlist"))
                    .or(() -> values.value("metalink"))
                    .orElse("");
            Map<String, String> source = new HashMap<>(Map.of(
                    "uri",
                    uri,
                    "place",
                    Origin.placeOf(uri),
                    "enabled",
                    values.value("enabled").orElse("1").equals("0") ? "no" : "yes"));
            values.value("gpgcheck")
                    .or(() -> inheritedCheck)
                    .ifPresent(on -> source.put("signatures", ON.contains(on) ? "checked" : "not checked"));
            sources.add(source);
        }
        return sources;
    }

    private static Map<String, String> plain(String uri) {
        return Map.of(
                "uri",
                uri,
                "place",
                Origin.placeOf(uri),
                "enabled",
                "yes",
                "signatures",
                uri.startsWith("http:") ? "not checked" : "checked");
    }

    private static void add(Members sources, String tool, String file, AptSources parsed) {
        parsed.sources().forEach(source -> add(sources, tool, file, source));
        if (parsed.unknownLines() > 0) {
            sources.refuse(new Refusal(file, Refusal.Why.MALFORMED, parsed.unknownLines() + " lines not understood"));
        }
    }

    private static void add(Members sources, String tool, String file, Map<String, String> source) {
        Map<String, String> values = new HashMap<>(source);
        values.put("tool", tool);
        values.put("file", file);
        sources.add(values);
    }
}
