package org.cairn.ledger.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.Witness;
import org.cairn.ledger.key.WitnessKeyring;
import org.cairn.ledger.witness.WitnessAnswer.Cosigned;
import org.cairn.proof.Digest;
import org.cairn.proof.witness.CheckpointRequest;

/// Whatever is asked, in whatever order: a witness never signs two states of which neither begins the other.
class WitnessMemoryProperties {
    private static final TestLog HONEST = TestLog.of(40);
    private static final TestLog FORK = HONEST.rewritten(9);

    private static final Witness WITNESS = witness();

    private static Witness witness() {
        try {
            return WitnessKeyring.create(
                    Files.createTempDirectory("witness-keys"),
                    "anna.example",
                    Passphrase.of("a long enough secret".toCharArray()),
                    new SecureRandom());
        } catch (IOException | KeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /// One request.
    /// @param oldSize what it claims the witness saw, cut to `size`
    record Asked(int oldSize, int size, boolean forked, boolean withLeaves) {}

    @Property(tries = 12)
    void signedStatesAreAlwaysOneHistoryThatOnlyGrows(
            @ForAll @Size(min = 4, max = 14) List<@IntRange(max = 40 * 41 * 4 - 1) Integer> drawn)
            throws IOException, MemoryException {
        Path folder = Files.createTempDirectory("witness");
        WitnessMemory memory = new WitnessMemory(folder, WITNESS);
        int newest = 0;
        boolean fork = false;
        for (int number : drawn) {
            Asked asked = asked(number);
            TestLog log = asked.forked() ? FORK : HONEST;
            CheckpointRequest request = log.request(Math.min(asked.oldSize(), asked.size()), asked.size());
            Optional<List<Digest>> leaves =
                    asked.withLeaves() ? Optional.of(log.leaves(asked.size())) : Optional.empty();
            WitnessAnswer answer =
                    memory.answer(request, leaves, new LogTrust.Keys(log.keys()), Instant.EPOCH.plusSeconds(1));
            if (answer instanceof Cosigned cosigned) {
                assertTrue(
                        cosigned.at().size() >= newest,
                        "went back to " + cosigned.at().size());
                boolean branched = asked.size() > 9;
                assertTrue(newest <= 9 || !branched || fork == asked.forked(), "signed both histories");
                newest = asked.size();
                fork = branched ? asked.forked() : fork;
            }
            assertEquals(
                    newest,
                    memory.of("log.example")
                            .map(seen -> seen.checkpoint().size())
                            .orElse(0L));
        }
    }

    private static Asked asked(int number) {
        return new Asked(number / 4 % 41, 1 + number / 4 / 41, number % 2 == 1, number / 2 % 2 == 1);
    }
}
