package org.cairn.app.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.event.ReviewEvent.BaselineApproved;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// What systems may do, as two people agreed upon it. A later baseline of a system takes the earlier one's place.
public final class Baselines {
    /// A policy is read by the one who approves it: more than this nobody reads.
    private static final int LIMIT_BYTES = 64 * 1024;

    private final Parts parts;

    Baselines(Parts parts) {
        this.parts = parts;
    }

    /// Proposes that a system may do what a policy says; another person has to sign too. The policy is kept, encrypted,
    /// apart from the ledger, and the entry commits to it.
    /// @param system id: a-z, 0-9, dot, dash
    /// @param policy a text in UTF-8
    public Proposal propose(String system, Path policy) throws WorkspaceException {
        parts.requireWritable();
        Bytes content = read(policy);
        String text = text(policy, content);
        Digest digest = Digest.sha256(content);
        requireSystem(system, digest);
        return new Proposals(parts).propose(new BaselineApproved(system, digest, parts.store(text)));
    }

    /// Asked before the policy is stored.
    private static void requireSystem(String system, Digest digest) throws WorkspaceException {
        try {
            new BaselineApproved(system, digest, new PayloadRef(digest, digest, 0));
        } catch (IllegalArgumentException e) {
            throw new WorkspaceException(Kind.BAD_INPUT, e.getMessage() + "; nothing was recorded", e);
        }
    }

    private static String text(Path policy, Bytes content) throws WorkspaceException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(content.asByteBuffer())
                    .toString();
            if (text.isBlank()) {
                throw new WorkspaceException(Kind.BAD_INPUT, policy + ": is empty; nothing was recorded");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    policy + ": is no text in UTF-8, so nobody could read what they approve; nothing was recorded",
                    e);
        }
    }

    private static Bytes read(Path policy) throws WorkspaceException {
        try (InputStream in = Files.newInputStream(policy)) {
            byte[] read = in.readNBytes(LIMIT_BYTES + 1);
            if (read.length > LIMIT_BYTES) {
                throw new WorkspaceException(
                        Kind.BAD_INPUT, policy + ": larger than " + LIMIT_BYTES + " bytes; nothing was recorded");
            }
            return Bytes.copyOf(read);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.UNREADABLE_FILE, policy + ": cannot be read (" + e + "); nothing was recorded", e);
        }
    }
}
