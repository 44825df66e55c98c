package org.cairn.collectors.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.hardware.ComputerSystem;
import oshi.hardware.GraphicsCard;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;
import oshi.software.os.ApplicationInfo;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;
import oshi.software.os.OSFileStore;
import oshi.software.os.OSProcess;
import oshi.software.os.OSService;
import oshi.software.os.OSSession;
import oshi.software.os.OperatingSystem;

/// One question to OSHI and how its answer is written down: a list of objects in JSON, the same on every system. No
/// serial numbers, no arguments and no environment of processes: these name people and hold secrets.
enum Inventory {
    MACHINE,
    GRAPHICS,
    ADDRESSES,
    CONNECTIONS,
    PROCESSES,
    SERVICES,
    SESSIONS,
    APPLICATIONS,
    FILE_STORES;

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;

    /// As in `oshi file-stores`.
    String argument() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Inventory> asked(String argument) {
        return Arrays.stream(values())
                .filter(part -> part.argument().equals(argument))
                .findFirst();
    }

    Bytes answer() {
        return Json.write(
                new Json.JsonArray(new ArrayList<>(ask(new SystemInfo()).toList())));
    }

    private Stream<JsonObject> ask(SystemInfo info) {
        return switch (this) {
            case MACHINE -> machine(info);
            case GRAPHICS -> graphics(info);
            case ADDRESSES -> addresses(info);
            case CONNECTIONS -> connections(info);
            case PROCESSES -> processes(info);
            case SERVICES -> services(info);
            case SESSIONS -> sessions(info);
            case APPLICATIONS -> applications(info);
            case FILE_STORES -> fileStores(info);
        };
    }

    private static Stream<JsonObject> machine(SystemInfo info) {
        OperatingSystem system = info.getOperatingSystem();
        HardwareAbstractionLayer hardware = info.getHardware();
        ComputerSystem computer = hardware.getComputerSystem();
        OperatingSystem.OSVersionInfo version = system.getVersionInfo();
        return Stream.of(Json.object()
                .with("family", words(system.getFamily()))
                .with("version", words(version.getVersion()))
                .with("build", words(version.getBuildNumber()))
                .with("bits", system.getBitness())
                .with("uptimeSeconds", system.getSystemUptime())
                .with("manufacturer", words(computer.getManufacturer()))
                .with("model", words(computer.getModel()))
                .with("firmware", words(computer.getFirmware().getVersion()))
                .with(
                        "processor",
                        words(hardware.getProcessor().getProcessorIdentifier().getName()))
                .with("memoryBytes", hardware.getMemory().getTotal())
                .build());
    }

    private static Stream<JsonObject> graphics(SystemInfo info) {
        return info.getHardware().getGraphicsCards().stream().map(Inventory::card);
    }

    private static JsonObject card(GraphicsCard card) {
        return Json.object()
                .with("name", words(card.getName()))
                .with("vendor", words(card.getVendor()))
                .with("driver", words(card.getVersionInfo()))
                .build();
    }

    /// Of every interface, the loopback and those that are down too.
    private static Stream<JsonObject> addresses(SystemInfo info) {
        return info.getHardware().getNetworkIFs(true).stream()
                .flatMap(each -> Stream.of(each.getIPv4addr(), each.getIPv6addr())
                        .flatMap(Arrays::stream)
                        .map(address -> address(each, address)));
    }

    private static JsonObject address(NetworkIF of, String address) {
        return Json.object()
                .with("interface", words(of.getName()))
                .with("address", words(address))
                .build();
    }

    private static Stream<JsonObject> connections(SystemInfo info) {
        return info.getOperatingSystem().getInternetProtocolStats().getConnections().stream()
                .map(Inventory::connection);
    }

    private static JsonObject connection(IPConnection of) {
        return Json.object()
                .with("protocol", words(of.getType()))
                .with("local", literal(of.getLocalAddress()))
                .with("localPort", of.getLocalPort())
                .with("remote", literal(of.getForeignAddress()))
                .with("remotePort", of.getForeignPort())
                .with("state", word(of.getState()))
                .with("pid", of.getowningProcessId())
                .build();
    }

    /// No bytes stand for "any address" and for "no peer"; they are written as an empty text.
    private static String literal(byte[] address) {
        List<String> parts = new ArrayList<>();
        if (address.length == IPV4_BYTES) {
            for (byte each : address) {
                parts.add(Integer.toString(each & 0xff));
            }
            return String.join(".", parts);
        }
        if (address.length == IPV6_BYTES) {
            for (int i = 0; i < address.length; i += 2) {
                parts.add(Integer.toHexString((address[i] & 0xff) << 8 | address[i + 1] & 0xff));
            }
        }
        return String.join(":", parts);
    }

    private static Stream<JsonObject> processes(SystemInfo info) {
        return info.getOperatingSystem().getProcesses().stream().map(Inventory::process);
    }

    private static JsonObject process(OSProcess of) {
        return Json.object()
                .with("pid", of.getProcessID())
                .with("parent", of.getParentProcessID())
                .with("name", words(of.getName()))
                .with("path", words(of.getPath()))
                .with("user", words(of.getUser()))
                .build();
    }

    private static Stream<JsonObject> services(SystemInfo info) {
        return info.getOperatingSystem().getServices().stream().map(Inventory::service);
    }

    private static JsonObject service(OSService of) {
        return Json.object()
                .with("name", words(of.getName()))
                .with("state", of.getState().name().toLowerCase(Locale.ROOT))
                .build();
    }

    private static Stream<JsonObject> sessions(SystemInfo info) {
        return info.getOperatingSystem().getSessions().stream().map(Inventory::session);
    }

    private static JsonObject session(OSSession of) {
        return Json.object()
                .with("user", words(of.getUserName()))
                .with("terminal", words(of.getTerminalDevice()))
                .with("from", words(of.getHost()))
                .build();
    }

    private static Stream<JsonObject> applications(SystemInfo info) {
        return info.getOperatingSystem().getInstalledApplications().stream().map(Inventory::application);
    }

    private static JsonObject application(ApplicationInfo of) {
        return Json.object()
                .with("name", words(of.getName()))
                .with("version", words(of.getVersion()))
                .with("vendor", words(of.getVendor()))
                .build();
    }

    private static Stream<JsonObject> fileStores(SystemInfo info) {
        return info.getOperatingSystem().getFileSystem().getFileStores().stream()
                .map(Inventory::fileStore);
    }

    private static JsonObject fileStore(OSFileStore of) {
        return Json.object()
                .with("mount", words(of.getMount()))
                .with("volume", words(of.getVolume()))
                .with("type", words(of.getType()))
                .with("local", of.isLocal() ? "yes" : "no")
                .with("totalBytes", of.getTotalSpace())
                .with("usableBytes", of.getUsableSpace())
                .build();
    }

    /// A datagram socket has no state.
    private static String word(@Nullable TcpState state) {
        return state == null ? "none" : state.name().toLowerCase(Locale.ROOT);
    }

    /// OSHI leaves out what a system does not tell.
    private static String words(@Nullable String told) {
        return told == null ? "" : told.strip();
    }
}
