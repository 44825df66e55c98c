package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the jar that an auditor gets, in a process of its own, with nothing but the JDK.
class VerifierJarTest {
    @TempDir
    private Path folder;

    private record Result(int exit, String out, String err) {
        JsonObject json() throws Exception {
            return Json.parseObject(Bytes.utf8(out.strip()));
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("../verifier/target"))) {
            return jars.filter(file -> file.getFileName().toString().endsWith("-standalone.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("build verifier first (mvn -am)"));
        }
    }

    private Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx64m", "-jar", jar().toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        int exit = builder.start().waitFor();
        return new Result(
                exit, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void theJarHoldsOurOwnClassesAlone() throws Exception {
        try (var jar = new JarFile(jar().toFile())) {
            assertEquals(
                    List.of(),
                    jar.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> !name.endsWith("/")
                                    && !name.equals("META-INF/MANIFEST.MF")
                                    && !name.equals("launch.properties")
                                    && !name.startsWith("org/cairn/launch/")
                                    && !name.startsWith("org/cairn/proof/")
                                    && !name.startsWith("org/cairn/verifier/"))
                            .toList());
        }
    }

    @Test
    void theJarTellsIntactBrokenIncompleteAndRefusedApart() throws Exception {
        Path pack = folder.resolve("pack.zip");
        String root;
        try (var sample = new SampleWorkspace(folder.resolve("workspace"))) {
            root = sample.writer()
                    .write(sample.content(), pack)
                    .rootFingerprint()
                    .hex();
        }
        Result intact = run("--root-fingerprint", root, pack.toString());
        assertEquals(0, intact.exit(), intact.err());
        assertTrue(intact.out().startsWith("Intact: every check passed.\n"), intact.out());
        assertTrue(intact.out().contains("it is the one whose fingerprint was given"), intact.out());
        assertEquals("intact", run("--format", "json", pack.toString()).json().text("verdict"));

        Map<String, Bytes> files = PackZip.read(pack);
        files.put("texts/1-name.txt", Bytes.utf8("Eve"));
        Files.writeString(folder.resolve("broken.zip.ers"), "an evidence record");
        Result broken = run(
                "--format",
                "json",
                PackZip.write(folder.resolve("broken.zip"), files).toString());
        assertEquals(1, broken.exit());
        assertEquals("broken", broken.json().text("verdict"));
        assertTrue(
                broken.json().array("notes").toString().contains("the evidence record broken.zip.ers"), broken.out());
        assertEquals(
                "{\"entry\":null,\"file\":\"texts/1-name.txt\",\"problem\":\"its SHA-256 differs from the one in"
                        + " SHA256SUMS\"}",
                Json.write(broken.json().array("defects").getFirst()).asUtf8());

        files = PackZip.read(pack);
        files.remove("report.pdf");
        Result incomplete =
                run(PackZip.write(folder.resolve("incomplete.zip"), files).toString());
        assertEquals(2, incomplete.exit());
        assertTrue(incomplete.out().contains("  missing  report.pdf\n"), incomplete.out());

        Result refused = run("--format", "json", folder.resolve("none.zip").toString());
        assertEquals(2, refused.exit());
        assertEquals("refused", refused.json().text("verdict"));
        assertEquals(2, run().exit());
        assertTrue(run("--what").err().startsWith("not understood: --what\nusage: "));
    }
}
