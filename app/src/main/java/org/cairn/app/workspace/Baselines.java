package org.cairn.app.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.causality.policy.MalformedPolicy;
import org.cairn.causality.policy.PolicyReader;
import org.cairn.causality.policy.RuntimePolicy;
import org.cairn.checklist.event.Recorded;
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

    /// Every version of a system's baseline, oldest first.
    public List<BaselineVersion> versions(String system) throws WorkspaceException {
        List<BaselineVersion> versions = new ArrayList<>();
        for (Recorded<BaselineApproved> approved : parts.log().all(BaselineApproved.class)) {
            if (approved.event().system().equals(system)) {
                versions.add(new BaselineVersion(
                        approved.entry(),
                        system,
                        approved.validFrom(),
                        approved.event().policy(),
                        parts.names().text(approved.event().document()),
                        new EntrySigners(parts).of(approved)));
            }
        }
        return versions;
    }

    /// The systems that have one, in the order of their first.
    public List<String> systems() {
        return parts.log().all(BaselineApproved.class).stream()
                .map(approved -> approved.event().system())
                .distinct()
                .toList();
    }

    /// The policy that was in force at `at`: of several, the one recorded last. Where none was, the first that came to
    /// be
    /// in force afterwards: what happened before an approval can be held against it, as long as it is told.
    /// @throws WorkspaceException if the system has none, or its text was erased
    public ApprovedPolicy policy(String system, Instant at) throws WorkspaceException {
        List<BaselineVersion> all = versions(system);
        BaselineVersion version = all.stream()
                .filter(one -> !one.from().isAfter(at))
                .reduce((_, later) -> later)
                .or(() -> all.stream().findFirst())
                .orElseThrow(() -> new WorkspaceException(
                        Kind.BAD_INPUT,
                        "no baseline of system '" + system + "' is approved here; `cairn baseline propose` and"
                                + " `cairn approve` make one"));
        return policy(version);
    }

    /// @param entry as `versions` gives it
    public ApprovedPolicy policy(String system, long entry) throws WorkspaceException {
        for (BaselineVersion version : versions(system)) {
            if (version.entry() == entry) {
                return policy(version);
            }
        }
        throw new WorkspaceException(
                Kind.BAD_INPUT,
                "entry " + entry + " approves no baseline of '" + system + "'; see `cairn baseline list`");
    }

    private static ApprovedPolicy policy(BaselineVersion version) throws WorkspaceException {
        String text = version.text()
                .orElseThrow(() -> new WorkspaceException(
                        Kind.BAD_INPUT,
                        "the baseline of entry " + version.entry() + " was erased, so nothing can be held against it"));
        if (!Digest.sha256(Bytes.utf8(text)).equals(version.policy())) {
            throw new WorkspaceException(
                    Kind.DAMAGED, "the baseline of entry " + version.entry() + " is not the text that was approved");
        }
        try {
            return new ApprovedPolicy(version, PolicyReader.read(text));
        } catch (MalformedPolicy e) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    "the baseline of entry " + version.entry() + " is no policy that this version reads: "
                            + e.getMessage() + "; propose a new one",
                    e);
        }
    }

    /// Proposes that a system may do what a policy says; another person has to sign too. The policy is kept, encrypted,
    /// apart from the ledger, and the entry commits to it.
    /// @param system id: a-z, 0-9, dot, dash
    /// @param policy a runtime policy of that system, in UTF-8
    public Proposal propose(String system, Path policy) throws WorkspaceException {
        parts.requireWritable();
        Bytes content = read(policy);
        String text = text(policy, content);
        Digest digest = Digest.sha256(content);
        requireSystem(system, digest);
        requirePolicy(policy, system, text);
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

    private static void requirePolicy(Path file, String system, String text) throws WorkspaceException {
        try {
            RuntimePolicy policy = PolicyReader.read(text);
            if (!policy.system().equals(system)) {
                throw new WorkspaceException(
                        Kind.BAD_INPUT,
                        file + ": is a policy of system '" + policy.system() + "', not of '" + system
                                + "'; nothing was recorded");
            }
        } catch (MalformedPolicy e) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    file + ": is no policy: " + e.getMessage()
                            + "; nothing was recorded. `cairn runtime learn` writes one to begin with",
                    e);
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
