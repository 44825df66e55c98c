package org.cairn.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNull;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;

class JsonProperties {
    @Property(tries = 500)
    void readingWhatWasWrittenGivesTheSameValue(@ForAll("values") Json value) throws MalformedJson {
        assertEquals(value, Json.parse(Json.write(value)));
        assertEquals(Json.write(value), Json.write(Json.parse(Json.write(value))));
    }

    @Property(tries = 200)
    void theOrderOfMembersNeverChangesTheBytes(@ForAll("objects") JsonObject object, @ForAll long seed) {
        List<String> names = new ArrayList<>(object.members().keySet());
        Collections.shuffle(names, new Random(seed));
        Map<String, Json> shuffled = new LinkedHashMap<>();
        names.forEach(name -> shuffled.put(name, object.member(name).orElseThrow()));
        assertEquals(Json.write(object), Json.write(new JsonObject(shuffled)));
    }

    @Provide
    Arbitrary<Json> values() {
        return nested(3);
    }

    @Provide
    Arbitrary<JsonObject> objects() {
        return Arbitraries.maps(texts(), nested(1)).ofMaxSize(6).map(JsonObject::new);
    }

    private static Arbitrary<Json> nested(int depth) {
        Arbitrary<Json> flat = Arbitraries.oneOf(
                texts().map(JsonText::new),
                Arbitraries.longs().map(JsonNumber::of),
                Arbitraries.of(new JsonFlag(true), new JsonFlag(false), new JsonNull(), new JsonNumber("1.0E-7")));
        if (depth == 0) {
            return flat;
        }
        return Arbitraries.oneOf(
                flat,
                nested(depth - 1).list().ofMaxSize(4).map(JsonArray::new),
                Arbitraries.maps(texts(), nested(depth - 1)).ofMaxSize(4).map(JsonObject::new));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().all().ofMaxLength(8).filter(text -> !StrictUtf8.hasLoneSurrogate(text));
    }
}
