package org.cairn.proof.authority;

import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Json;

/// What somebody signs who asks to be enrolled: name and key, in a payload type of its own, so that it can never pass
/// as
/// an entry.
public final class EnrolmentForm {
    public static final String TYPE = "application/vnd.cairn.enrolment-request.v1+json";

    private EnrolmentForm() {}

    public static Bytes payload(String name, Ed25519PublicKey key) {
        return Json.write(Json.object()
                .with("version", 1)
                .with("name", name)
                .with("spki", key.spki().hex())
                .build());
    }
}
