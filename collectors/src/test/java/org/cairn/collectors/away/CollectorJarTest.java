package org.cairn.collectors.away;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.cairn.collectors.Collectors;
import org.cairn.evidence.Platform;
import org.cairn.proof.Envelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the jar that is carried to a host, in a process of its own, with nothing but the JDK.
final class CollectorJarTest {
    private static final long LARGEST_BYTES = 1536 * 1024;

    @TempDir
    private Path folder;

    private record Result(int exit, String out, String err) {}

    private static Path jar() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target"))) {
            return jars.filter(file -> file.getFileName().toString().endsWith("-standalone.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("build collectors first"));
        }
    }

    private Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx256m", "-jar", jar().toString()));
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
    void itIsSmallAndHoldsOurOwnClassesAndTheReaderOfYamlAlone() throws Exception {
        assertTrue(Files.size(jar()) < LARGEST_BYTES, Files.size(jar()) + " bytes");
        try (var jar = new JarFile(jar().toFile())) {
            assertEquals(
                    List.of(),
                    jar.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> !name.endsWith("/")
                                    && !name.startsWith("META-INF/")
                                    && !name.equals("launch.properties")
                                    && !name.matches(
                                            "org/(cairn/(launch|proof|evidence|collectors)|snakeyaml/engine)/.*"))
                            .toList());
        }
    }

    @Test
    void itMakesAKeyAndSignsWhatItReads() throws Exception {
        String key = folder.resolve("host.key").toString();
        String request = folder.resolve("request.json").toString();
        Result made = run("key", "--key", key, "--name", "Collectors on web01", "--request", request);
        assertEquals(0, made.exit(), made.err());
        CollectorKey read = CollectorKey.read(Path.of(key));
        assertEquals(read.publicKey().keyId().hex(), made.out().strip());
        assertTrue(Envelope.parse(org.cairn.proof.Bytes.copyOf(Files.readAllBytes(Path.of(request))))
                .isSignedBy(read.publicKey()));

        Path run = folder.resolve("web01.run");
        Result collected = run("collect", "--key", key, "--out", run.toString());
        assertEquals(0, collected.exit(), collected.err());
        HostBundle bundle = HostBundle.read(run);
        assertTrue(bundle.signed().isSignedBy(read.publicKey()));
        assertEquals(1, bundle.statement().sequence());
        assertEquals(
                Collectors.on(Platform.LINUX).size(),
                bundle.results().size() + bundle.statement().failed().size());
        Result again = run("collect", "--key", key, "--out", run.toString());
        assertEquals(2, again.exit());
        assertTrue(again.err().contains("exists; choose another name"), again.err());
    }

    @Test
    void whatIsNotUnderstoodIsRefusedWithTheUsage() throws Exception {
        Result nothing = run();
        assertEquals(2, nothing.exit());
        assertTrue(nothing.err().contains("usage:"), nothing.err());
        assertEquals(2, run("collect", "--key", "absent").exit());
        Result absent = run(
                "collect",
                "--key",
                folder.resolve("absent").toString(),
                "--out",
                folder.resolve("run").toString());
        assertEquals(2, absent.exit());
        assertTrue(absent.err().contains("the key cannot be read"), absent.err());
    }
}
