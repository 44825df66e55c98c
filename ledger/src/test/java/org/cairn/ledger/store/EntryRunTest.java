package org.cairn.ledger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Test;

class EntryRunTest {
    @Test
    void aRunThatWasReadBeforeStaysAsItWasWhileItGrows() {
        Random random = new Random(1);
        List<Bytes> expected = new ArrayList<>();
        EntryRun run = EntryRun.of(List.of());
        List<EntryRun> seen = new ArrayList<>();
        List<List<Bytes>> expectedThen = new ArrayList<>();
        for (int step = 0; step < 500; step++) {
            if (random.nextInt(10) == 0) {
                int first = random.nextInt(run.size() + 1);
                run = run.without(first);
                expected.subList(0, first).clear();
            } else {
                List<Bytes> more = entries(step, random.nextInt(9));
                run = run.followedBy(more);
                expected.addAll(more);
            }
            seen.add(run);
            expectedThen.add(List.copyOf(expected));
        }
        assertEquals(expectedThen, seen);
    }

    @Test
    void nothingBehindItsEndIsSeen() {
        EntryRun shorter = EntryRun.of(entries(1, 1)).followedBy(entries(2, 1));
        EntryRun longer = shorter.followedBy(entries(3, 1));
        assertEquals(3, longer.size());
        assertThrows(IndexOutOfBoundsException.class, () -> shorter.get(2));
    }

    private static List<Bytes> entries(int step, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> Bytes.utf8(step + "." + n))
                .toList();
    }
}
