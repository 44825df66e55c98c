package org.cairn.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Proofs that others made, with what must become of them.
class PublicProofVectorsTest {
    private static final Path CASES = Path.of("src/test/cases/merkle");

    /// @param hashes of the leaf and the root, or of the older and the newer root; empty where one has no 32
    ///               bytes
    record Case(String name, boolean expected, long first, long second, Optional<Hashes> hashes) {
        boolean holds(boolean inclusion) {
            return hashes.map(h -> inclusion
                            ? new InclusionProof(first, second, h.path).proves(h.one, h.other)
                            : new ConsistencyProof(first, second, h.path).proves(h.one, h.other))
                    .orElse(false);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    record Hashes(Digest one, Digest other, List<Digest> path) {}

    @ParameterizedTest
    @MethodSource("inclusionCases")
    void inclusionProofsAreJudgedAsTheirAuthorsSay(Case vector) {
        assertEquals(vector.expected, vector.holds(true));
    }

    @ParameterizedTest
    @MethodSource("consistencyCases")
    void consistencyProofsAreJudgedAsTheirAuthorsSay(Case vector) {
        assertEquals(vector.expected, vector.holds(false));
    }

    /// `-Dcases.dir`: `testdata` of github.com/transparency-dev/merkle, the whole set as it is published. Cases of
    /// subtrees, which no format of ours has, are left out.
    @ParameterizedTest
    @ValueSource(strings = {"inclusion", "consistency"})
    void everyPublishedCaseIsJudgedAsItsAuthorsSay(String kind) throws Exception {
        int tried = 0;
        int refusedEarlier = 0;
        int deviations = 0;
        for (Path file : PublicCases.files(kind + "/.*\\.json")) {
            Case vector = published(file, kind.equals("inclusion"));
            assertEquals(vector.expected, vector.holds(kind.equals("inclusion")), vector.name);
            tried++;
            refusedEarlier += vector.hashes.isEmpty() ? 1 : 0;
            deviations +=
                    Json.parseObject(Bytes.copyOf(Files.readAllBytes(file))).flag("wantErr") == vector.expected ? 1 : 0;
        }
        PublicCases.report(
                "merkle-" + kind,
                tried + " of " + tried + " judged, " + refusedEarlier
                        + " refused because a hash does not have 32 bytes, of them " + deviations
                        + " published as accepted");
    }

    static List<Case> inclusionCases() throws IOException {
        return cases("inclusion.txt");
    }

    static List<Case> consistencyCases() throws IOException {
        return cases("consistency.txt");
    }

    private static List<Case> cases(String file) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(CASES.resolve(file))) {
            if (!line.startsWith("#")) {
                String[] columns = line.split(" ", -1);
                List<String> path = columns[6].equals("none") ? List.of() : List.of(columns[6].split(",", -1));
                cases.add(new Case(
                        columns[1],
                        columns[0].equals("pass") && is32Bytes(columns[4]),
                        Long.parseUnsignedLong(columns[2]),
                        Long.parseUnsignedLong(columns[3]),
                        hashes(columns[4], columns[5], path)));
            }
        }
        return cases;
    }

    /// One published case expects two roots of twelve bytes to be equal and therefore accepted: no digest of
    /// ours can hold them, so they are refused earlier.
    private static boolean is32Bytes(String base64) {
        return digest(base64).isPresent();
    }

    private static Case published(Path file, boolean inclusion) throws IOException, MalformedJson {
        JsonObject json = Json.parseObject(Bytes.copyOf(Files.readAllBytes(file)));
        String one = text(json, inclusion ? "leafHash" : "root1");
        List<String> path = new ArrayList<>();
        if (json.member("proof").orElseThrow() instanceof Json.JsonArray(List<Json> hashes)) {
            hashes.forEach(hash -> path.add(hash instanceof JsonText(String value) ? value : "-"));
        }
        return new Case(
                file.toString(),
                !json.flag("wantErr") && is32Bytes(one),
                number(json, inclusion ? "leafIdx" : "size1"),
                number(json, inclusion ? "treeSize" : "size2"),
                hashes(one, text(json, inclusion ? "root" : "root2"), path));
    }

    private static long number(JsonObject json, String name) {
        return json.member(name).orElseThrow() instanceof JsonNumber(String literal)
                ? Long.parseUnsignedLong(literal)
                : 0;
    }

    private static String text(JsonObject json, String name) {
        return json.member(name).orElseThrow() instanceof JsonText(String value) ? value : "-";
    }

    private static Optional<Hashes> hashes(String one, String other, List<String> path) {
        List<Digest> digests =
                path.stream().flatMap(text -> digest(text).stream()).toList();
        boolean whole = digest(one).isPresent() && digest(other).isPresent() && digests.size() == path.size();
        return whole ? Optional.of(new Hashes(digest(one).get(), digest(other).get(), digests)) : Optional.empty();
    }

    private static Optional<Digest> digest(String base64) {
        return StrictBase64.decode(base64)
                .filter(bytes -> bytes.size() == Digest.SIZE_BYTES)
                .map(bytes -> Digest.of(bytes.toByteArray()));
    }
}
