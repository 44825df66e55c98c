package org.cairn.collectors.account;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.text.ConfigLines;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Reads authorized_keys (sshd(8), AUTHORIZED_KEYS FILE FORMAT). The comment is left out: it names people.
/// @param keys `type`, `bits`, `fingerprint` (SHA-256 of the key blob, as `ssh-keygen -l` shows it), `restricted`
record AuthorizedKey(List<Map<String, String>> keys, int unknownLines) {
    private static final Pattern KEY = Pattern.compile(
            "(.*?)\\s*\\b((?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[a-z0-9@.-]+)\\s+([A-Za-z0-9+/]+={0,2})(?:\\s.*)?");

    AuthorizedKey {
        keys = List.copyOf(keys);
    }

    static AuthorizedKey parse(String text) {
        List<Map<String, String>> keys = new ArrayList<>();
        int unknown = 0;
        for (String line : ConfigLines.of(text).lines()) {
            Matcher matcher = KEY.matcher(line);
            Optional<Map<String, String>> key =
                    matcher.matches() ? key(matcher.group(1), matcher.group(2), matcher.group(3)) : Optional.empty();
            key.ifPresent(keys::add);
            unknown += key.isPresent() ? 0 : 1;
        }
        return new AuthorizedKey(keys, unknown);
    }

    private static Optional<Map<String, String>> key(String options, String type, String base64) {
        try {
            byte[] blob = Base64.getDecoder().decode(base64);
            Map<String, String> key = new TreeMap<>();
            key.put("type", type);
            key.put(
                    "fingerprint",
                    "SHA256:"
                            + Base64.getEncoder()
                                    .withoutPadding()
                                    .encodeToString(
                                            Digest.sha256(Bytes.copyOf(blob)).toByteArray()));
            key.put("restricted", options.matches(".*\\b(from=|restrict|command=).*") ? "yes" : "no");
            bits(type, blob).ifPresent(bits -> key.put("bits", Integer.toString(bits)));
            return Optional.of(key);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// RFC 4253 section 6.6: `string "ssh-rsa", mpint e, mpint n`; RFC 5656 and RFC 8709 for the others.
    private static Optional<Integer> bits(String type, byte[] blob) {
        if (type.contains("ed25519")) {
            return Optional.of(256);
        }
        Matcher curve = Pattern.compile("nistp(\\d+)").matcher(type);
        if (curve.find()) {
            return Optional.of(Integer.valueOf(curve.group(1)));
        }
        ByteBuffer fields = ByteBuffer.wrap(blob);
        List<byte[]> parts = new ArrayList<>();
        while (fields.remaining() >= 4) {
            int length = fields.getInt();
            if (length < 0 || length > fields.remaining()) {
                return Optional.empty();
            }
            byte[] part = new byte[length];
            fields.get(part);
            parts.add(part);
        }
        return type.equals("ssh-rsa") && parts.size() == 3
                ? Optional.of(new BigInteger(1, parts.get(2)).bitLength())
                : type.equals("ssh-dss") && parts.size() == 5
                        ? Optional.of(new BigInteger(1, parts.get(1)).bitLength())
                        : Optional.empty();
    }
}
