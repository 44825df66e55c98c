package org.cairn.ledger.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DerivationCostTest {
    @Test
    void testsDeriveCheaply() {
        assertEquals(DerivationCost.FOR_TESTS, DerivationCost.OF_THIS_PROCESS);
    }

    @Test
    void theSameClassesCostWhatTheRfcRecommendsWhereTheTestsAreNotOnTheClassPath() throws Exception {
        try (URLClassLoader shipped =
                new URLClassLoader(withoutTests().toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> cost = shipped.loadClass(DerivationCost.class.getName());
            var field = cost.getDeclaredField("OF_THIS_PROCESS");
            field.setAccessible(true);
            assertEquals("DerivationCost[memoryKib=65536, iterations=3, lanes=4]", String.valueOf(field.get(cost)));
        }
    }

    @Test
    void nothingThatIsShippedHoldsTheMarkOfTheTests() throws Exception {
        try (Stream<Path> modules = Files.list(Path.of("..").toRealPath())) {
            for (Path module : modules.toList()) {
                assertFalse(
                        Files.exists(module.resolve("src/main/resources" + DerivationCost.TESTS_ONLY)),
                        () -> module + " would ship cheap keys");
                assertFalse(
                        Files.exists(module.resolve("target/classes" + DerivationCost.TESTS_ONLY)),
                        () -> module + " would ship cheap keys");
            }
        }
    }

    private static List<URL> withoutTests() throws MalformedURLException {
        List<URL> kept = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.endsWith("test-classes")) {
                kept.add(Path.of(entry).toUri().toURL());
            }
        }
        return kept;
    }
}
