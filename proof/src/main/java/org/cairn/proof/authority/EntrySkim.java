package org.cairn.proof.authority;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cairn.proof.Bytes;

/// Tells the many entries that leave people, roles and answers as they are from the few that do not, without reading
/// them as JSON: a ledger of a million entries is gone through at every opening.
final class EntrySkim {
    private static final byte[] START = ascii("{\"payload\":\"");

    /// As canonical JSON spells the member; an event in any other form is not admitted.
    private static final List<byte[]> KINDS = Stream.concat(
                    Stream.of(
                            "WorkspaceFounded",
                            "IdentityEnrolled",
                            "IdentityRevoked",
                            "KeyRotated",
                            "RoleGranted",
                            "RoleWithdrawn",
                            "RecoveryKeyEnrolled",
                            "AdministratorReestablished",
                            "ControlAnswered",
                            "AnswerReviewed"),
                    Rules.table().entrySet().stream()
                            .filter(rule -> rule.getValue().fourEyes())
                            .map(Map.Entry::getKey))
            .map(kind -> ascii("\"kind\":\"" + kind + "\""))
            .toList();

    private static final byte[] MEMBER = ascii("\"kind\":\"");

    private EntrySkim() {}

    /// False only where the entry is in the form this product writes and is none of those kinds.
    static boolean mayMatter(Bytes entry) {
        byte[] raw = entry.toByteArray();
        if (!startsWith(raw, 0, START)) {
            return true;
        }
        int end = START.length;
        while (end < raw.length && raw[end] != '"') {
            end++;
        }
        try {
            return names(Base64.getDecoder().decode(Arrays.copyOfRange(raw, START.length, end)));
        } catch (IllegalArgumentException _) {
            return true;
        }
    }

    private static boolean names(byte[] payload) {
        for (int at = 0; at <= payload.length - MEMBER.length; at++) {
            if (payload[at] == '"' && startsWith(payload, at, MEMBER)) {
                int found = at;
                if (KINDS.stream().anyMatch(kind -> startsWith(payload, found, kind))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] content, int at, byte[] start) {
        return content.length - at >= start.length
                && Arrays.equals(content, at, at + start.length, start, 0, start.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
