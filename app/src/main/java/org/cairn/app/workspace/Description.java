package org.cairn.app.workspace;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.FrameworkId;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;
import org.cairn.proof.witness.WitnessStatement;

/// What the frame of a window or the head of a report says about a workspace.
/// @param origin          name of the log
/// @param roles           in which roles the organisation acts
/// @param frameworks      adopted, in the order of adoption
/// @param size            entries in the ledger
/// @param newestEntry     when the newest entry was recorded
/// @param checkpoint      the newest signed checkpoint
/// @param person          who unlocked; empty where the recovery code did, and then nothing can be recorded
/// @param rootFingerprint SHA-256 of the root certificate: what an auditor is told by another way than the pack
/// @param index           how the index came to be as it is
/// @param alarms          what a person has to know before anything else: damage, a clock that went back
/// @param witnesses       who outside the owner's hands vouches, and up to which entry; where nobody does, the owner of
///                        this machine could rebuild a fresh history
/// @param sample          whether its ledger says that it is a sample to look around in
/// @param asOf            when this was said, by the workspace's clock: ages are told against it
public record Description(
        Path folder,
        String organisation,
        String origin,
        List<String> roles,
        List<FrameworkId> frameworks,
        long size,
        Optional<Instant> newestEntry,
        Optional<SignedState> checkpoint,
        Optional<PersonAtWork> person,
        Access access,
        Digest rootFingerprint,
        IndexState index,
        List<String> alarms,
        WitnessStatement witnesses,
        boolean sample,
        Instant asOf) {
    public Description {
        roles = List.copyOf(roles);
        frameworks = List.copyOf(frameworks);
        alarms = List.copyOf(alarms);
    }

    /// @param key signs what the person does
    public record PersonAtWork(KeyId key, String name) {}

    /// What a checkpoint signs.
    public record SignedState(long size, Digest root) {}

    /// @param rebuilt whether it had to be built anew at this opening
    /// @param reason  why, or that it was current
    public record IndexState(boolean rebuilt, String reason) {}
}
