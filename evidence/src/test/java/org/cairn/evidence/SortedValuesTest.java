package org.cairn.evidence;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SortedValuesTest {
    @Property(tries = 200)
    void answerAsATreeDoes(@ForAll @Size(max = 40) Map<String, String> values, @ForAll String from, @ForAll String to) {
        TreeMap<String, String> tree = new TreeMap<>(values);
        SortedMap<String, String> sorted = SortedValues.of(values);
        assertAll(
                () -> assertEquals(tree, sorted),
                () -> assertEquals(sorted, tree),
                () -> assertEquals(tree.hashCode(), sorted.hashCode()),
                () -> assertEquals(new ArrayList<>(tree.entrySet()), new ArrayList<>(sorted.entrySet())),
                () -> assertEquals(tree.headMap(to), sorted.headMap(to)),
                () -> assertEquals(tree.tailMap(from), sorted.tailMap(from)),
                () -> assertEquals(tree.containsKey(from), sorted.containsKey(from)),
                () -> tree.forEach((name, value) -> assertEquals(value, sorted.get(name))));
        if (from.compareTo(to) <= 0) {
            assertEquals(tree.subMap(from, to), sorted.subMap(from, to));
        }
        if (!tree.isEmpty()) {
            assertEquals(List.of(tree.firstKey(), tree.lastKey()), List.of(sorted.firstKey(), sorted.lastKey()));
        }
    }

    @Test
    void areInTheOrderOfTheNamesWhateverOrderTheyCameIn() {
        SortedMap<String, String> backwards = new TreeMap<>(Collections.<String>reverseOrder());
        backwards.putAll(Map.of("address", "0.0.0.0", "port", "22"));
        assertEquals(
                List.of("address", "port"),
                List.copyOf(SortedValues.of(backwards).keySet()));
    }

    @Test
    void cannotBeChanged() {
        SortedMap<String, String> sorted = SortedValues.of(Map.of("port", "22"));
        assertAll(
                () -> assertThrows(UnsupportedOperationException.class, () -> sorted.put("port", "23")),
                () -> assertThrows(UnsupportedOperationException.class, () -> sorted.remove("port")),
                () -> assertThrows(
                        UnsupportedOperationException.class,
                        () -> sorted.entrySet().clear()),
                () -> assertThrows(
                        UnsupportedOperationException.class,
                        () -> sorted.tailMap("a").clear()),
                () -> assertThrows(
                        NoSuchElementException.class,
                        () -> SortedValues.of(Map.of()).firstKey()));
    }
}
