package org.cairn.causality.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyDiffTest {
    private static List<String> between(String older, String newer) throws MalformedPolicy {
        return PolicyDiff.between(PolicyReader.read(older), PolicyReader.read(newer)).lines().stream()
                .map(line -> (line.added() ? "+ " : "- ") + line.part() + ": " + line.value())
                .toList();
    }

    @Test
    void tellsWhatOneSaysAndTheOtherDoesNot() throws MalformedPolicy {
        String newer = PolicyReaderTest.FULL
                .replace("/srv/out/*", "/srv/out/")
                .replace("  - address: 2001:db8::7", "  - address: 2001:db8::7\n  - address: 192.0.2.1");
        assertEquals(
                List.of("+ data.write: /srv/out/", "- data.write: /srv/out/*", "+ destinations: 192.0.2.1"),
                between(PolicyReaderTest.FULL, newer));
    }

    @Test
    void aPartThatIsThereAndEmptyIsNotOneThatIsAbsent() throws MalformedPolicy {
        String silent = "format: cairn-runtime-policy-1\nsystem: a\nprocesses: {all: true}\n";
        assertEquals(List.of("+ destinations: (is stated)"), between(silent, silent + "destinations: []\n"));
        assertEquals(List.of(), between(silent, silent));
    }
}
