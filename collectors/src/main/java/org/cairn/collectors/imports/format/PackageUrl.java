package org.cairn.collectors.imports.format;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Package URLs (purl specification, core).
final class PackageUrl {
    private PackageUrl() {}

    /// Without qualifiers and subpath: `pkg:deb/debian/bash@5.0-4?arch=amd64` becomes `pkg:deb/debian/bash@5.0-4`.
    static String plain(String purl) {
        return purl.replaceFirst("[?#].*$", "");
    }

    /// The purl in a reference, be it one, or a BOM link to one (CycloneDX, "BOM-Link").
    static Optional<String> in(String reference) {
        int from = reference.indexOf("pkg:");
        if (from >= 0) {
            return Optional.of(reference.substring(from));
        }
        int encoded = reference.indexOf("pkg%3A");
        return encoded < 0 ? Optional.empty() : decoded(reference.substring(encoded));
    }

    private static Optional<String> decoded(String encoded) {
        try {
            return Optional.of(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
