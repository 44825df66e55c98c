package org.cairn.causality.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
    @ParameterizedTest
    @CsvSource({
        "/srv/a,      /srv/a,           true",
        "/srv/a,      /srv/a/b,         false",
        "/srv/a/,     /srv/a,           true",
        "/srv/a/,     /srv/a/b/c,       true",
        "/srv/a/,     /srv/ab,          false",
        "/srv/a/,     /srv/a/.ssh/key,  false",
        "/srv/a/,     /srv/a/b/.hidden, false",
        "/srv/.a/,    /srv/.a/b,        true",
        "/srv/a/*,    /srv/a/b,         true",
        "/srv/a/*,    /srv/a/b/c,       false",
        "/srv/a/*,    /srv/a/.b,        false",
        "/srv/a/*,    /srv/a,           false",
        "/srv/*/in/,  /srv/x/in/y/z,    true",
        "/srv/*/in/,  /srv/.x/in/y,     false",
        "/srv/*/in/,  /srv/in/y,        false",
        "/srv/p-*,    /srv/p-1,         true",
        "/srv/p-*,    /srv/q-1,         false",
        "/srv/p-*,    /srv/p-1/x,       false",
    })
    void coversWhatItNamesAndNothingHidden(String place, String path, boolean covers) {
        assertEquals(covers, new Place(place).covers(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "srv/a", "/srv/../etc", "/srv/./a", "/srv//a", "/srv/a//"})
    void refusesWhatIsNoPlainAbsolutePath(String text) {
        assertThrows(IllegalArgumentException.class, () -> new Place(text));
    }

    @Test
    void aPathThatOnlyPassesThroughAFolderDoesNotLieInIt() {
        assertEquals("/etc/shadow", Place.normal("/srv/data/../../etc/./shadow"));
    }

    @Test
    void aFolderHoldsItsFilesAndNotItself() {
        assertEquals(
                List.of(false, true, true, false),
                List.of(
                        new Place("/srv/m/").holds("/srv/m"),
                        new Place("/srv/m/").holds("/srv/m/x"),
                        new Place("/srv/m/x").holds("/srv/m/x"),
                        new Place("/srv/m/*").holds("/srv/m")));
    }

    /// Names of files may hold stars and backslashes.
    @Property(tries = 300)
    void anExactPlaceCoversItsPathAlone(
            @ForAll @StringLength(min = 1, max = 8) String name, @ForAll @StringLength(min = 1, max = 8) String other) {
        String path = Place.normal("/srv/" + name + "*");
        String another = Place.normal("/srv/" + other);
        Place place = Place.exactly(path);
        assertEquals(
                List.of(true, true, path.equals(another)),
                List.of(place.isExact(), place.covers(path), place.covers(another)));
    }
}
