package org.cairn.collectors.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.Command;
import org.cairn.collectors.host.Commands;
import org.cairn.collectors.host.Fakes;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.InventoryCommands;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.Item;
import org.cairn.evidence.Platform;
import org.cairn.evidence.Population;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// OSHI really asked, on the machine that runs the test, and read by the collectors for Windows and macOS: the library
/// and
/// the form are the same on each system, what lies below is not.
final class InventoryOnThisMachineTest {
    private static final List<String> PARTS = List.of(
            "machine",
            "graphics",
            "addresses",
            "connections",
            "processes",
            "services",
            "sessions",
            "applications",
            "file-stores");

    @TempDir
    private Path folder;

    private static Map<String, Evidence> collect() throws InterruptedException {
        Map<String, Evidence> evidence = new TreeMap<>();
        for (Collector collector : InventoryCollectors.of(Platform.WINDOWS)) {
            evidence.put(
                    collector.id().value(),
                    collector.collect(HostReader.ofThisMachine(), Fakes.CLOCK).evidence());
        }
        return evidence;
    }

    private static Evidence of(Map<String, Evidence> evidence, String collector) {
        return Objects.requireNonNull(evidence.get(collector), collector);
    }

    private static List<Item> items(Evidence evidence, String population) {
        return evidence.populations().stream()
                .filter(each -> each.name().equals(population))
                .map(Population::items)
                .findFirst()
                .orElseThrow();
    }

    private static String value(Item item, String name) {
        return item.values().getOrDefault(name, "");
    }

    @Test
    void itFindsThisProcessItsConnectionItsAddressAndItsVolume() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket connected = new Socket(listening.getInetAddress(), listening.getLocalPort())) {
            Map<String, Evidence> evidence = collect();

            Map<String, String> machine = of(evidence, "windows.machine").facts();
            assertEquals("64", machine.get("bits"));
            assertTrue(Long.parseLong(machine.get("memoryBytes")) > 1 << 28, machine.toString());
            assertTrue(Long.parseLong(machine.get("uptime-days")) >= 0, machine.toString());

            String pid = Long.toString(ProcessHandle.current().pid());
            assertTrue(items(of(evidence, "windows.processes"), "processes").stream()
                    .anyMatch(each -> value(each, "pid").equals(pid)
                            && value(each, "path").endsWith("java")));
            String port = Integer.toString(connected.getPort());
            assertTrue(items(of(evidence, "windows.connections"), "connections").stream()
                    .anyMatch(each -> value(each, "port").equals(port)
                            && value(each, "scope").equals("loopback")
                            && value(each, "state").equals("established")));
            assertTrue(items(of(evidence, "windows.addresses"), "addresses").stream()
                    .anyMatch(each -> value(each, "address").equals("127.0.0.1")
                            && value(each, "scope").equals("loopback")));
            assertTrue(items(of(evidence, "windows.file-stores"), "file-stores").stream()
                    .anyMatch(each -> value(each, "mount").equals("/")
                            && value(each, "local").equals("yes")));
        }
    }

    /// Nobody needs to be logged in, so that list may be empty; what is empty is refused.
    @Test
    void aListThatIsEmptyIsRefusedAndNotTakenForNothing() throws Exception {
        Map<String, String> nothing = new TreeMap<>();
        for (String part : PARTS) {
            nothing.put("oshi " + part, "[]");
        }
        HostReader host = Fakes.host(folder, "root", nothing);
        for (Collector collector : InventoryCollectors.of(Platform.MACOS)) {
            Evidence evidence = collector.collect(host, Fakes.CLOCK).evidence();
            assertTrue(
                    evidence.refusals().stream().anyMatch(each -> each.why() == Refusal.Why.MALFORMED),
                    collector.id().value());
            assertTrue(
                    evidence.populations().stream().noneMatch(Population::complete),
                    collector.id().value());
        }
    }

    @Test
    void whatIsNoPartOfTheInventoryIsRefusedAndOtherCommandsAreHandedOn() throws Exception {
        Commands.Answer other = new Commands.Answer.Printed(Bytes.utf8("other"));
        InventoryCommands commands = new InventoryCommands(_ -> other, Duration.ofSeconds(20));
        assertEquals(other, commands.run(Command.of("uname")));
        Commands.Answer.Refused refused =
                assertInstanceOf(Commands.Answer.Refused.class, commands.run(Command.of("oshi", "weather")));
        assertEquals(Refusal.Why.ABSENT, refused.refusal().why());
    }

    @Test
    void aQuestionThatTakesTooLongIsRefused() throws Exception {
        InventoryCommands hurried = new InventoryCommands(
                _ -> {
                    throw new AssertionError("no other command is asked");
                },
                Duration.ZERO);
        Commands.Answer.Refused refused =
                assertInstanceOf(Commands.Answer.Refused.class, hurried.run(Command.of("oshi", "applications")));
        assertEquals(Refusal.Why.TIMED_OUT, refused.refusal().why());
    }
}
