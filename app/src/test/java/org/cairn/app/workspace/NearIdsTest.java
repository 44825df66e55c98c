package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearIdsTest {
    private static final List<String> KNOWN = List.of("NET-1", "NET-4", "ACC-1", "eu-ai-act", "dora");

    @Test
    void theNearestComesFirst() {
        assertEquals(List.of("NET-4", "NET-1"), NearIds.near("net-44", KNOWN));
        assertEquals(List.of("dora"), NearIds.near("doar", KNOWN));
    }

    @Test
    void nothingNearGivesNoQuestion() {
        assertEquals("", NearIds.question("something-else", KNOWN));
        assertEquals(" Did you mean eu-ai-act?", NearIds.question("eu-aiact", KNOWN));
    }
}
