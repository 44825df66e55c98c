package org.cairn.verifier;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.proof.Bytes;
import org.cairn.proof.Envelope;
import org.cairn.proof.Json;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.MalformedProof;
import org.cairn.proof.Merkle;
import org.cairn.proof.TlogProof;

/// Each entry lies at its index in the log that the checkpoint signs.
final class EntriesCheck {
    /// The payload type of every entry.
    private static final String EVENT_TYPE = "application/vnd.cairn.event.v1+json";

    private static final int LARGEST_ENTRY_BYTES = 16 << 10;
    private static final Pattern INDEX = Pattern.compile("(?:0|[1-9][0-9]{0,17})");

    private final PackFiles files;
    private final Findings findings;
    private final LogCheck.SignedLog log;

    EntriesCheck(PackFiles files, Findings findings, LogCheck.SignedLog log) {
        this.files = files;
        this.findings = findings;
        this.log = log;
    }

    /// @return the entries that are proved, by index
    SortedMap<Long, LedgerEntry> check() throws RefusedInput {
        SortedMap<Long, LedgerEntry> proved = new TreeMap<>();
        for (String name : files.names()) {
            OptionalLong entry = index(name, Layout.ENTRIES, Layout.ENTRY_SUFFIX);
            if (entry.isPresent()) {
                check(name, entry.getAsLong()).ifPresent(found -> proved.put(found.index(), found));
            }
            OptionalLong proof = index(name, Layout.PROOFS, Layout.PROOF_SUFFIX);
            if (proof.isPresent()) {
                files.expect(Layout.entry(proof.getAsLong()));
            }
        }
        return proved;
    }

    private OptionalLong index(String name, String folder, String suffix) {
        if (!name.startsWith(folder)) {
            return OptionalLong.empty();
        }
        Matcher number = INDEX.matcher(
                name.endsWith(suffix) ? name.substring(folder.length(), name.length() - suffix.length()) : "");
        if (!number.matches()) {
            findings.defect(name, "is not named by the index of an entry");
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(number.group()));
    }

    private Optional<LedgerEntry> check(String name, long index) throws RefusedInput {
        Optional<Bytes> encoded = files.read(name);
        Optional<Bytes> proof = files.read(Layout.proof(index));
        if (encoded.isEmpty()) {
            return Optional.empty();
        }
        boolean proved = proof.isPresent() && proves(encoded.get(), proof.get(), index);
        if (encoded.get().size() > LARGEST_ENTRY_BYTES) {
            findings.defect(name, index, "is larger than an entry can be");
            return Optional.empty();
        }
        try {
            Envelope envelope = Envelope.parse(encoded.get());
            if (!envelope.payloadType().equals(EVENT_TYPE)) {
                findings.defect(name, index, "its payload type is not " + EVENT_TYPE);
            }
            var entry = new LedgerEntry(index, encoded.get(), envelope, Json.parseObject(envelope.payload()));
            return proved ? Optional.of(entry) : Optional.empty();
        } catch (MalformedEnvelope | MalformedJson e) {
            findings.defect(name, index, "is not a signed event: " + e.getMessage());
            return Optional.empty();
        }
    }

    private boolean proves(Bytes entry, Bytes encodedProof, long index) {
        String name = Layout.proof(index);
        try {
            TlogProof proof = TlogProof.parse(encodedProof);
            if (proof.index() != index) {
                findings.defect(name, index, "proves entry " + proof.index() + " instead");
            } else if (!proof.checkpoint().encode().equals(log.note())) {
                findings.defect(name, index, "leads to another checkpoint than ledger/checkpoint");
            } else if (proof.extra().size() != 0 || !proof.encode().equals(encodedProof)) {
                findings.defect(name, index, "carries more than the proof");
            } else if (!proof.proves(Merkle.leafHash(entry))) {
                findings.defect(
                        Layout.entry(index),
                        index,
                        "its bytes are not entry " + index
                                + " of the signed ledger: the inclusion proof does not lead from"
                                + " them to the checkpoint's root");
            } else {
                return true;
            }
        } catch (MalformedProof | MalformedNote e) {
            findings.defect(name, index, "is not an inclusion proof: " + e.getMessage());
        }
        return false;
    }
}
