package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cairn.frameworks.Language;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Does what README.txt tells an auditor to do, with the tools it names, on a pack unpacked with unzip.
class PackReadmeTest {
    private static final String INDENT = "    ";
    private static final String PROMPT = INDENT + "$ ";

    @TempDir
    private static Path folder;

    @TempDir
    private Path own;

    @BeforeAll
    static void writePack() throws Exception {
        try (var sample = new SampleWorkspace(folder)) {
            for (Language language : Language.values()) {
                sample.stampingWriter().write(sample.stampedContent(language), pack(language));
            }
        }
    }

    private static Path pack(Language language) {
        return folder.resolve("pack-" + language + ".zip");
    }

    private record Step(String command, List<String> expected) {}

    @ParameterizedTest
    @EnumSource
    void everyCommandOfTheReadmePrintsExactlyWhatTheReadmeSays(Language language) throws Exception {
        assumeTrue(available("unzip -v") && available("openssl version"), "unzip and openssl are not installed");
        Path pack = Files.createDirectories(own.resolve("auditor/pack"));
        assertEquals("", run(pack, "unzip -q " + pack(language)));
        List<Step> steps = steps(Files.readAllLines(pack.resolve("README.txt")));
        assertTrue(steps.size() >= 20, steps.size() + " commands");
        for (Step step : steps) {
            assertEquals(String.join("\n", step.expected()), run(pack, step.command()), step.command());
        }
    }

    @Test
    void bothReadmesTellTheSameSteps() throws Exception {
        assertEquals(
                steps(readme(Language.EN)).size(), steps(readme(Language.DE)).size());
        assertTrue(readme(Language.EN).getFirst().startsWith("AUDIT PACK "));
        assertTrue(readme(Language.DE).getFirst().startsWith("PRÜFPAKET "));
    }

    @Test
    void theStatementOfApplicabilityIsNamedWhereThePackHasOne() throws Exception {
        assertTrue(readme(Language.EN).contains("soa.pdf, the statement of applicability, is signed the same way."));
        assertTrue(readme(Language.DE)
                .contains("soa.pdf, die Erklärung zur Anwendbarkeit, ist auf dieselbe Weise signiert."));
    }

    @Test
    void noSlotIsLeftUnfilled() throws Exception {
        for (Language language : Language.values()) {
            assertEquals(
                    List.of(),
                    readme(language).stream()
                            .filter(line -> line.matches(".*\\{[a-z0-9-]+}.*"))
                            .toList());
        }
    }

    @Test
    void theManifestNamesTheLanguage() throws Exception {
        for (Language language : Language.values()) {
            JsonObject manifest = Json.parseObject(file(language, "manifest.json"));
            assertEquals(ReportWords.in(language).code(), manifest.text("language"));
        }
    }

    private static Bytes file(Language language, String name) throws IOException {
        return Objects.requireNonNull(PackZip.read(pack(language)).get(name), name);
    }

    private static List<String> readme(Language language) throws Exception {
        return file(language, "README.txt").asUtf8().lines().toList();
    }

    @ParameterizedTest
    @EnumSource
    void theReadmeNoticesAChangedFile(Language language) throws Exception {
        assumeTrue(available("unzip -v") && available("openssl version"), "unzip and openssl are not installed");
        Path pack = Files.createDirectories(own.resolve("auditor/pack"));
        run(pack, "unzip -q " + pack(language));
        Files.writeString(pack.resolve("ledger/policy"), "quorum none\n");
        List<String> wrong = new ArrayList<>();
        for (Step step : steps(Files.readAllLines(pack.resolve("README.txt")))) {
            if (!String.join("\n", step.expected()).equals(run(pack, step.command()))) {
                wrong.add(step.command());
            }
        }
        String said = switch (language) {
            case EN -> "all files are as signed";
            case DE -> "alle Dateien sind wie signiert";
        };
        assertEquals(List.of("sha256sum --check --strict --quiet SHA256SUMS && echo \"" + said + '"'), wrong);
    }

    private static List<Step> steps(List<String> lines) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(PROMPT)) {
                List<String> expected = new ArrayList<>();
                int next = i + 1;
                while (next < lines.size()
                        && lines.get(next).startsWith(INDENT)
                        && !lines.get(next).startsWith(PROMPT)) {
                    expected.add(lines.get(next++).substring(INDENT.length()));
                }
                steps.add(new Step(lines.get(i).substring(PROMPT.length()), expected));
            }
        }
        return steps;
    }

    private boolean available(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", command + " >/dev/null 2>&1")
                        .start()
                        .waitFor()
                == 0;
    }

    private static String run(Path directory, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.stripTrailing();
    }
}
