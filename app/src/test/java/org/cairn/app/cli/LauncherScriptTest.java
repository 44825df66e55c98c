package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script `./cairn`, in a tree whose JDK and Maven only tell how they were called.
class LauncherScriptTest {
    private static final Path SCRIPT = Path.of("..", "cairn");
    private static final Path WINDOW_MEMORY = Path.of("..", "scripts/window-memory");

    @TempDir
    Path temporary;

    private Path tree;

    @BeforeEach
    void prepare() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash on this machine");
        tree = Files.createDirectories(temporary.resolve("a tree"));
        Files.createDirectories(tree.resolve("app/src/main"));
        Files.createDirectories(tree.resolve("app/target/lib"));
        Files.writeString(tree.resolve("pom.xml"), "<project/>");
        Files.writeString(tree.resolve("app/pom.xml"), "<project/>");
        executable(tree.resolve("cairn"), Files.readString(SCRIPT));
        executable(tree.resolve("jdk/bin/java"), "#!/bin/bash\nprintf 'java %s\\n' \"$*\"\n");
        executable(tree.resolve("bin/mvn"), "#!/bin/bash\necho built >> \"$0.log\"\n");
        executable(tree.resolve("scripts/find-jdk"), "#!/bin/bash\nprintf '%s\\n' '" + tree.resolve("jdk") + "'\n");
        executable(tree.resolve("scripts/window-memory"), Files.readString(WINDOW_MEMORY));
    }

    @Test
    void itBuildsOnceAndPassesArgumentsOn() throws Exception {
        assertTrue(run(tree.resolve("cairn"), "log", "-w", "x y").contains("org.cairn.app.Main log -w x y"));
        run(tree.resolve("cairn"), "log");
        assertEquals(1, builds());
    }

    @Test
    void aNewerSourceIsBuiltAgain() throws Exception {
        run(tree.resolve("cairn"), "log");
        Path source = Files.writeString(tree.resolve("app/src/main/Main.java"), "class Main {}");
        Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 10_000));
        run(tree.resolve("cairn"), "log");
        assertEquals(2, builds());
    }

    @Test
    void itWorksThroughALinkFromAnotherFolder() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("linked"), tree.resolve("cairn"));
        String said = run(link, "framework", "list");
        assertTrue(said.contains(tree.toRealPath() + "/app/target/classes:"), said);
    }

    @Test
    void onlyTheWindowGetsJavaFxAndAHeapThatFollowsTheMachine() throws Exception {
        String window = run(tree.resolve("cairn"));
        assertTrue(window.contains("--add-modules javafx.controls"), window);
        Matcher heap = Pattern.compile("-XX:\\+UseG1GC -Xms48m -Xmx(\\d+)m ").matcher(window);
        assertTrue(heap.find(), window);
        int mebibytes = Integer.parseInt(heap.group(1));
        assertTrue(mebibytes >= 1024 && mebibytes <= 1536, window);
        String command = run(tree.resolve("cairn"), "log");
        assertTrue(
                !command.contains("javafx")
                        && command.contains("-XX:+UseSerialGC -Xms48m -Xmx1g -XX:MetaspaceSize=64m "),
                command);
    }

    @Test
    void withoutAJdkItSaysSoInOneLine() throws Exception {
        executable(tree.resolve("scripts/find-jdk"), "#!/bin/bash\necho 'cairn: no JDK 25 found' >&2\nexit 2\n");
        assertEquals("cairn: no JDK 25 found\nexit 2\n", run(tree.resolve("cairn"), "log"));
    }

    private long builds() throws Exception {
        return Files.readAllLines(tree.resolve("bin/mvn.log")).size();
    }

    /// What it said, and its exit code where that is not 0.
    private String run(Path script, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(temporary.toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", tree.resolve("bin") + ":/usr/bin:/bin");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        return exit == 0 ? said : said + "exit " + exit + "\n";
    }

    private static void executable(Path file, String content) throws Exception {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
