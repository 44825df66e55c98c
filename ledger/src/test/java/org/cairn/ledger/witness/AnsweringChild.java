package org.cairn.ledger.witness;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.WitnessKeyring;
import org.cairn.ledger.witness.WitnessAnswer.Cosigned;

/// The process that [WitnessKillTest] kills: a witness of a log that grows by one entry with every request. A size goes
/// to
/// standard output once the answer is there.
final class AnsweringChild {
    private AnsweringChild() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        TestLog log = TestLog.of(400);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Passphrase secret = Passphrase.of(WitnessKillTest.SECRET.toCharArray());
        WitnessMemory memory = new WitnessMemory(folder, WitnessKeyring.open(folder, secret));
        for (int size = 1; size <= 400; size++) {
            WitnessAnswer answer = memory.answer(
                    log.request(size - 1, size),
                    Optional.of(log.leaves(size)),
                    new LogTrust.Keys(log.keys()),
                    Instant.EPOCH.plusSeconds(size));
            if (answer instanceof Cosigned cosigned) {
                out.println(cosigned.at().size());
            }
        }
    }
}
