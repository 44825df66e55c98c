package org.cairn.collectors.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.command.CommandCollector;
import org.cairn.collectors.command.MalformedOutput;
import org.cairn.collectors.command.Reading;
import org.cairn.collectors.command.Row;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.Command;
import org.cairn.collectors.host.InventoryCommands;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.text.IpAddress;
import org.cairn.evidence.Platform;

/// The collectors that ask OSHI. One list serves every system, under ids of its own.
public final class InventoryCollectors {
    private static final long DAY_SECONDS = 86_400;
    private static final String NO_PORT = "0";

    private final Platform platform;

    private InventoryCollectors(Platform platform) {
        this.platform = platform;
    }

    public static List<Collector> of(Platform platform) {
        return new InventoryCollectors(platform).all();
    }

    private List<Collector> all() {
        return List.of(
                machine(),
                list("addresses", "Network addresses", InventoryCollectors::address),
                list("connections", "Connections of the moment", InventoryCollectors::connection),
                list("processes", "Running programs", told("name")),
                list("services", "Services and their state", told("name")),
                list("sessions", "Who is logged in, and from where", InventoryCollectors::session),
                list("applications", "Installed applications", told("name")),
                list("file-stores", "Mounted volumes", told("mount")));
    }

    /// What one object says, as an item of a population; empty where it is none.
    private interface Item {
        Optional<Map<String, String>> of(Row row) throws MalformedOutput;
    }

    private CommandCollector collector(String id, String title, Reading... readings) {
        String system = platform.name().toLowerCase(Locale.ROOT);
        return CommandCollector.of(system + "." + id, title + " (" + platform.text() + ")", readings);
    }

    private Collector list(String id, String title, Item item) {
        return collector(id, title, reading(id, id, item));
    }

    /// OSHI gives an empty list also where the system refused it. Every machine has programs, addresses and volumes, so
    /// an empty list is refused: nothing passes because nobody could look.
    private static Reading reading(String part, String population, Item item) {
        return new Reading("OSHI: " + part, question(part), List.of(population), (printed, seen) -> {
            List<Map<String, String>> found = new ArrayList<>();
            for (Row row : Row.all(printed)) {
                item.of(row).ifPresent(found::add);
            }
            if (printed.strip().equals("[]")) {
                throw new MalformedOutput("is an empty list, which may mean that nothing could be read");
            }
            found.forEach(seen.population(population)::add);
        });
    }

    private static Command question(String part) {
        return Command.of(InventoryCommands.PROGRAM, part).savedAs("oshi-" + part + ".json");
    }

    private Collector machine() {
        return collector(
                "machine",
                "Machine, operating system and graphics cards",
                new Reading("OSHI: machine", question("machine"), List.of(), InventoryCollectors::machine),
                reading("graphics", "graphics-cards", told("name")));
    }

    private static void machine(String printed, Observation seen) throws MalformedOutput {
        Row row = Row.only(printed);
        long uptime = number(row, "uptimeSeconds");
        for (String name : List.of(
                "family",
                "version",
                "build",
                "bits",
                "manufacturer",
                "model",
                "firmware",
                "processor",
                "memoryBytes")) {
            row.value(name).filter(InventoryCollectors::isTold).ifPresent(value -> seen.fact(name, value));
        }
        seen.fact("uptime-days", uptime / DAY_SECONDS);
    }

    private static long number(Row row, String name) throws MalformedOutput {
        String text = row.text(name);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new MalformedOutput(name + " is no whole number: " + text);
        }
    }

    private static Optional<Map<String, String>> address(Row row) throws MalformedOutput {
        String address = row.text("address");
        return Optional.of(Map.of("interface", row.text("interface"), "address", address, "scope", scope(address)));
    }

    /// A socket without a peer is no connection.
    private static Optional<Map<String, String>> connection(Row row) throws MalformedOutput {
        String remote = row.text("remote");
        String port = row.text("remotePort");
        if (remote.isEmpty() || port.equals(NO_PORT)) {
            return Optional.empty();
        }
        return Optional.of(Map.of(
                "protocol",
                row.text("protocol"),
                "local",
                row.text("local"),
                "remote",
                remote,
                "port",
                port,
                "scope",
                scope(remote),
                "state",
                row.text("state"),
                "pid",
                row.text("pid")));
    }

    /// A session that names no place is one at the machine itself.
    private static Optional<Map<String, String>> session(Row row) throws MalformedOutput {
        Map<String, String> said = new TreeMap<>(all(row));
        row.text("user");
        String from = row.text("from");
        said.put("scope", from.isBlank() ? "this machine" : scope(from));
        return Optional.of(said);
    }

    /// Everything it says that is not empty.
    /// @param key what it has to say
    private static Item told(String key) {
        return row -> {
            row.text(key);
            return Optional.of(all(row));
        };
    }

    private static Map<String, String> all(Row row) {
        Map<String, String> said = new TreeMap<>();
        for (String name : row.json().members().keySet()) {
            row.value(name).filter(InventoryCollectors::isTold).ifPresent(value -> said.put(name, value));
        }
        return said;
    }

    /// OSHI writes `unknown` where a system does not tell.
    private static boolean isTold(String value) {
        return !value.isBlank() && !value.equals("unknown");
    }

    /// Without the interface that is named behind an address (RFC 4007 section 11).
    private static String scope(String address) {
        return IpAddress.parse(address.replaceFirst("[%/].*$", ""))
                .map(found -> found.scope().text())
                .orElse("not an address");
    }
}
