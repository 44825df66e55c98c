package org.cairn.collectors.software;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/// Where a URI points, as far as its text tells.
final class Origin {
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
    static String placeOf(String uri) {
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

    static String placeOfHost(String host) {
        if (host.equals("localhost")) {
            return "local";
        }
        String bare = host.replace("[", "").replace("]", "");
        if (bare.matches("[0-9.]+|[0-9a-f:]*:[0-9a-f:.]*")) {
            return placeOfAddress(bare);
        }
        boolean single = !host.contains(".");
        return single || PRIVATE_SUFFIXES.stream().anyMatch(host::endsWith) ? "private" : "public-or-unknown";
    }

    private static String placeOfAddress(String literal) {
        try {
            InetAddress address = InetAddress.ofLiteral(literal);
            if (address.isLoopbackAddress()) {
                return "local";
            }
            boolean uniqueLocal = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
            return address.isSiteLocalAddress() || uniqueLocal || address.isLinkLocalAddress()
                    ? "private"
                    : "public-or-unknown";
        } catch (IllegalArgumentException _) {
            return "public-or-unknown";
        }
    }
}
