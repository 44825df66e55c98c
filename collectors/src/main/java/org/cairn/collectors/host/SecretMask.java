package org.cairn.collectors.host;

import java.util.List;
import java.util.regex.Pattern;

/// Replaces what looks like a secret, so that it never enters evidence.
public final class SecretMask {
    private static final String MASK = "«masked»";

    private record Shape(Pattern pattern, String replacement) {}

    private static final List<Shape> SHAPES = List.of(
            // RFC 7468: textual encoding of keys
            new Shape(
                    Pattern.compile("(-----BEGIN [A-Z ]*PRIVATE KEY-----)[^-]*(-----END [A-Z ]*PRIVATE KEY-----)?"),
                    "$1" + MASK),
            // RFC 3986 section 3.2.1: user information in a URI
            new Shape(Pattern.compile("(://[^/\\s:@]*:)[^/\\s@]+@"), "$1" + MASK + "@"),
            // crypt(5): hashed passphrases
            new Shape(Pattern.compile("\\$(1|2[abxy]?|5|6|7|y|gy|md5|sha1)\\$[^\\s:\"']+"), MASK),
            // environ(7): variables whose names end like those of keys; settings of gateways
            new Shape(Pattern.compile("\\b([A-Z][A-Z0-9_]*_(?:KEY|PWD|PASS|SALT)=)[^\\s\"']+"), "$1" + MASK),
            new Shape(
                    Pattern.compile(
                            "(?i)\\b((?:master|salt|signing|encryption|auth)[_-]?key[\"']?\\s*[=:]\\s*)[\"']?[^\\s\"',;}]+[\"']?"),
                    "$1" + MASK),
            // RFC 6750 and RFC 7617: authorization header values; RFC 7519: JWT
            new Shape(Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9+/._~=-]{8,}"), "$1 " + MASK),
            new Shape(Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_.-]+"), MASK),
            new Shape(
                    Pattern.compile(
                            "(?i)((?:pass(?:word|wd|phrase)?|passwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credential)s?"
                                    + "[\"']?\\s*[=:]\\s*|--?(?:pass(?:word|wd|phrase)?|secret|token|api[_-]?key)[ =])"
                                    + "(?![\"']?(?:sufficient|required|requisite|optional|files|compat|sss|systemd|winbind|ldap|db|nis)\\b)[\"']?[^\\s\"',;]+[\"']?"),
                    "$1" + MASK));

    private SecretMask() {}

    public static String mask(String text) {
        String masked = text;
        for (Shape shape : SHAPES) {
            masked = shape.pattern().matcher(masked).replaceAll(shape.replacement());
        }
        return masked;
    }
}
