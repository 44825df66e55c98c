package org.cairn.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What has to be true of verify.html as it lies there, without a browser.
class VerifyPageFileTest {
    private static final int LARGEST_BYTES = 280 << 10;

    /// The words of zlib and java.util.zip, which are English everywhere, and what is only put around other sentences.
    private static final Pattern UNTRANSLATED = Pattern.compile(
            "invalid .*|too many length or distance symbols|Unexpected end of ZLIB input stream|encrypted ZIP entry.*"
                    + "|only DEFLATED entries .*");

    private static final String PAGE = VerifyPage.bytes().asUtf8();

    private static List<String> between(String start, String end) {
        List<String> found = new ArrayList<>();
        Matcher parts = Pattern.compile(start + "(.*?)" + end, Pattern.DOTALL).matcher(PAGE);
        while (parts.find()) {
            found.add(parts.group(1));
        }
        return found;
    }

    @Test
    void itsPolicyNamesExactlyItsOwnScriptsAndStyle() {
        Set<String> expected = new TreeSet<>();
        for (String part : between("<script(?: id=\"verifier\")?>", "</script>")) {
            expected.add(csp(part));
        }
        between("<style>", "</style>").forEach(style -> expected.add(csp(style)));
        Set<String> named = new TreeSet<>(between("(?='sha256-)", "(?<=')[ ;]"));
        assertEquals(3, expected.size());
        assertEquals(expected, named, "the Content-Security-Policy of verify.html has to name these digests");
    }

    private static String csp(String content) {
        byte[] digest = Digest.sha256(Bytes.utf8(content)).toByteArray();
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    @Test
    void itAllowsNoConnectionAndNoOtherScript() {
        assertTrue(PAGE.contains("content=\"default-src 'none'; script-src 'sha256-"));
        for (String forbidden : List.of(
                "http:",
                "https:",
                "innerHTML",
                "outerHTML",
                "insertAdjacentHTML",
                "document.write",
                "eval(",
                "new Function",
                "fetch(",
                "XMLHttpRequest",
                "WebSocket(",
                "unsafe-",
                "connect-src",
                "localStorage")) {
            assertFalse(PAGE.contains(forbidden), forbidden);
        }
    }

    @Test
    void everySentenceItSaysIsThereInGermanWithTheSamePlaces() {
        Map<String, String> german = new HashMap<>();
        for (String line : between("<script type=\"text/plain\" id=\"german-words\">", "</script>")
                .getFirst()
                .strip()
                .lines()
                .toList()) {
            String[] pair = line.split(" \\| ", -1);
            assertEquals(2, pair.length, line);
            assertEquals(places(pair[0]), places(pair[1]), line);
            german.put(pair[0], pair[1]);
        }
        List<String> missing = sentences().stream()
                .filter(sentence -> !german.containsKey(sentence)
                        && !UNTRANSLATED.matcher(sentence).matches())
                .toList();
        assertEquals(List.of(), missing);
        assertTrue(sentences().size() > 400);
    }

    private static Set<String> places(String sentence) {
        Set<String> places = new TreeSet<>();
        Matcher place = Pattern.compile("\\{\\d\\}").matcher(sentence);
        while (place.find()) {
            places.add(place.group());
        }
        return places;
    }

    /// Everything in a template that is tagged `say`, and what the document says itself.
    private static Set<String> sentences() {
        Set<String> sentences = new TreeSet<>(between("data-say>", "<"));
        for (int at = PAGE.indexOf("say`"); at >= 0; at = PAGE.indexOf("say`", at + 1)) {
            sentence(at + 4, sentences);
        }
        return sentences;
    }

    /// Reads one template literal from behind its opening mark; gives the place of its closing one.
    private static int sentence(int start, Set<String> sentences) {
        var text = new StringBuilder();
        int places = 0;
        int at = start;
        while (PAGE.charAt(at) != '`') {
            if (PAGE.startsWith("${", at)) {
                text.append('{').append(places++).append('}');
                at = expression(at + 2, sentences);
            } else if (PAGE.charAt(at) == '\\') {
                text.append(PAGE.charAt(at + 1));
                at += 2;
            } else {
                text.append(PAGE.charAt(at++));
            }
        }
        sentences.add(text.toString());
        return at;
    }

    private static int expression(int start, Set<String> sentences) {
        int depth = 1;
        int at = start;
        while (depth > 0) {
            char c = PAGE.charAt(at);
            if (c == '`') {
                at = sentence(at + 1, new TreeSet<>(sentences));
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            at++;
        }
        return at;
    }

    @Test
    void theJarWritesItOnceAndTellsItsDigest(@TempDir Path folder) throws Exception {
        Path page = folder.resolve("verify.html");
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] arguments = {"--page", page.toString()};
        assertEquals(0, Main.run(arguments, out, out, Instant.EPOCH));
        assertEquals(VerifyPage.bytes(), Bytes.copyOf(Files.readAllBytes(page)));
        assertEquals(
                VerifyPage.digest().hex() + "  " + page,
                said.toString(StandardCharsets.UTF_8).strip());
        assertEquals(2, Main.run(arguments, out, out, Instant.EPOCH));
    }

    @Test
    void itStaysSmallEnoughToBeRead() {
        assertTrue(VerifyPage.bytes().size() < LARGEST_BYTES, VerifyPage.bytes().size() + " bytes");
    }
}
