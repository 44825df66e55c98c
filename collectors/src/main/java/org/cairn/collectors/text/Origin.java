package org.cairn.collectors.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where a URI points, as far as its text tells.
public final class Origin {
    /// Names that public DNS does not serve: RFC 6762 appendix G, RFC 8375, RFC 6761, and ICANN's `.internal` (2024).
    private static final List<String> PRIVATE_SUFFIXES = List.of(
            ".internal",
            ".intranet",
            ".private",
            ".corp",
            ".home",
            ".lan",
            ".local",
            ".home.arpa",
            ".localhost",
            ".test");

    private Origin() {}

    /// `local` (files, the loopback), `private` (RFC 1918 and RFC 4193 addresses, names public DNS does not serve,
    /// names
    /// without a dot), `public-or-unknown` for everything else.
    public static String placeOf(String uri) {
        if (uri.startsWith("file:") || uri.startsWith("cdrom:") || uri.startsWith("copy:") || uri.startsWith("/")) {
            return "local";
        }
        try {
            String host = new URI(uri).getHost();
            return host == null ? "public-or-unknown" : placeOfHost(host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException _) {
            return "public-or-unknown";
        }
    }

    public static String placeOfHost(String host) {
        if (host.equals("localhost")) {
            return "local";
        }
        Optional<IpAddress> address = IpAddress.parse(host.replace("[", "").replace("]", ""));
        if (address.isPresent()) {
            return switch (address.get().scope()) {
                case LOOPBACK -> "local";
                case PRIVATE, LINK_LOCAL -> "private";
                case ANY, PUBLIC -> "public-or-unknown";
            };
        }
        boolean single = !host.contains(".");
        return single || PRIVATE_SUFFIXES.stream().anyMatch(host::endsWith) ? "private" : "public-or-unknown";
    }
}
