package org.cairn.app.exchange;

import java.util.Set;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// What a bundle says it is; each claim is checked against what follows.
/// @param from          the sender's log
/// @param to            the receiver's log
/// @param since         index of the first entry
/// @param size          of the sender's log at the checkpoint
/// @param encapsulation from which the receiver derives what opens the payloads (HPKE), 32 bytes
public record BundleHead(String from, String to, long since, long size, Bytes encapsulation) {
    /// More is refused before anything else is read: twenty times the largest workspace that was measured.
    public static final long ENTRY_LIMIT = 20_000_000;

    private static final Set<String> MEMBERS = Set.of("from", "to", "since", "size", "encapsulation");

    /// What both sides bind the payloads' encryption to.
    public static Bytes sealingInfo(String from, String to, long since, long size) {
        return Bytes.utf8("cairn bundle v1\n" + from + '\n' + to + '\n' + since + '\n' + size + '\n');
    }

    public Bytes sealingInfo() {
        return sealingInfo(from, to, since, size);
    }

    Bytes encode() {
        return Json.write(Json.object()
                .with("from", from)
                .with("to", to)
                .with("since", since)
                .with("size", size)
                .with("encapsulation", encapsulation.hex())
                .build());
    }

    static BundleHead parse(Bytes encoded) throws MalformedBundle {
        try {
            JsonObject json = Json.parseObject(encoded);
            BundleHead head = new BundleHead(
                    json.text("from"),
                    json.text("to"),
                    json.integer("since"),
                    json.integer("size"),
                    Bytes.parseHex(json.text("encapsulation")));
            if (!json.members().keySet().equals(MEMBERS) || !head.encode().equals(encoded)) {
                throw new MalformedBundle("the head is not in its canonical form");
            }
            if (head.since < 0 || head.since > head.size || head.size - head.since > ENTRY_LIMIT) {
                throw new MalformedBundle("entries " + head.since + " to " + head.size + ": at most " + ENTRY_LIMIT
                        + " go into one bundle");
            }
            return head;
        } catch (MalformedJson | IllegalArgumentException e) {
            throw new MalformedBundle("the head is refused: " + e.getMessage());
        }
    }
}
