package org.cairn.app.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.witness.WitnessPolicy;
/// Verifies packs and workspace folders. Needs neither passphrase nor key, and writes nothing.

public final class WorkspaceVerifier {
    private WorkspaceVerifier() {}

    /// Verifies a pack (zip) or a workspace folder. Needs no passphrase and does not stop at the first fault.
    /// @param expectedRoot SHA-256 of the root certificate as it became known by another way than the pack
    public static Verification verify(Path packOrFolder, Optional<Digest> expectedRoot) throws WorkspaceException {
        return Files.isDirectory(packOrFolder)
                ? FolderVerification.verify(folder(packOrFolder), Optional.empty(), List.of())
                : PackCheck.verify(packOrFolder, expectedRoot, Optional.empty());
    }

    /// As above, with the policy of the one who asks: where its quorum of witnesses is not met, a pack is incomplete.
    public static Verification verify(Path pack, Optional<Digest> expectedRoot, WitnessPolicy policy)
            throws WorkspaceException {
        return PackCheck.verify(pack, expectedRoot, Optional.of(policy));
    }

    /// What a verification of a pack found, and whether the pack can be shown to have existed in time.
    public static Verification provenLongTerm(Verification found, Path pack, LongTermRequest request)
            throws WorkspaceException {
        return LongTermCheck.judge(found, pack, request);
    }

    /// As [#verify(Path, Optional)], and holds the folder against checkpoints that were seen before.
    /// @param known files with a checkpoint each: a note, or the three lines alone as they stand on paper
    public static Verification verifyFolder(Path dir, Optional<CheckpointMemory> memory, List<Path> known)
            throws WorkspaceException {
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (Path file : known) {
            checkpoints.add(RollbackCheck.read(file));
        }
        return FolderVerification.verify(folder(dir), memory, checkpoints);
    }

    public static Verification verify(Path packOrFolder) throws WorkspaceException {
        return verify(packOrFolder, Optional.empty());
    }

    private static WorkspaceFolder folder(Path dir) {
        return new WorkspaceFolder(dir.toAbsolutePath().normalize());
    }
}
