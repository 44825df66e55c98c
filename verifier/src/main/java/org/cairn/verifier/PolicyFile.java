package org.cairn.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.witness.MalformedPolicy;
import org.cairn.proof.witness.WitnessPolicy;

/// The policy of the one who asks.
public final class PolicyFile {
    private static final int SIZE_LIMIT_BYTES = 1 << 20;

    private PolicyFile() {}

    /// @throws RefusedInput naming the file and the line that breaks the format
    public static Optional<WitnessPolicy> read(Optional<Path> file) throws RefusedInput {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file.get())) {
            return Optional.of(WitnessPolicy.parse(Bytes.copyOf(in.readNBytes(SIZE_LIMIT_BYTES + 1))));
        } catch (IOException e) {
            throw new RefusedInput(file.get() + ": cannot be read: " + e, e);
        } catch (MalformedPolicy e) {
            throw new RefusedInput(file.get() + ": is not a policy (C2SP tlog-policy): " + e.getMessage());
        }
    }
}
