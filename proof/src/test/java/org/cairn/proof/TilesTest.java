package org.cairn.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TilesTest {
    /// The example in C2SP tlog-tiles, "Merkle Tree".
    @Test
    void indexesAreWrittenInGroupsOfThreeDigits() {
        assertEquals("tile/0/x001/x234/067", Tiles.hashTile(0, 1_234_067, 256));
        assertEquals("tile/entries/x001/x234/067.p/8", Tiles.entryBundle(1_234_067, 8));
        assertEquals("tile/7/000", Tiles.hashTile(7, 0, 256));
        assertEquals("tile/0/999", Tiles.hashTile(0, 999, 256));
        assertEquals("tile/0/x001/000", Tiles.hashTile(0, 1_000, 256));
    }

    /// The examples in C2SP tlog-tiles, "Partial Tiles".
    @Test
    void aTreeOf70000HasTheTilesOfTheSpecification() {
        assertEquals(273, Tiles.fullHashes(0, 70_000) / 256);
        assertEquals(
                List.of(112, 17, 1, 0),
                IntStream.range(0, 4)
                        .mapToObj(level -> Tiles.partialWidth(level, 70_000))
                        .toList());
        assertEquals(1, Tiles.fullHashes(1, 70_000) / 256);
        assertEquals(0, Tiles.partialWidth(0, 256));
        assertEquals(1, Tiles.partialWidth(1, 256));
        assertEquals(0, Tiles.fullHashes(8, Long.MAX_VALUE));
    }

    @Test
    void bundlesAreReadBackAndHaveTheirLengthsInTwoBytes() throws Exception {
        List<Bytes> entries = List.of(Bytes.utf8("ab"), Bytes.empty(), Bytes.copyOf(new byte[65_535]));
        Bytes bundle = Tiles.encodeEntries(entries);
        assertEquals("000261620000ffff", bundle.slice(0, 8).hex());
        assertEquals(entries, Tiles.decodeEntries(bundle, 3));
        assertThrows(
                IllegalArgumentException.class, () -> Tiles.encodeEntries(List.of(Bytes.copyOf(new byte[65_536]))));
    }

    @Test
    void bundlesAndTilesOfAnotherWidthOrCutShortAreRefused() {
        Bytes bundle = Tiles.encodeEntries(List.of(Bytes.utf8("ab"), Bytes.utf8("c")));
        assertThrows(MalformedProof.class, () -> Tiles.decodeEntries(bundle, 1));
        assertThrows(MalformedProof.class, () -> Tiles.decodeEntries(bundle, 3));
        for (int size = 0; size < bundle.size(); size++) {
            Bytes cut = bundle.slice(0, size);
            assertThrows(MalformedProof.class, () -> Tiles.decodeEntries(cut, 2), "cut to " + size);
        }
        Bytes tile = Tiles.encodeHashes(List.of(Merkle.emptyRoot()));
        assertThrows(MalformedProof.class, () -> Tiles.decodeHashes(tile, 2));
        assertThrows(MalformedProof.class, () -> Tiles.decodeHashes(tile.slice(0, 31), 1));
    }
}
