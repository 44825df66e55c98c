package org.cairn.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Envelope;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.MalformedJson;

/// What another host's collectors signed with that host's own key: the statement behind each `HostRunImported` is
/// signed by a collector's key that was enrolled and in force, says what the entry says, and every piece of its
/// evidence in the pack is, byte by byte, what the host signed. So not even the owner of the ledger can change what a
/// host reported. Entries that were imported from another log name keys of that log, and are passed over.
final class HostRunsCheck {
    private static final String TYPE = "application/vnd.cairn.host-run.v1+json";
    private static final List<String> SAID_TWICE = List.of("sequence", "startedAt", "endedAt");

    private final PackFiles files;
    private final Findings findings;
    private final SortedMap<Long, LedgerEntry> entries;
    private final PackManifest manifest;
    private final OpenedTexts opened;
    private final CollectorKeys keys = new CollectorKeys();
    /// Keys whose entry of enrolment is missing or broken, which was noted.
    private final Set<String> unread;

    HostRunsCheck(PackFiles files, Findings findings, SortedMap<Long, LedgerEntry> entries, PackManifest manifest) {
        this.files = files;
        this.findings = findings;
        this.entries = entries;
        this.manifest = manifest;
        this.opened = new OpenedTexts(manifest);
        this.unread = manifest.identities().stream()
                .filter(identity -> !entries.containsKey(identity.entry()))
                .map(identity -> identity.key().hex())
                .collect(Collectors.toSet());
    }

    void check() throws RefusedInput {
        for (LedgerEntry entry : entries.values()) {
            if (entry.kind().equals("HostRunImported")) {
                run(entry);
            }
            keys.take(entry);
        }
    }

    private void run(LedgerEntry entry) throws RefusedInput {
        Optional<String> file = opened.fileOf(entry.index(), entry.event());
        if (file.isEmpty()) {
            findings.note("entry " + entry.index()
                    + ": what the host signed is not in the pack; that its evidence came so from the host, the entry"
                    + " alone says");
            return;
        }
        Optional<Bytes> signed = files.read(file.get());
        if (signed.isPresent()) {
            try {
                Envelope envelope = Envelope.parse(signed.get());
                if (!envelope.payloadType().equals(TYPE)) {
                    findings.defect(file.get(), entry.index(), "its payload type is not " + TYPE);
                } else if (isByItsHost(entry, file.get(), envelope)) {
                    says(entry, file.get(), Json.parseObject(envelope.payload()));
                }
            } catch (MalformedEnvelope | MalformedJson e) {
                findings.defect(file.get(), entry.index(), "is not what a host signs: " + e.getMessage());
            }
        }
    }

    private boolean isByItsHost(LedgerEntry entry, String file, Envelope envelope) {
        String id = CollectorKeys.text(entry.event(), "key");
        Optional<Ed25519PublicKey> key = keys.key(id);
        if (key.isEmpty() && unread.contains(id)) {
            return false;
        }
        if (key.isEmpty()) {
            findings.defect(
                    entry.file(),
                    entry.index(),
                    "takes over a run signed by key " + id + ", which is no collector's key in force");
        } else if (!envelope.isSignedBy(key.get())) {
            findings.defect(file, entry.index(), "is not signed by key " + id + ", which its entry names");
        }
        return key.isPresent();
    }

    private void says(LedgerEntry entry, String file, JsonObject statement) throws MalformedJson, RefusedInput {
        for (String member : SAID_TWICE) {
            if (!statement.member(member).equals(entry.event().member(member))
                    || statement.member(member).isEmpty()) {
                findings.defect(file, entry.index(), "says another " + member + " than its entry");
            }
        }
        List<String> ids = new ArrayList<>();
        for (Json id : entry.event().array("evidence")) {
            ids.add(id instanceof JsonText(String hex) ? hex : "");
        }
        List<Json> results = statement.array("results");
        if (ids.size() != results.size()) {
            findings.defect(
                    file,
                    entry.index(),
                    "names " + results.size() + " pieces of evidence, and its entry " + ids.size());
            return;
        }
        for (PackManifest.EvidenceFolder folder : manifest.evidence()) {
            int place = ids.indexOf(folder.id());
            if (place >= 0 && results.get(place) instanceof JsonObject result) {
                evidence(entry, folder, result);
            }
        }
    }

    private void evidence(LedgerEntry entry, PackManifest.EvidenceFolder folder, JsonObject result)
            throws RefusedInput, MalformedJson {
        String file = folder.folder() + "/manifest.json";
        Optional<Bytes> document = files.names().contains(file) ? files.read(file) : Optional.empty();
        if (document.isEmpty()) {
            return; // withheld or erased, or noted as missing
        }
        JsonObject evidence;
        Digest actual;
        try {
            evidence = Json.parseObject(document.get());
            actual = Digest.sha256(Json.write(evidence.object("evidence")));
        } catch (MalformedJson _) {
            return; // noted where the evidence was opened
        }
        compare(entry, folder, file, result.object("evidence"), actual);
        Map<Json, JsonObject> signed = new HashMap<>();
        for (Json raw : result.array("raw")) {
            if (raw instanceof JsonObject object) {
                signed.put(object.members().getOrDefault("source", new Json.JsonNull()), object.object("content"));
            }
        }
        for (Json raw : evidence.array("raw")) {
            artefact(entry, folder, raw, signed);
        }
    }

    /// @param signed what the host signed of the bytes behind each source
    private void artefact(LedgerEntry entry, PackManifest.EvidenceFolder folder, Json raw, Map<Json, JsonObject> signed)
            throws RefusedInput, MalformedJson {
        Optional<String> file = opened.fileOf(folder.entry(), raw);
        if (file.isEmpty() || !(raw instanceof JsonObject object)) {
            return;
        }
        Optional<Digest> actual = files.sha256(file.get());
        JsonObject content = signed.get(object.members().getOrDefault("source", new Json.JsonNull()));
        if (actual.isPresent() && content != null) {
            compare(entry, folder, file.get(), content, actual.get());
        } else if (actual.isPresent()) {
            findings.defect(
                    file.get(),
                    folder.entry(),
                    "is no part of what the host signed in the run of entry " + entry.index());
        }
    }

    private void compare(
            LedgerEntry entry, PackManifest.EvidenceFolder folder, String file, JsonObject content, Digest actual)
            throws MalformedJson {
        if (!content.text("sha256").equals(actual.hex())) {
            findings.defect(file, folder.entry(), "is not what the host signed in the run of entry " + entry.index());
        }
    }
}
