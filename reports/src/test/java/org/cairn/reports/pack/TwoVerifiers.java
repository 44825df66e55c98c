package org.cairn.reports.pack;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonNull;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;
import org.cairn.verifier.PackVerification;
import org.cairn.verifier.RefusedInput;

/// What verify.html says in a browser, and what the jar says, of the same packs.
record TwoVerifiers(Browser browser) {
    /// What the JDK says of certificates, revocation lists, deflate and times ends some sentences; the page has its
    /// own words there.
    private static final Pattern JDK_WORDS = Pattern.compile("(?s)(damaged: |the certificates cannot be read: "
            + "|to the root at \\S+: |is not a revocation list: |is not a revocation list by the root: "
            + "|is not a workbook: |cannot be verified: |could not be parsed).*");

    private static final String ENDED =
            "new Promise((told) => { const look = () => document.body.dataset.state === 'done'"
                    + " ? told(document.getElementById('json').textContent) : setTimeout(look, 5); look(); })";

    /// What a verifier said, in a form that can be compared.
    record Said(String verdict, SortedSet<String> defects, SortedSet<String> missing, String problem) {
        static Said of(JsonObject json, String zip) throws MalformedJson {
            SortedSet<String> defects = new TreeSet<>();
            for (Json each : json.array("defects")) {
                JsonObject defect = (JsonObject) each;
                String entry = switch (defect.member("entry").orElseThrow()) {
                    case Json.JsonNumber(String literal) -> literal;
                    case Json.JsonText(String value) -> value;
                    default -> "";
                };
                defects.add(defect.text("file") + " (" + entry + "): "
                        + JDK_WORDS.matcher(defect.text("problem")).replaceFirst("$1"));
            }
            SortedSet<String> missing = new TreeSet<>();
            json.array("missing").forEach(each -> missing.add(((Json.JsonText) each).value()));
            Json problem = json.member("problem").orElse(new JsonNull());
            String refused =
                    problem instanceof Json.JsonText(String text) ? text.replaceFirst(".*" + zip + ": ", "") : "";
            return new Said(json.text("verdict"), defects, missing, refused);
        }
    }

    JsonObject byPage(Path zip) throws Exception {
        browser.evaluate("document.body.dataset.state = document.getElementById('pack').value = ''");
        browser.choose("#pack", zip);
        return Json.parseObject(Bytes.utf8(browser.evaluate(ENDED)));
    }

    static JsonObject byJar(Path zip) throws MalformedJson {
        try {
            return Json.parseObject(Bytes.utf8(PackVerification.verify(zip).json(Instant.EPOCH)));
        } catch (RefusedInput e) {
            return Json.object()
                    .with("verdict", "refused")
                    .with("defects", List.of())
                    .with("missing", List.of())
                    .with("problem", String.valueOf(e.getMessage()))
                    .build();
        }
    }

    Said page(Path zip) throws Exception {
        return Said.of(byPage(zip), zip.getFileName().toString());
    }

    static Said jar(Path zip) throws MalformedJson {
        return Said.of(byJar(zip), zip.getFileName().toString());
    }
}
