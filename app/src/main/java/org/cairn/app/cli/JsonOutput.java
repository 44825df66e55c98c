package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonNull;

/// JSON on standard output: one document, one line.
final class JsonOutput {
    private JsonOutput() {}

    static void print(PrintStream out, Json document) {
        byte[] bytes = Json.write(document).toByteArray();
        out.write(bytes, 0, bytes.length);
        out.println();
    }

    static Json text(Optional<String> text) {
        return text.<Json>map(JsonOutput::text).orElse(new JsonNull());
    }

    /// Text from the outside: what UTF-8 cannot carry becomes U+FFFD.
    static Json text(String text) {
        return Json.text(new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8));
    }

    static JsonArray texts(Collection<String> texts) {
        return new JsonArray(texts.stream().map(JsonOutput::text).toList());
    }

    static JsonArray ids(List<EvidenceId> ids) {
        return texts(ids.stream().map(EvidenceId::hex).toList());
    }
}
