package org.cairn.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerAudit;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Verdict;

/// Verifying a ledger of 100,000 entries from its leaves. The baseline is the independent script of `docs/verify.md`,
/// which
/// recomputes the root from the entry bundles and nothing else.
record LedgerVerification(Path root, Path folder, Keyring keys) {
    private static final int ENTRIES = 100_000;
    private static final int BATCH = 1_000;
    private static final int RUNS = 3;
    private static final Pattern SCRIPT = Pattern.compile("```python\\n(.*?)```", Pattern.DOTALL);

    List<Comparison> compare() throws Exception {
        Path ledger = folder.resolve("ledger-of-100000");
        write(ledger);
        Path script = folder.resolve("recompute.py");
        Files.writeString(script, scriptOfTheManual());
        WholeProcess python = new WholeProcess(folder, Map.of());
        Timing timing = Timing.inTurns(
                RUNS, () -> audit(ledger), () -> python.run("python3", script.toString(), ledger.toString()));
        return List.of(new Comparison(
                "verify 100,000 entries",
                "s",
                timing.oursSeconds(),
                "the ten-line python script of docs/verify.md",
                timing.theirsSeconds(),
                Comparison.Better.LESS,
                "ours also checks every tile, both checkpoint signatures and the tail log; without entry signatures"));
    }

    private void write(Path dir) throws LedgerException {
        try (Ledger ledger = Ledger.create(dir, "benchmark", keys.log())) {
            for (int first = 0; first < ENTRIES; first += BATCH) {
                ledger.appendAll(IntStream.range(first, first + BATCH)
                        .mapToObj(DurableAppends::entry)
                        .toList());
            }
        }
    }

    private Verdict audit(Path ledger) throws IOException {
        Verdict verdict = LedgerAudit.audit(ledger, keys.log().keys());
        if (!(verdict instanceof Verdict.Intact)) {
            throw new IOException("the benchmark's ledger does not verify: " + verdict);
        }
        return verdict;
    }

    private String scriptOfTheManual() throws IOException {
        Matcher script = SCRIPT.matcher(Files.readString(root.resolve("docs/verify.md")));
        if (!script.find()) {
            throw new IOException("docs/verify.md holds no python script any more");
        }
        return script.group(1);
    }
}
