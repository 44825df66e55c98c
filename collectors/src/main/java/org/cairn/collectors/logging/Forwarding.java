package org.cairn.collectors.logging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.text.ConfigLines;

/// Reads where rsyslog sends messages (rsyslog.conf(5)): `selector @host`, `@@host`, `(o)host` for TLS, and
/// `action(type="omfwd" …)`.
/// @param targets `target`, `protocol`, `tls`
record Forwarding(List<Map<String, String>> targets) {
    private static final Pattern LEGACY =
            Pattern.compile("\\S+\\s+(?:-)?(@{1,2})(?:\\(([^)]*)\\))?(\\[[^]]+]|[^:;\\s]+)(?::(\\d+))?.*");
    private static final Pattern ACTION = Pattern.compile("(?is)action\\s*\\(([^)]*)\\)");
    private static final Pattern PARAMETER = Pattern.compile("(?i)([a-z.]+)\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern GLOBAL_TLS =
            Pattern.compile("(?im)^\\s*\\$(ActionSendStreamDriverMode\\s+1|DefaultNetstreamDriver\\s+(gtls|ossl))\\b");

    Forwarding {
        targets = List.copyOf(targets);
    }

    static Forwarding parse(String text) {
        List<Map<String, String>> targets = new ArrayList<>();
        boolean streamTls = GLOBAL_TLS
                        .matcher(text)
                        .results()
                        .map(m -> m.group(1).substring(0, 3))
                        .distinct()
                        .count()
                == 2;
        for (String line : ConfigLines.of(text).lines()) {
            Matcher legacy = LEGACY.matcher(line);
            if (legacy.matches()) {
                boolean tcp = legacy.group(1).length() == 2;
                targets.add(target(legacy.group(3), tcp ? "tcp" : "udp", tcp && streamTls));
            }
        }
        Matcher action = ACTION.matcher(String.join("\n", ConfigLines.of(text).lines()));
        while (action.find()) {
            Map<String, String> parameters = parameters(action.group(1));
            if (List.of("omfwd", "omrelp").contains(parameters.getOrDefault("type", ""))) {
                boolean tls = parameters.getOrDefault("streamdrivermode", "0").equals("1")
                        || parameters.getOrDefault("tls", "off").equals("on");
                targets.add(target(
                        parameters.getOrDefault("target", "?"),
                        parameters.getOrDefault("type", "").equals("omrelp")
                                ? "relp"
                                : parameters.getOrDefault("protocol", "udp").toLowerCase(Locale.ROOT),
                        tls));
            }
        }
        return new Forwarding(targets);
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            parameters.put(parameter.group(1).toLowerCase(Locale.ROOT), parameter.group(2));
        }
        return parameters;
    }

    private static Map<String, String> target(String host, String protocol, boolean tls) {
        return Map.of("program", "rsyslog", "target", host, "protocol", protocol, "tls", tls ? "yes" : "no");
    }
}
