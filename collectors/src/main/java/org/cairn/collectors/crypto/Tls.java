package org.cairn.collectors.crypto;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.collectors.text.IpAddress;

/// Words of TLS settings that every server spells a little differently.
final class Tls {
    /// What no string of ciphers should add (RFC 9325 section 4.1): `!` and `-` take away.
    private static final Pattern WEAK = Pattern.compile(
            "(?i)(.*[-_+])?(NULL|eNULL|aNULL|EXP\\w*|LOW|RC4|MD5|DES|3DES|IDEA|SEED|ADH|AECDH)([-_+].*)?");

    private static final List<String> ORDER = List.of("SSLv2", "SSLv3", "1.0", "1.1", "1.2", "1.3");

    private Tls() {}

    /// `TLSv1` and `TLSv1_0` become `1.0`, `TLSv1.2` and `TLSv1_2` become `1.2`; empty for another word.
    static Optional<String> version(String word) {
        String plain = word.strip().replaceFirst("^[+]", "").replace('_', '.');
        if (plain.equalsIgnoreCase("TLSv1") || plain.equalsIgnoreCase("TLSv1.0")) {
            return Optional.of("1.0");
        }
        return plain.matches("(?i)TLSv1\\.[1-3]")
                ? Optional.of(plain.substring(4))
                : ORDER.stream().filter(known -> known.equalsIgnoreCase(plain)).findFirst();
    }

    static Optional<String> oldest(Collection<String> words) {
        return words.stream()
                .flatMap(word -> version(word).stream())
                .min((a, b) -> Integer.compare(ORDER.indexOf(a), ORDER.indexOf(b)));
    }

    static boolean addsWeakCiphers(String ciphers) {
        return Pattern.compile("[:, ]")
                .splitAsStream(ciphers)
                .filter(word -> !word.startsWith("!") && !word.startsWith("-"))
                .anyMatch(word -> WEAK.matcher(word).matches());
    }

    /// Where a server listens: `*:443`, `443`, `[::1]:443`, `10.0.0.1:443`, `unix:/run/x`.
    static String scope(String listen) {
        String host = listen.toLowerCase(Locale.ROOT).replaceFirst("^(ipv4|ipv6)@", "");
        if (host.startsWith("unix") || host.startsWith("/")) {
            return "loopback";
        }
        if (host.matches("\\d+") || host.startsWith("*") || host.startsWith(":")) {
            return "any";
        }
        host = host.startsWith("[") ? host.substring(1).replaceFirst("].*$", "") : host.replaceFirst(":\\d+$", "");
        return host.equals("localhost")
                ? "loopback"
                : IpAddress.parse(host).map(found -> found.scope().text()).orElse("unknown");
    }
}
