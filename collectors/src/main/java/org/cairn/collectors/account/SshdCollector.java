package org.cairn.collectors.account;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.Command;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.text.ConfigLines;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// How the SSH server is set up: by its own word (`sshd -T`, which knows the defaults), else as its files say.
public final class SshdCollector implements Collector {
    private static final String MAIN = "/etc/ssh/sshd_config";
    private static final Command EFFECTIVE = Command.of("sshd", "-T");
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "account.sshd", 1, "SSH server", List.of("sshd -T", MAIN, "/etc/ssh/sshd_config.d"))
            .withRoot("sudo sshd -T", "the effective settings with their defaults");
    private static final Set<String> KEYWORDS = Set.of(
            "permitrootlogin",
            "passwordauthentication",
            "kbdinteractiveauthentication",
            "authenticationmethods",
            "permitemptypasswords",
            "pubkeyauthentication",
            "usepam",
            "ciphers",
            "macs",
            "kexalgorithms",
            "maxauthtries",
            "x11forwarding",
            "allowtcpforwarding",
            "loglevel",
            "clientaliveinterval",
            "listenaddress",
            "allowusers",
            "allowgroups",
            "hostbasedauthentication",
            "gatewayports");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Optional<String> main = seen.text(MAIN);
        if (main.isEmpty()) {
            return seen.result();
        }
        Optional<Map<String, String>> files = files(seen, main.get());
        Optional<Map<String, String>> effective =
                seen.output(EFFECTIVE).map(SshdSettings::parse).map(SshdSettings::global);
        Map<String, String> settings = effective.or(() -> files).orElse(Map.of());
        if (!settings.isEmpty()) {
            seen.fact("settings-from", effective.isPresent() ? "sshd -T" : "files");
        }
        KEYWORDS.stream()
                .filter(settings::containsKey)
                .forEach(keyword -> seen.fact(keyword, settings.getOrDefault(keyword, "")));
        return seen.result();
    }

    /// The global settings of all files, first value first, with included files in their place; settings of Match
    /// blocks
    /// become a population. Empty if a file that might come first could not be read.
    private static Optional<Map<String, String>> files(Observation seen, String main) throws InterruptedException {
        Members matching = seen.population("match-settings");
        int before = seen.hindrances().size();
        List<SshdSettings> all = new ArrayList<>();
        StringBuilder own = new StringBuilder();
        for (String line : ConfigLines.of(main).lines()) {
            List<String> includes = SshdSettings.parse(line).includes();
            if (includes.isEmpty()) {
                own.append(line).append('\n');
                continue;
            }
            SshdSettings above = SshdSettings.parse(own.toString());
            all.add(above);
            if (!above.matching().isEmpty()) {
                refuse(seen, line, "an Include below a Match block is not followed");
            }
            own.setLength(0);
            for (String pattern : includes) {
                included(seen, pattern, all);
            }
        }
        all.add(SshdSettings.parse(own.toString()));
        Map<String, String> global = new LinkedHashMap<>();
        for (SshdSettings settings : all) {
            settings.global().forEach(global::putIfAbsent);
            settings.matching().forEach(matching::add);
        }
        return seen.hindrances().size() == before ? Optional.of(global) : Optional.empty();
    }

    private static void refuse(Observation seen, String source, String detail) {
        Refusal refusal = new Refusal(source, Refusal.Why.MALFORMED, detail);
        seen.refuse(refusal).population("match-settings").refuse(refusal);
    }

    /// `Include` takes a path or a pattern; here `*` may stand at the start of the file name (`*.conf`), as
    /// distributions
    /// ship it.
    private static void included(Observation seen, String pattern, List<SshdSettings> into)
            throws InterruptedException {
        String path = pattern.startsWith("/") ? pattern : "/etc/ssh/" + pattern;
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        if (name.lastIndexOf('*') > 0) {
            refuse(seen, pattern, "this form of Include is not followed");
            return;
        }
        List<String> files =
                name.startsWith("*") ? seen.dropIns(path.substring(0, slash), name.substring(1)) : List.of(path);
        for (String file : files) {
            Optional<SshdSettings> settings = seen.text(file).map(SshdSettings::parse);
            settings.ifPresent(into::add);
            if (settings.isPresent() && !settings.get().includes().isEmpty()) {
                refuse(seen, file, "an Include inside an included file is not followed");
            }
        }
        seen.hindrances().forEach(seen.population("match-settings")::refuse);
    }
}
