package org.cairn.proof.witness;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cairn.proof.Bytes;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.NoteKey;
import org.cairn.proof.NoteKey.Algorithm;
import org.cairn.proof.witness.WitnessPolicy.Group;
import org.cairn.proof.witness.WitnessPolicy.Witness;

/// Reads one policy file (C2SP tlog-policy, "Policy file syntax and structure"). URLs are read over: nothing here opens
/// a
/// connection.
final class PolicyReading {
    private static final int SIZE_LIMIT_BYTES = 1 << 20;
    /// The format asks for at least 32 logs, witnesses and groups.
    private static final int LINE_LIMIT = 1_000;
    private static final String NONE = "none";
    private static final Pattern THRESHOLD = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern BLANKS = Pattern.compile("[ \t]+");

    private final List<NoteKey> logs = new ArrayList<>();
    private final List<Witness> witnesses = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<Bytes> logKeys = new HashSet<>();
    private final Set<Bytes> witnessKeys = new HashSet<>();
    private Optional<String> quorum = Optional.empty();

    /// Bytes are read as Latin 1, one character each, so that comments may hold any of them.
    WitnessPolicy read(Bytes file) throws MalformedPolicy {
        if (file.size() > SIZE_LIMIT_BYTES) {
            throw new MalformedPolicy("larger than " + SIZE_LIMIT_BYTES + " bytes");
        }
        String text = new String(file.toByteArray(), StandardCharsets.ISO_8859_1);
        if (!text.endsWith("\n")) {
            throw new MalformedPolicy("the last line does not end with a newline");
        }
        List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() > LINE_LIMIT) {
            throw new MalformedPolicy("more than " + LINE_LIMIT + " lines");
        }
        for (int i = 0; i < lines.size(); i++) {
            try {
                line(lines.get(i));
            } catch (MalformedPolicy | MalformedNote e) {
                throw new MalformedPolicy("line " + (i + 1) + ": " + e.getMessage());
            }
        }
        if (quorum.isEmpty()) {
            throw new MalformedPolicy("no line says which quorum is needed");
        }
        return new WitnessPolicy(logs, witnesses, groups, quorum.filter(name -> !name.equals(NONE)));
    }

    private void line(String line) throws MalformedPolicy, MalformedNote {
        if (line.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
            throw new MalformedPolicy("a control character");
        }
        List<String> items =
                BLANKS.splitAsStream(line).filter(item -> !item.isEmpty()).toList();
        if (items.isEmpty() || items.getFirst().startsWith("#")) {
            return;
        }
        switch (items.getFirst()) {
            case "log" -> log(items);
            case "witness" -> witness(items);
            case "group" -> group(items);
            case "quorum" -> quorum(items);
            default -> throw new MalformedPolicy("starts with none of log, witness, group, quorum");
        }
    }

    private void log(List<String> items) throws MalformedPolicy, MalformedNote {
        requireCount(items, 2, 3);
        NoteKey key = key(items.get(1), Algorithm.ED25519);
        if (!logKeys.add(key.publicKey())) {
            throw new MalformedPolicy("this log's key stands here twice");
        }
        logs.add(key);
    }

    private void witness(List<String> items) throws MalformedPolicy, MalformedNote {
        requireCount(items, 3, 4);
        NoteKey key = key(items.get(2), Algorithm.ED25519_COSIGNATURE);
        if (!witnessKeys.add(key.publicKey())) {
            throw new MalformedPolicy("this witness's key stands here twice");
        }
        witnesses.add(new Witness(define(items.get(1)), key));
    }

    private void group(List<String> items) throws MalformedPolicy {
        requireCount(items, 4, Integer.MAX_VALUE);
        List<String> members = new ArrayList<>();
        for (String item : items.subList(3, items.size())) {
            String member = utf8(item);
            requireDefined(member);
            if (members.contains(member)) {
                throw new MalformedPolicy("the member stands here twice: " + member);
            }
            members.add(member);
        }
        int threshold = threshold(items.get(2), members.size());
        groups.add(new Group(define(items.get(1)), threshold, members));
    }

    private void quorum(List<String> items) throws MalformedPolicy {
        requireCount(items, 2, 2);
        if (quorum.isPresent()) {
            throw new MalformedPolicy("a second quorum");
        }
        String name = utf8(items.get(1));
        if (!name.equals(NONE)) {
            requireDefined(name);
        }
        quorum = Optional.of(name);
    }

    private static int threshold(String item, int members) throws MalformedPolicy {
        int threshold = switch (item) {
            case "all" -> members;
            case "any" -> 1;
            default -> THRESHOLD.matcher(item).matches() ? Integer.parseInt(item) : 0;
        };
        if (threshold < 1 || threshold > members) {
            throw new MalformedPolicy("a threshold is all, any, or 1 to the number of members, not " + item);
        }
        return threshold;
    }

    /// @param classical how an Ed25519 key signs in this role; an ML-DSA-44 key signs in either
    private static NoteKey key(String item, Algorithm classical) throws MalformedPolicy, MalformedNote {
        NoteKey key = NoteKey.parse(utf8(item));
        if (key.algorithm() != classical && key.algorithm() != Algorithm.ML_DSA_44) {
            throw new MalformedPolicy("a key of type " + key.algorithm() + " does not sign in this role");
        }
        return key;
    }

    private String define(String item) throws MalformedPolicy {
        String name = utf8(item);
        if (name.equals(NONE) || !names.add(name)) {
            throw new MalformedPolicy("the name is taken: " + name);
        }
        return name;
    }

    private void requireDefined(String name) throws MalformedPolicy {
        if (!names.contains(name)) {
            throw new MalformedPolicy("no line before defines " + name);
        }
    }

    private static void requireCount(List<String> items, int least, int most) throws MalformedPolicy {
        if (items.size() < least || items.size() > most) {
            throw new MalformedPolicy("a " + items.getFirst() + " line of " + items.size() + " items");
        }
    }

    /// The format treats bytes above 0x7f as opaque and recommends UTF-8; names in anything else are refused here.
    private static String utf8(String latin1) throws MalformedPolicy {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new MalformedPolicy("a name or key that is not UTF-8");
        }
    }
}
