package org.cairn.collectors.imports.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Reports that do not fit into memory, read by a process that has 512 MB. They are written when the test runs.
final class BoundedReportsTest {
    private static final int RESULTS = 1_000_000;

    @TempDir
    Path temporary;

    private interface Content {
        void write(Writer to) throws IOException;
    }

    private String read(String name, Content content) throws IOException, InterruptedException {
        Path file = temporary.resolve(name);
        try (Writer to = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            content.write(to);
        }
        Path printed = temporary.resolve(name + ".out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadReport.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "still reading " + name);
        return Files.readString(printed).strip();
    }

    @Test
    void aMillionRulesAreCountedAndTheFindingAmongThemIsKept() throws Exception {
        String said = read("many.sarif.gz", to -> {
            to.write("{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"T\"}},\"results\":[");
            for (int i = 0; i < RESULTS; i++) {
                to.write("{\"ruleId\":\"rule-" + i + "\",\"kind\":\"pass\",\"message\":{\"text\":\"m\"}},");
            }
            to.write("{\"ruleId\":\"the-one\"}]}]}");
        });
        assertEquals("{fail=1, pass=" + RESULTS + "} kept 10001 whole false", said);
    }

    @Test
    void aMillionRulesOfABenchmarkAreCounted() throws Exception {
        String said = read("many.xml.gz", to -> {
            to.write("<TestResult><target>h</target>");
            for (int i = 0; i < RESULTS; i++) {
                to.write("<rule-result idref='rule-" + i + "'><result>fail</result></rule-result>");
            }
            to.write("</TestResult>");
        });
        assertEquals("{fail=" + RESULTS + "} kept 10000 whole false", said);
    }

    @Test
    void oneEndlessAttributeIsStopped() throws Exception {
        String part = "a".repeat(1 << 20);
        String said = read("endless.xml.gz", to -> {
            to.write("<TestResult id='");
            for (int i = 0; i < 300; i++) {
                to.write(part);
            }
            to.write("'/>");
        });
        assertTrue(said.startsWith("refused line 1: one piece of text or markup is longer"), said);
    }

    @Test
    void oneEndlessStringIsStopped() throws Exception {
        String part = "a".repeat(1 << 20);
        String said = read("endless.sarif.gz", to -> {
            to.write("{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{},\"results\":[{\"ruleId\":\"");
            for (int i = 0; i < 300; i++) {
                to.write(part);
            }
            to.write("\"}]}]}");
        });
        assertTrue(said.startsWith("refused "), said);
    }

    @Test
    @EnabledIfSystemProperty(named = "faults", matches = "long", disabledReason = "takes minutes: -Dfaults=long")
    void tenMillionRulesAreCounted() throws Exception {
        int results = 10_000_000;
        String said = read("most.sarif.gz", to -> {
            to.write("{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"T\"}},\"results\":[");
            for (int i = 0; i < results; i++) {
                to.write("{\"ruleId\":\"rule-" + i + "\",\"kind\":\"pass\"},");
            }
            to.write("{\"ruleId\":\"the-one\"}]}]}");
        });
        assertEquals("{fail=1, pass=" + results + "} kept 10001 whole false", said);
    }

    @Test
    @EnabledIfSystemProperty(named = "faults", matches = "long", disabledReason = "takes minutes: -Dfaults=long")
    void twoGigabytesOfTextAreReadThrough() throws Exception {
        String part = "a".repeat(1 << 20);
        String said = read("large.sarif.gz", to -> {
            to.write("{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"T\"}},\"results\":[");
            for (int i = 0; i < 2048; i++) {
                to.write("{\"ruleId\":\"r\",\"message\":{\"text\":\"" + part + "\"}},");
            }
            to.write("{\"ruleId\":\"the-one\"}]}]}");
        });
        assertEquals("{fail=2049} kept 2 whole true", said);
    }

    @Test
    @EnabledIfSystemProperty(named = "faults", matches = "long", disabledReason = "takes minutes: -Dfaults=long")
    void aPackedBombIsStoppedAtItsBound() throws Exception {
        String part = " ".repeat(1 << 20);
        String said = read("bomb.sarif.gz", to -> {
            to.write("{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"T\"}},\"results\":[");
            for (int i = 0; i < 5 << 10; i++) {
                to.write(part);
            }
            to.write("]}]}");
        });
        assertEquals(
                "refused byte 4294967296: unpacked, the file is larger than 4 GiB. Export fewer results, or less detail",
                said);
    }
}
