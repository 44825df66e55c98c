package org.cairn.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.cairn.collectors.command.CommandCollector;
import org.cairn.collectors.command.Reading;
import org.cairn.collectors.host.Command;
import org.cairn.evidence.Platform;
import org.junit.jupiter.api.Test;

/// The scripts that capture what collectors of other systems read run the same commands. `-Dpage.write=true` writes
/// their
/// lists anew.
final class CaptureScriptsTest {
    private static final Path FOLDER = Path.of("../docs/capture");
    private static final String BEGIN = "# commands: begin\n";
    private static final String END = "# commands: end\n";

    private static List<Command> commands(Platform platform) {
        return org.cairn.collectors.Collectors.on(platform).stream()
                .filter(CommandCollector.class::isInstance)
                .flatMap(collector -> ((CommandCollector) collector).readings().stream())
                .map(Reading::command)
                .toList();
    }

    @Test
    void theScriptForWindowsRunsWhatTheCollectorsRun() throws IOException {
        check(
                "windows.ps1",
                commands(Platform.WINDOWS).stream()
                        .map(command -> "Save '" + file(command) + "' { " + expression(command) + " }\n")
                        .collect(Collectors.joining()));
    }

    /// Without the settings of errors and encoding, which the script makes itself.
    private static String expression(Command command) {
        return command.program().equals("powershell")
                ? command.arguments()
                        .getLast()
                        .substring(command.arguments().getLast().indexOf("ConvertTo-Json"))
                : command.text();
    }

    @Test
    void theScriptForMacosRunsWhatTheCollectorsRun() throws IOException {
        check(
                "macos.sh",
                commands(Platform.MACOS).stream()
                        .map(command ->
                                "save " + file(command) + " " + command.text().replace("*", "'*'") + "\n")
                        .collect(Collectors.joining()));
        assertTrue(Files.readString(FOLDER.resolve("macos.sh"))
                .contains("save auditd.txt launchctl list com.apple.auditd\n"));
    }

    @Test
    void noTwoCommandsOfASystemAreSavedInOneFile() {
        for (Platform platform : List.of(Platform.WINDOWS, Platform.MACOS)) {
            List<String> files =
                    commands(platform).stream().map(CaptureScriptsTest::file).toList();
            assertEquals(files.stream().distinct().toList(), files);
        }
    }

    private static String file(Command command) {
        return command.savedAs().orElseThrow();
    }

    private static void check(String script, String expected) throws IOException {
        Path file = FOLDER.resolve(script);
        String text = Files.readString(file);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        assertTrue(from > BEGIN.length() && to >= from, script + " has no list");
        if (Boolean.getBoolean("page.write")) {
            Files.writeString(file, text.substring(0, from) + expected + text.substring(to));
        }
        String now = Files.readString(file);
        assertEquals(expected, now.substring(now.indexOf(BEGIN) + BEGIN.length(), now.indexOf(END)));
    }
}
