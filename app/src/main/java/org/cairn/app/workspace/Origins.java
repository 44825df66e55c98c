package org.cairn.app.workspace;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;

/// Names of logs. A log's name is also its keys' name, which C2SP signed-note v1.0.0 wants without spaces and plus
/// signs, and witnesses tell logs apart by it, so two workspaces never share one by accident.
final class Origins {
    private static final int LONGEST = 120;
    private static final int SLUG_LENGTH = 40;

    private Origins() {}

    static String of(Founding founding, SecureRandom random) throws WorkspaceException {
        if (founding.origin().isPresent()) {
            return checked(founding.origin().get());
        }
        String ascii = Normalizer.normalize(founding.organisation(), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String slug = ascii.isEmpty() ? "workspace" : ascii.substring(0, Math.min(SLUG_LENGTH, ascii.length()));
        byte[] unique = new byte[4];
        random.nextBytes(unique);
        return "cairn/" + slug + "/" + HexFormat.of().formatHex(unique);
    }

    private static String checked(String origin) throws WorkspaceException {
        boolean fits = !origin.isEmpty()
                && origin.length() <= LONGEST
                && origin.chars().allMatch(c -> c > ' ' && c < 127 && c != '+');
        return Optional.of(origin)
                .filter(_ -> fits)
                .orElseThrow(
                        () -> new WorkspaceException(
                                Kind.BAD_INPUT,
                                "'" + origin + "' cannot name a log: 1 to " + LONGEST
                                        + " printable ASCII characters without spaces and plus signs, e.g. acme.example/cairn"));
    }
}
