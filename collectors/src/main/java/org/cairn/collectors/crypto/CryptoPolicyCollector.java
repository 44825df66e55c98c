package org.cairn.collectors.crypto;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.CollectionResult;

/// The least that programs may negotiate by the system's own settings: OpenSSL (config(5), SSL_CONF_cmd(3)) and
/// system-wide policies (crypto-policies(7)).
public final class CryptoPolicyCollector implements Collector {
    private static final String DEBIAN = "/etc/ssl/openssl.cnf";
    private static final String FEDORA = "/etc/pki/tls/openssl.cnf";
    private static final String POLICY = "/etc/crypto-policies/state/current";
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "crypto.policy", 1, "System-wide settings of cryptography", List.of(DEBIAN, FEDORA, POLICY));
    /// The least version of each policy that ships (crypto-policies(7), "PROVIDED POLICY LEVELS"); one that is put
    /// together of
    /// modules may allow another.
    private static final Map<String, String> POLICIES =
            Map.of("DEFAULT", "1.2", "FUTURE", "1.2", "FIPS", "1.2", "BSI", "1.2", "LEGACY", "1.0");

    private static final Pattern LEVEL = Pattern.compile("(?m)^[^#\\n]*@SECLEVEL\\s*=\\s*(\\d)");
    private static final Pattern LEAST = Pattern.compile("(?m)^\\s*(?:TLS\\.)?MinProtocol\\s*=\\s*(\\S+)");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Optional<String> openssl = seen.text(DEBIAN);
        if (openssl.isEmpty()) {
            openssl = seen.text(FEDORA);
        }
        List<String> oldest = new ArrayList<>();
        openssl.ifPresent(text -> oldest.addAll(openssl(seen, text)));
        Optional<String> policy = seen.text(POLICY).map(String::strip).filter(name -> !name.isEmpty());
        policy.ifPresent(name -> seen.fact("crypto-policy", name));
        policy.flatMap(name -> Optional.ofNullable(POLICIES.get(name))).ifPresent(oldest::add);
        Tls.oldest(oldest.stream().map(version -> "TLSv" + version).toList())
                .ifPresent(version -> seen.fact("oldest-version", version));
        return seen.result();
    }

    /// Every `MinProtocol` or, as SSL_CONF_cmd(3) also spells it, `TLS.MinProtocol`: which section counts is not
    /// followed.
    private static List<String> openssl(Observation seen, String text) {
        Matcher level = LEVEL.matcher(text);
        if (level.find()) {
            seen.fact("openssl-security-level", level.group(1));
        }
        return LEAST.matcher(text)
                .results()
                .flatMap(found -> Tls.version(found.group(1)).stream())
                .toList();
    }
}
