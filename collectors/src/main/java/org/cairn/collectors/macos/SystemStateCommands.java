package org.cairn.collectors.macos;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.collectors.command.CommandCollector;
import org.cairn.collectors.command.MalformedOutput;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.Command;
import org.cairn.collectors.host.Observation;

/// Encryption, integrity, kernel settings, updates and time of macOS.
final class SystemStateCommands {
    private static final Pattern LAST_CHECK = Pattern.compile("LastFullSuccessfulDate\\s*=\\s*\"([^\"]+)\"");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xx", Locale.ROOT);
    private static final Pattern SWAP_TOTAL = Pattern.compile("(?m)^vm\\.swapusage: total = ([0-9.]+)M");
    private static final Pattern SWAP_ENCRYPTED = Pattern.compile("(?m)^vm\\.swapusage: .*\\((encrypted)\\)");
    private static final Pattern DUMPS = Pattern.compile("(?m)^kern\\.coredump: (\\d)$");
    private static final Pattern FORWARD4 = Pattern.compile("(?m)^net\\.inet\\.ip\\.forwarding: (\\d)$");
    private static final Pattern FORWARD6 = Pattern.compile("(?m)^net\\.inet6\\.ip6\\.forwarding: (\\d)$");

    private SystemStateCommands() {}

    /// fdesetup(8): `FileVault is On.`; while a volume is converted, more lines follow.
    static Collector fileVault() {
        return CommandCollector.of(
                "macos.filevault",
                "Encryption of the start volume of macOS",
                Words.reading("filevault", Command.of("fdesetup", "status"), (printed, seen) -> {
                    String state = Words.found(Pattern.compile("(?m)^FileVault is (On|Off)"), printed)
                            .orElseThrow(() -> new MalformedOutput("does not say whether FileVault is on"));
                    boolean converting = printed.contains("in progress");
                    seen.fact(
                            "filevault", state.equals("On") && !converting ? "on" : converting ? "converting" : "off");
                }));
    }

    /// csrutil(8), spctl(8). A custom configuration of System Integrity Protection is listed line by line.
    static Collector integrity() {
        return CommandCollector.of(
                "macos.integrity",
                "System Integrity Protection and Gatekeeper",
                Words.fact(
                        "csrutil",
                        Command.of("csrutil", "status"),
                        "system-integrity-protection",
                        "^System Integrity Protection status: ([a-z]+(?: \\([A-Za-z ]+\\))?)"),
                Words.fact("gatekeeper", Command.of("spctl", "--status"), "gatekeeper", "^assessments (\\w+)"));
    }

    static Collector kernel() {
        return CommandCollector.of(
                "macos.kernel",
                "Swap, core dumps and forwarding of macOS",
                Words.reading(
                        "sysctl",
                        Command.of(
                                "sysctl",
                                "vm.swapusage",
                                "kern.coredump",
                                "net.inet.ip.forwarding",
                                "net.inet6.ip6.forwarding"),
                        SystemStateCommands::kernel));
    }

    private static void kernel(String printed, Observation seen) throws MalformedOutput {
        Optional<String> total = Words.found(SWAP_TOTAL, printed);
        if (total.isEmpty()) {
            throw new MalformedOutput("has no vm.swapusage");
        }
        boolean none = total.get().matches("0+(\\.0+)?");
        boolean encrypted = Words.found(SWAP_ENCRYPTED, printed).isPresent();
        seen.fact("swap", none ? "none" : encrypted ? "encrypted" : "plain");
        Words.fact(seen, "core-dumps", DUMPS, printed);
        Words.fact(seen, "forwarding-ipv4", FORWARD4, printed);
        Words.fact(seen, "forwarding-ipv6", FORWARD6, printed);
    }

    static Collector updates() {
        return CommandCollector.of(
                "macos.updates",
                "When macOS last looked for updates",
                Words.reading(
                        "software-update",
                        Command.of("defaults", "read", "/Library/Preferences/com.apple.SoftwareUpdate"),
                        SystemStateCommands::updates));
    }

    private static void updates(String printed, Observation seen) throws MalformedOutput {
        Optional<String> date = Words.found(LAST_CHECK, printed);
        if (date.isEmpty()) {
            throw new MalformedOutput("has no LastFullSuccessfulDate");
        }
        try {
            Instant last = OffsetDateTime.parse(date.get(), DATE).toInstant();
            seen.fact(
                    "update-search-age-days",
                    Duration.between(last, seen.startedAt()).toDays());
        } catch (DateTimeParseException e) {
            throw new MalformedOutput("LastFullSuccessfulDate is no date: " + e.getParsedString());
        }
    }

    /// systemsetup(8) asks for an administrator, and says so with status 0.
    static Collector time() {
        return CommandCollector.of(
                        "macos.time",
                        "Network time of macOS",
                        Words.fact(
                                "network-time",
                                Command.of("systemsetup", "-getusingnetworktime"),
                                "network-time",
                                "^Network Time: (\\w+)"),
                        Words.fact(
                                "network-time-server",
                                Command.of("systemsetup", "-getnetworktimeserver"),
                                "network-time-server",
                                "^Network Time Server: (\\S+)"))
                .withRoot("sudo systemsetup -getusingnetworktime", "whether the clock is set from the network");
    }
}
