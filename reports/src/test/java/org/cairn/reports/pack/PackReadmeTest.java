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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            sample.writer().write(sample.content(), folder.resolve("pack.zip"));
        }
    }

    private record Step(String command, List<String> expected) {}

    @Test
    void everyCommandOfTheReadmePrintsExactlyWhatTheReadmeSays() throws Exception {
        assumeTrue(available("unzip -v") && available("openssl version"), "unzip and openssl are not installed");
        Path pack = Files.createDirectories(own.resolve("auditor/pack"));
        assertEquals("", run(pack, "unzip -q " + folder.resolve("pack.zip")));
        List<Step> steps = steps(Files.readAllLines(pack.resolve("README.txt")));
        assertTrue(steps.size() >= 20, steps.size() + " commands");
        for (Step step : steps) {
            assertEquals(String.join("\n", step.expected()), run(pack, step.command()), step.command());
        }
    }

    @Test
    void theReadmeNoticesAChangedFile() throws Exception {
        assumeTrue(available("unzip -v") && available("openssl version"), "unzip and openssl are not installed");
        Path pack = Files.createDirectories(own.resolve("auditor/pack"));
        run(pack, "unzip -q " + folder.resolve("pack.zip"));
        Files.writeString(pack.resolve("ledger/policy"), "quorum none\n");
        List<String> wrong = new ArrayList<>();
        for (Step step : steps(Files.readAllLines(pack.resolve("README.txt")))) {
            if (!String.join("\n", step.expected()).equals(run(pack, step.command()))) {
                wrong.add(step.command());
            }
        }
        assertEquals(
                List.of("sha256sum --check --strict --quiet SHA256SUMS && echo \"all files are as signed\""), wrong);
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
