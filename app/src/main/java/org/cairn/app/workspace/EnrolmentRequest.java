package org.cairn.app.workspace;

import java.nio.file.Path;
import java.util.Set;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.ledger.key.EntrySigner;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Envelope;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.MalformedKey;
import org.cairn.proof.authority.EnrolmentForm;

/// A newcomer's key and name, signed by that key, which shows that whoever asks holds it. A DSSE envelope of its own
/// payload type, so that it can never pass as an entry; carried to the administrator by hand.
/// @param key  that passed the strict check of its encoding and signed the request
/// @param name whose key it is; goes into an encrypted payload
public record EnrolmentRequest(Ed25519PublicKey key, String name) {
    private static final Set<String> MEMBERS = Set.of("name", "spki", "version");
    private static final int LONGEST_NAME = 200;

    static Envelope sign(EntrySigner signer, String name) throws WorkspaceException {
        requireName(name);
        return signer.sign(EnrolmentForm.TYPE, EnrolmentForm.payload(name, signer.publicKey()));
    }

    /// @throws WorkspaceException naming why the request is refused
    public static EnrolmentRequest read(Path file) throws WorkspaceException {
        try {
            return parse(Envelope.parse(SmallFiles.read(file)));
        } catch (MalformedEnvelope | MalformedJson | MalformedKey | IllegalArgumentException e) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    file + ": is no request for enrolment: " + e.getMessage() + ". Nobody was enrolled",
                    e);
        }
    }

    private static EnrolmentRequest parse(Envelope envelope) throws MalformedJson, MalformedKey, WorkspaceException {
        if (!envelope.payloadType().equals(EnrolmentForm.TYPE)) {
            throw new MalformedJson("its payload type is not " + EnrolmentForm.TYPE);
        }
        JsonObject request = Json.parseObject(envelope.payload());
        if (request.integer("version") != 1 || !request.members().keySet().equals(MEMBERS)) {
            throw new MalformedJson("it was written by a newer version, with members "
                    + request.members().keySet());
        }
        Ed25519PublicKey key = Ed25519PublicKey.parseSpki(Bytes.parseHex(request.text("spki")));
        if (envelope.signatures().size() != 1 || !envelope.isSignedBy(key)) {
            throw new MalformedJson("it is not signed by the key it asks for, so nobody showed that they hold it");
        }
        requireName(request.text("name"));
        return new EnrolmentRequest(key, request.text("name"));
    }

    static void requireName(String name) throws WorkspaceException {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT, "a name has 1 to " + LONGEST_NAME + " characters in one line; nobody was enrolled");
        }
    }
}
