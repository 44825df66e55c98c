package org.cairn.collectors.crypto;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.declared.DeclaredCollector;
import org.cairn.collectors.declared.HostDeclaration;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.Command;
import org.cairn.collectors.host.Commands;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.text.IpAddress;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.Source;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// One handshake for each version of TLS with end points of this very host that the operator names, by `openssl
/// s_client` (openssl-s_client(1)). An address that is neither the loopback nor one of this host's own is refused,
/// never
/// asked.
public final class TlsHandshakesCollector implements DeclaredCollector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "crypto.tls-handshakes",
            1,
            "Versions of TLS that this host's end points accept",
            List.of(
                    HostDeclaration.PATH,
                    "ip -j addr",
                    "openssl s_client -connect <network.tlsEndpoints> -<version> -brief"));
    private static final Map<String, String> VERSIONS =
            new TreeMap<>(Map.of("1.0", "-tls1", "1.1", "-tls1_1", "1.2", "-tls1_2", "1.3", "-tls1_3"));
    private static final Pattern ENDPOINT = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([0-9.]+)):(\\d{1,5})");
    private static final Pattern LOCAL = Pattern.compile("\"local\":\"([0-9A-Fa-f:.]+)\"");
    /// RFC 8446 section 6.2: alert 70 is protocol_version. Alert 40, handshake_failure, may also mean that a
    /// certificate of the client is missing, and tells nothing of the version.
    private static final Pattern REFUSED = Pattern.compile(
            "(?i).*(alert protocol version|SSL alert number 70|unsupported protocol).*", Pattern.DOTALL);

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Needed needed() {
        return new Needed("network.tlsEndpoints", "no end point of this host is named");
    }

    @Override
    public void collect(HostDeclaration declared, Observation seen) throws InterruptedException {
        Set<String> own = own(seen);
        Members handshakes = seen.population("tls-handshakes");
        for (String endpoint : declared.texts("network.tlsEndpoints")) {
            if (isOwn(endpoint, own)) {
                for (Map.Entry<String, String> version : VERSIONS.entrySet()) {
                    handshakes.add(shake(seen, endpoint, version.getKey(), version.getValue(), handshakes));
                }
            } else {
                handshakes.refuse(new Refusal(
                        endpoint, Refusal.Why.DENIED, "neither the loopback nor an address of this host: not asked"));
            }
        }
    }

    private static Set<String> own(Observation seen) throws InterruptedException {
        Set<String> own = new HashSet<>();
        Matcher local = LOCAL.matcher(
                seen.output(Command.of("ip", "-j", "addr")).orElse("").replace(" ", ""));
        while (local.find()) {
            IpAddress.parse(local.group(1)).ifPresent(address -> own.add(address.toString()));
        }
        return own;
    }

    private static boolean isOwn(String endpoint, Set<String> own) {
        Matcher parts = ENDPOINT.matcher(endpoint);
        if (!parts.matches() || Integer.parseInt(parts.group(3)) > 65_535) {
            return false;
        }
        Optional<IpAddress> address = IpAddress.parse(parts.group(1) == null ? parts.group(2) : parts.group(1));
        return address.isPresent()
                && (address.get().scope() == IpAddress.Scope.LOOPBACK
                        || own.contains(address.get().toString()));
    }

    /// `accepted` is left out where neither a handshake nor a refusal by the server was seen.
    private static Map<String, String> shake(
            Observation seen, String endpoint, String version, String option, Members handshakes)
            throws InterruptedException {
        Map<String, String> values = new TreeMap<>(Map.of("endpoint", endpoint, "version", version));
        Command command =
                Command.of("openssl", "s_client", "-connect", endpoint, option, "-brief", "-cipher", "ALL:@SECLEVEL=0");
        switch (seen.host().run(command)) {
            case Commands.Answer.Printed(Bytes printed) -> {
                values.put("accepted", "yes");
                seen.source(new Source(
                        command.text(), Source.How.COMMAND, seen.startedAt(), Digest.sha256(printed), printed.size()));
            }
            case Commands.Answer.Refused(Refusal refusal) -> {
                if (refusal.why() == Refusal.Why.MALFORMED
                        && REFUSED.matcher(refusal.detail()).matches()) {
                    values.put("accepted", "no");
                    values.put("said", refusal.detail().replaceFirst("[0-9A-F]{8,}:error:", "error:"));
                } else {
                    handshakes.refuse(refusal);
                }
            }
        }
        return values;
    }
}
