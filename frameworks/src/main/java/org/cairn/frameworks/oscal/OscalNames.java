package org.cairn.frameworks.oscal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.cairn.proof.Json;

/// What our own properties in an OSCAL document are called, and what every document of ours begins with.
public final class OscalNames {
    /// The models that are written: the newest whose schemas the tests hold what is written against.
    public static final String VERSION = "1.2.1";

    /// Namespace of our own properties: an identifier, not an address.
    public static final String SPACE = "urn:cairn:oscal";

    /// A framework's id.
    public static final String FRAMEWORK = "framework-id";

    /// A row's own number, where an OSCAL token cannot spell it.
    public static final String NUMBER = "number";

    /// `no` at a control that asks nothing: OSCAL has no heading below a control.
    static final String ASSESSABLE = "assessable";

    private OscalNames() {}

    /// What the model demands of every document's metadata; more can be added.
    public static Json.Builder metadata(String title, String version, Instant modified) {
        return Json.object()
                .with("title", title)
                .with("version", version)
                .with("last-modified", modified.truncatedTo(ChronoUnit.SECONDS).toString())
                .with("oscal-version", VERSION);
    }

    /// A property of our own.
    public static Json property(String name, String value) {
        return Json.object()
                .with("name", name)
                .with("ns", SPACE)
                .with("value", value)
                .build();
    }

    /// A number as a token (an NCName): letters, digits, dot and dash stay, everything else is written as `_` and four
    /// hexadecimal digits a UTF-16 unit, as is a first character that may not start a token. No two numbers
    /// share a token.
    public static String token(String number) {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean inside = c >= '0' && c <= '9' || c == '.' || c == '-';
            if (letter || inside && i > 0) {
                token.append(c);
            } else {
                token.append("_%04x".formatted((int) c));
            }
        }
        return token.toString();
    }
}
