package org.cairn.ledger.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/// Makes tokens of SoftHSM2 (Debian package softhsm2), also for the tests of other modules, which depend on this
/// module's test classes. The library reads its tokens when it is first used in a process, so all tokens of a test are
/// made
/// before that.
public final class SoftToken {
    private static final List<Path> MODULES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
            Path.of("/usr/local/lib/softhsm/libsofthsm2.so"));
    private static final Pattern SLOT = Pattern.compile("reassigned to slot (\\d+)");

    private SoftToken() {}

    /// Skips the test where there is no SoftHSM2.
    public static TokenAccess make(Path folder, String label) throws IOException, InterruptedException {
        Optional<Path> module = MODULES.stream().filter(Files::isRegularFile).findFirst();
        Assumptions.assumeTrue(module.isPresent(), "softhsm2 is not installed: no token to test with");
        Optional<String> settings = Optional.ofNullable(System.getenv("SOFTHSM2_CONF"));
        Assumptions.assumeTrue(settings.isPresent(), "SOFTHSM2_CONF is not set: tokens would lie in the user's folder");
        Path tokens = Path.of(settings.get()).resolveSibling("softhsm2-tokens");
        Files.createDirectories(tokens);
        Files.writeString(
                Path.of(settings.get()), "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
        Path said = folder.resolve("softhsm2-" + label + ".txt");
        Process tool = new ProcessBuilder(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        label,
                        "--so-pin",
                        "5678",
                        "--pin",
                        "1234")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int exit = tool.waitFor();
        String words = Files.readString(said, StandardCharsets.UTF_8);
        Matcher slot = SLOT.matcher(words);
        if (exit != 0 || !slot.find()) {
            throw new AssertionError("softhsm2-util makes no token: " + words);
        }
        return new TokenAccess(module.get(), Long.parseLong(slot.group(1)), Passphrase.of("1234".toCharArray()));
    }
}
