package org.cairn.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts a program as the jars do, in a process of its own, under this Java and under an older one.
class LaunchTest {
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    @TempDir
    Path temporary;

    /// What is started: says its arguments and ends with 7.
    static final class Program {
        private Program() {}

        @SuppressWarnings("unused") // called by name
        public static void main(String[] args) {
            System.out.println("started with " + String.join(" ", args));
            System.exit(7);
        }
    }

    private record Result(int exit, String said) {}

    private Result run(Path java, String main) throws IOException, InterruptedException {
        Path program = Files.createDirectories(temporary.resolve("program"));
        Files.writeString(
                program.resolve("launch.properties"),
                "main = " + main + "\nname = cairn-verifier\ninstead = Open verify.html.\n");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-cp"));
        command.add(String.join(File.pathSeparator, program.toString(), "target/classes", "target/test-classes"));
        command.addAll(List.of(Launch.class.getName(), "one", "two"));
        Path said = temporary.resolve("said");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        return new Result(exit, Files.readString(said));
    }

    private static Path thisJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static Path olderJava() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(INSTALLED), "no " + INSTALLED + " on this machine");
        try (Stream<Path> homes = Files.list(INSTALLED)) {
            List<Path> older = homes.filter(LaunchTest::isOlder)
                    .map(home -> home.resolve("bin/java"))
                    .sorted()
                    .toList();
            Assumptions.assumeFalse(older.isEmpty(), "no Java older than 25 in " + INSTALLED);
            return older.getFirst();
        }
    }

    private static boolean isOlder(Path home) {
        try {
            return Files.isExecutable(home.resolve("bin/java"))
                    && Files.readAllLines(home.resolve("release")).stream()
                            .anyMatch(line -> line.matches("JAVA_VERSION=\"(1\\.8|[89]|1\\d|2[0-4])[^0-9].*"));
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void theProgramGetsItsArgumentsAndItsExitCodeIsKept() throws Exception {
        assertEquals(new Result(7, "started with one two\n"), run(thisJava(), Program.class.getName()));
    }

    @Test
    void anOlderJavaIsToldInWordsWithWhatToDoInstead() throws Exception {
        Result result = run(olderJava(), Program.class.getName());
        assertEquals(2, result.exit(), result.said());
        assertTrue(
                result.said()
                        .matches(
                                "cairn-verifier needs Java 25 or newer; this is Java \\S+ in \\S+\\. Open verify.html.\\n"),
                result.said());
    }

    @Test
    void aJarThatNamesNoProgramSaysThatItIsDamaged() throws Exception {
        Result result = run(thisJava(), "org.cairn.Absent");
        assertEquals(3, result.exit());
        assertTrue(result.said().startsWith("this jar is damaged: "), result.said());
    }
}
