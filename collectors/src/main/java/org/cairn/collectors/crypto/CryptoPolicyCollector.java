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
import org.cairn.collectors.text.KeyValues;
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

    private static final Pattern LEVEL = Pattern.compile("@SECLEVEL\\s*=\\s*(\\d)");

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
        openssl.map(KeyValues::parse)
                .flatMap(settings -> openssl(seen, settings))
                .ifPresent(oldest::add);
        Optional<String> policy = seen.text(POLICY).map(String::strip).filter(name -> !name.isEmpty());
        policy.ifPresent(name -> seen.fact("crypto-policy", name));
        policy.flatMap(name -> Optional.ofNullable(POLICIES.get(name))).ifPresent(oldest::add);
        Tls.oldest(oldest.stream().map(version -> "TLSv" + version).toList())
                .ifPresent(version -> seen.fact("oldest-version", version));
        return seen.result();
    }

    /// `MinProtocol` or, as SSL_CONF_cmd(3) also spells it, `TLS.MinProtocol`; the level stands in `CipherString`.
    private static Optional<String> openssl(Observation seen, KeyValues settings) {
        Matcher level = LEVEL.matcher(settings.value("cipherstring").orElse(""));
        if (level.find()) {
            seen.fact("openssl-security-level", level.group(1));
        }
        return settings.value("minprotocol")
                .or(() -> settings.value("tls.minprotocol"))
                .flatMap(Tls::version);
    }
}
