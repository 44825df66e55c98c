package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.cairn.app.workspace.ErasureRequest.Target;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.event.ErasureReason;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.ledger.key.Keyring;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.authority.Role;

/// Anna and Ben, who erase together, and a word that stands in everything that is to be erased.
final class ErasingPeople {
    final TwoPeople people;
    final String marker;

    ErasingPeople(Path temporary) throws Exception {
        people = new TwoPeople(temporary);
        people.enrolBen(Role.REVIEWER);
        marker = "Mk" + new BigInteger(120, new SecureRandom()).toString(36);
    }

    EvidenceId attach(Workspace acme) throws Exception {
        return acme.attach(
                file("policy-" + marker + ".txt", "content " + marker), TwoPeople.CONTROL, "Title " + marker);
    }

    Path file(String name, String content) throws Exception {
        return Files.writeString(people.stick(name), content);
    }

    static ErasureRequest request(Target target) {
        return new ErasureRequest(
                target, ErasureReason.CONSENT_WITHDRAWN, "asked for", Optional.of("nobody relies on it"));
    }

    long erase(Workspace acme, Target target) throws Exception {
        return approve(acme, acme.keeping().proposeErasure(request(target)));
    }

    /// Anna's proposal goes to Ben and comes back with his signature.
    long approve(Workspace acme, Proposal proposal) throws Exception {
        Path signed = people.stick("signed-" + proposal.id() + ".json");
        try (Keyring bens = people.ben.keyring()) {
            Files.write(
                    signed,
                    bens.person().countersign(proposal.envelope()).encode().toByteArray());
        }
        return acme.proposals().approve(acme.proposals().find(signed.toString()));
    }

    interface Refused {
        void attempt() throws Exception;
    }

    static void refused(String why, Refused attempt) {
        WorkspaceException refused = assertThrows(WorkspaceException.class, attempt::attempt);
        assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
    }

    /// Stored bytes and keys, of the manifest and the raw bytes it names.
    List<Path> files(Workspace acme, EvidenceId id) throws Exception {
        List<Path> files = new ArrayList<>();
        List<Digest> stored = new ArrayList<>(List.of(id.stored()));
        acme.artefacts(id).forEach(artefact -> stored.add(artefact.payload().stored()));
        WorkspaceFolder folder = new WorkspaceFolder(people.anna.folder);
        for (Digest each : stored) {
            files.add(folder.evidence().resolve(EvidenceVault.location(each)));
            files.add(folder.payloadKeys().resolve(EvidenceVault.location(each)));
        }
        return files;
    }

    static String location(Digest stored) {
        return EvidenceVault.location(stored).toString();
    }

    static void pack(Workspace acme, Path out, AsOf asOf) throws WorkspaceException {
        acme.pack(new PackRequest(new FrameworkId("dora"), "full", out, Set.of(), asOf), Progress.silent());
    }

    static List<JsonObject> erasedIn(Path pack) throws Exception {
        JsonObject manifest = Json.parseObject(Bytes.copyOf(members(pack).getOrDefault("manifest.json", new byte[0])));
        List<JsonObject> erased = new ArrayList<>();
        for (Json item : manifest.array("erased")) {
            erased.add((JsonObject) item);
        }
        return erased;
    }

    static Map<String, byte[]> members(Path zip) throws Exception {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry member : file.stream().toList()) {
                try (InputStream in = file.getInputStream(member)) {
                    members.put(member.getName(), in.readAllBytes());
                }
            }
        }
        return members;
    }

    static void write(Path zip, Map<String, byte[]> members) throws Exception {
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                out.putNextEntry(new ZipEntry(member.getKey()));
                out.write(member.getValue());
                out.closeEntry();
            }
        }
    }
}
