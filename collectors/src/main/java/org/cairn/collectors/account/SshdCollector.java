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
import org.cairn.collectors.host.Observation;
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
        Map<String, String> files = files(seen, main.get());
        Optional<SshdSettings> effective = seen.output(EFFECTIVE).map(SshdSettings::parse);
        seen.fact("settings-from", effective.isPresent() ? "sshd -T" : "files");
        Map<String, String> settings = effective.map(SshdSettings::global).orElse(files);
        KEYWORDS.stream()
                .filter(settings::containsKey)
                .forEach(keyword -> seen.fact(keyword, settings.getOrDefault(keyword, "")));
        return seen.result();
    }

    /// The global settings of all files, first value first; settings of Match blocks become a population.
    private static Map<String, String> files(Observation seen, String main) throws InterruptedException {
        seen.population("match-settings");
        SshdSettings first = SshdSettings.parse(main);
        Map<String, String> global = new LinkedHashMap<>();
        List<SshdSettings> all = new ArrayList<>();
        for (String pattern : first.includes()) {
            included(seen, pattern, all);
        }
        all.add(first);
        for (SshdSettings settings : all) {
            settings.global().forEach(global::putIfAbsent);
            settings.matching().forEach(seen.population("match-settings")::add);
        }
        return global;
    }

    /// Debian and Red Hat include their folder at the top of the main file, so that it comes first.
    private static void included(Observation seen, String pattern, List<SshdSettings> into)
            throws InterruptedException {
        String path = pattern.startsWith("/") ? pattern : "/etc/ssh/" + pattern;
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        if (!name.contains("*")) {
            seen.text(path).map(SshdSettings::parse).ifPresent(into::add);
        } else if (name.startsWith("*") && name.indexOf('*', 1) < 0) {
            List<String> files = seen.dropIns(path.substring(0, slash), name.substring(1));
            for (String file : files) {
                Optional<SshdSettings> settings = seen.text(file).map(SshdSettings::parse);
                settings.ifPresent(into::add);
                if (settings.isEmpty()) {
                    seen.population("match-settings").refuse(new Refusal(file, Refusal.Why.DENIED, "not read"));
                }
            }
        } else {
            Refusal refusal = new Refusal(pattern, Refusal.Why.MALFORMED, "this form of Include is not followed");
            seen.refuse(refusal).population("match-settings").refuse(refusal);
        }
    }
}
