package org.cairn.evidence.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// A payload that was sealed while it was read, so that no more than a piece of it was in memory and none of its plain
/// bytes on disk. Unless the vault keeps it, nothing of it stays.
public final class Intake implements AutoCloseable {
    private final Path temporary;
    private final PayloadRef payload;
    private final Digest sha256;
    private final Bytes secret;

    Intake(Path temporary, PayloadRef payload, Digest sha256, Bytes secret) {
        this.temporary = temporary;
        this.payload = payload;
        this.sha256 = sha256;
        this.secret = secret;
    }

    /// Of the plain bytes.
    public Digest sha256() {
        return sha256;
    }

    /// Of the plain bytes.
    public long sizeBytes() {
        return payload.sizeBytes();
    }

    PayloadRef payload() {
        return payload;
    }

    Bytes secret() {
        return secret;
    }

    Path temporary() {
        return temporary;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(temporary);
    }
}
