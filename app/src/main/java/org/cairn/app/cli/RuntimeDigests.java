package org.cairn.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.causality.policy.Place;
import org.cairn.proof.Digest;

/// What files held, as `sha256sum` prints it with absolute names (sha256sum(1)).
final class RuntimeDigests {
    private static final long LARGEST_BYTES = 1 << 24;
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](/.*)");

    private RuntimeDigests() {}

    static Map<String, Digest> read(Path file) throws Refused {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw new Refused(file + ": larger than " + LARGEST_BYTES + " bytes");
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            Map<String, Digest> digests = new HashMap<>();
            for (int i = 0; i < lines.size(); i++) {
                Matcher line = LINE.matcher(lines.get(i));
                if (!line.matches()) {
                    throw new Refused(file + ": line " + (i + 1) + " is not DIGEST, two spaces and an absolute name, as"
                            + " `sha256sum /srv/models/*` prints it");
                }
                digests.put(Place.normal(line.group(2)), Digest.parseHex(line.group(1)));
            }
            return digests;
        } catch (IOException e) {
            throw new Refused(file + ": cannot be read as text (" + e + ")");
        }
    }
}
