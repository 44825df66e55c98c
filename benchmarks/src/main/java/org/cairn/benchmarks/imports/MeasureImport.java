package org.cairn.benchmarks.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cairn.collectors.imports.format.ToolReports;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// One measurement in this process alone: `MeasureImport WHAT FILE` prints one figure a line, name and number. The
/// start of the JVM is not counted.
public final class MeasureImport {
    private MeasureImport() {}

    /// @param arguments `read`, `bare-xml` or `bare-json`, and the file
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        long start = System.nanoTime();
        switch (arguments[0]) {
            case "read" -> read(file);
            case "bare-xml" -> bareXml(file);
            case "bare-json" -> bareJson(file);
            default -> throw new IllegalArgumentException("nothing is called " + arguments[0]);
        }
        print("seconds", (System.nanoTime() - start) / 1e9);
        print("peak", peakMebibytes());
    }

    private static void read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            long total = ToolReports.read(in, ToolReports.format(() -> Files.newInputStream(file)), Optional.empty())
                    .total();
            if (total == 0) {
                throw new IOException(file + " holds no result");
            }
        }
    }

    private static void bareXml(Path file) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            XMLStreamReader reader = factory.createXMLStreamReader(text);
            while (reader.hasNext()) {
                reader.next();
            }
        }
    }

    private static void bareJson(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null) {
                parser.currentToken();
            }
        }
    }

    private static void print(String name, double figure) {
        System.out.println(String.format(Locale.ROOT, "%s %.4f", name, figure));
    }

    /// `VmHWM` of proc(5): the most memory this process ever held.
    private static double peakMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElseThrow(() -> new IOException("/proc/self/status has no VmHWM"))
                / 1024.0;
    }
}
