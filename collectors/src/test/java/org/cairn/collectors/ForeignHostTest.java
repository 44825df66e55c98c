package org.cairn.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.check.CheckEvaluation;
import org.cairn.checklist.check.CheckId;
import org.cairn.collectors.host.CapturedTree;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.Fakes;
import org.cairn.collectors.host.HostIdentity;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.UnusableTree;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.Platform;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Captured text of a Windows and a macOS host, set up as their checks ask; then with one thing changed.
final class ForeignHostTest {
    private static final CheckCatalogue CHECKS = CheckCatalogue.load();

    @TempDir
    private Path tree;

    private void copy(Platform platform) throws IOException {
        Path from = Path.of("src/test/host", platform.name().toLowerCase(java.util.Locale.ROOT));
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = tree.resolve(from.relativize(file).toString());
                Files.createDirectories(target.resolveSibling(""));
                Files.copy(file, target);
            }
        }
    }

    private Map<CollectorId, Evidence> collect(Platform platform) throws UnusableTree, InterruptedException {
        HostReader host =
                new CapturedTree(tree, Optional.empty(), List.of()).open(new HostIdentity("desk", "anna"), Fakes.NOW);
        assertEquals(platform, host.platform());
        Map<CollectorId, Evidence> evidence = new TreeMap<>();
        for (Collector collector : Collectors.on(platform)) {
            evidence.put(
                    collector.id(),
                    collector.collect(host, host.observedBy(Fakes.CLOCK)).evidence());
        }
        return evidence;
    }

    private static Outcome outcome(CheckDefinition check, Map<CollectorId, Evidence> evidence) {
        Digest some = Digest.sha256(Bytes.empty());
        return CheckEvaluation.evaluate(
                check,
                Optional.ofNullable(evidence.get(check.reads()))
                        .map(each -> new RecordedEvidence(
                                new EvidenceId(some), 1, each.observedAt(), new PayloadRef(some, some, 1), each)),
                Fakes.NOW);
    }

    private static List<CheckDefinition> checksOf(Platform platform) {
        return CHECKS.checks().stream()
                .filter(check -> check.platform().equals(Optional.of(platform)))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"WINDOWS", "MACOS"})
    void everyCheckOfTheSystemIsSatisfiedOnAHardenedHost(Platform platform) throws Exception {
        copy(platform);
        Map<CollectorId, Evidence> evidence = collect(platform);
        List<String> others = new ArrayList<>();
        for (CheckDefinition check : checksOf(platform)) {
            Outcome outcome = outcome(check, evidence);
            if (!(outcome instanceof Outcome.Satisfied)) {
                others.add(check.id() + ": " + outcome);
            }
        }
        assertEquals(List.of(), others);
    }

    @ParameterizedTest
    @EnumSource(names = {"WINDOWS", "MACOS"})
    void noCheckIsSatisfiedWhereNothingWasCaptured(Platform platform) throws Exception {
        copy(platform);
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!List.of("platform", "captured-at", "hostname")
                        .contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
        Map<CollectorId, Evidence> evidence = collect(platform);
        for (CheckDefinition check : checksOf(platform)) {
            assertInstanceOf(
                    Outcome.Indeterminate.class,
                    outcome(check, evidence),
                    check.id().value());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WINDOWS", "MACOS"})
    void everyCheckIsMarkedAsTriedOnCapturedTextAndNamesChecksOfLinux(Platform platform) {
        for (CheckDefinition check : checksOf(platform)) {
            assertTrue(check.title().endsWith(" [tested on captured text only]"), check.title());
            for (CheckId same : check.origin().sameAs()) {
                assertEquals(
                        Optional.of(Platform.LINUX),
                        CHECKS.check(same).orElseThrow().platform(),
                        check.id().value());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WINDOWS", "MACOS"})
    void onEachSystemEveryQuestionIsAskedOnce(Platform platform) {
        List<CheckDefinition> asked = CHECKS.askedOf(platform);
        for (CheckDefinition check : asked) {
            boolean own = check.platform().equals(Optional.of(platform));
            assertEquals(own, CHECKS.asks(check, platform), check.id().value());
        }
        assertTrue(asked.containsAll(checksOf(platform)));
    }

    @ParameterizedTest
    @MethodSource("windowsFiles")
    void aCutAnswerOfPowerShellSatisfiesNothing(String file) throws Exception {
        copy(Platform.WINDOWS);
        Path captured = tree.resolve("cairn-captured").resolve(file);
        String text = Files.readString(captured).strip();
        for (int length : List.of(1, text.length() / 2, text.length() - 1)) {
            Files.writeString(captured, text.substring(0, length));
            Map<CollectorId, Evidence> evidence = collect(Platform.WINDOWS);
            List<String> refusing = evidence.values().stream()
                    .filter(each -> !each.refusals().isEmpty())
                    .map(each -> each.collector().value())
                    .toList();
            assertEquals(1, refusing.size(), file + " cut after " + length + ": " + refusing);
        }
    }

    static Stream<String> windowsFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/host/windows/cairn-captured"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @org.junit.jupiter.api.Test
    void utf16IsRefusedWithWhatToDo() throws Exception {
        copy(Platform.WINDOWS);
        Path captured = tree.resolve("cairn-captured/updates.json");
        Files.write(captured, ("\uFEFF" + Files.readString(captured)).getBytes(StandardCharsets.UTF_16LE));
        Outcome outcome =
                outcome(CHECKS.check(new CheckId("sup.patch.windows")).orElseThrow(), collect(Platform.WINDOWS));
        assertTrue(outcome.toString().contains("save it as UTF-8"), outcome.toString());
    }

    /// @param from    what is replaced; empty to replace all of the file
    /// @param becomes how the outcome reads: a finding, or a gap
    record Change(Platform platform, String check, String file, String from, String to, String becomes) {}

    private static Change windows(String check, String file, String from, String to, String becomes) {
        return new Change(Platform.WINDOWS, check, file, from, to, becomes);
    }

    private static Change macos(String check, String file, String from, String to, String becomes) {
        return new Change(Platform.MACOS, check, file, from, to, becomes);
    }

    private static final String EVERYTHING_OUT =
            "v2.30|Action=Allow|Active=TRUE|Dir=Out|Protocol=6|Profile=Domain|Name=All|";

    static Stream<Change> changes() {
        return Stream.of(
                windows(
                        "data.bitlocker",
                        "bitlocker-volumes.json",
                        "\"Protection\":1",
                        "\"Protection\":0",
                        "C: is not"),
                windows("data.bitlocker", "bitlocker-volumes.json", "\"Volume\":1", "\"Volume\":2", "C: is not"),
                windows(
                        "data.bitlocker",
                        "bitlocker-volumes.json",
                        "\"Protection\":1",
                        "\"Protection\":2",
                        "?encrypted"),
                windows(
                        "data.bitlocker.method",
                        "bitlocker-volumes.json",
                        "\"Method\":7",
                        "\"Method\":6",
                        "C: is encrypted by XTS-AES 128"),
                windows(
                        "net.egress.windows",
                        "firewall-profiles.json",
                        "\"Outbound\":4",
                        "\"Outbound\":2",
                        "profile Domain: on yes, outbound allow"),
                windows(
                        "net.egress.windows",
                        "firewall-profiles.json",
                        "\"Outbound\":4",
                        "\"Outbound\":0",
                        "profile Domain: on yes, outbound allow"),
                windows(
                        "net.egress.windows",
                        "firewall-profiles.json",
                        "\"On\":1",
                        "\"On\":0",
                        "profile Domain: on no"),
                windows(
                        "net.egress.windows",
                        "firewall-rules.json",
                        "",
                        "[{\"Name\":\"r\",\"Value\":\"" + EVERYTHING_OUT + "\"}]",
                        "rule r lets everything out"),
                windows(
                        "net.egress.windows",
                        "firewall-rules.json",
                        "",
                        "[{\"Name\":\"r\",\"Value\":\"Alles erlaubt\"}]",
                        "?no form that is documented"),
                windows("net.egress.windows", "firewall-rules.json", "", "[]", "?any member of firewall-rules"),
                windows(
                        "net.listen.windows",
                        "listening-udp.json",
                        "",
                        "[{\"LocalAddress\":\"0.0.0.0\",\"LocalPort\":5353,\"Owner\":null}]",
                        "udp 0.0.0.0:5353 is open"),
                windows(
                        "net.route.default.windows",
                        "routes.json",
                        "10.0.0.0/8",
                        "0.0.0.0/0",
                        "default route through 10.20.0.1 on Ethernet"),
                windows(
                        "net.dns.windows",
                        "name-servers.json",
                        "10.20.0.53",
                        "9.9.9.9",
                        "name server 9.9.9.9 (Ethernet)"),
                windows(
                        "net.forward.windows",
                        "ip-interfaces.json",
                        "\"Forwarding\":2",
                        "\"Forwarding\":1",
                        "Ethernet forwards"),
                windows(
                        "acc.dormant.windows",
                        "local-users.json",
                        "\"LastLogonDays\":3",
                        "\"LastLogonDays\":91",
                        "anna: logged in, 91 days"),
                windows(
                        "acc.dormant.windows",
                        "local-users.json",
                        "\"LastLogonDays\":3",
                        "\"LastLogonDays\":null",
                        "anna: never logged in"),
                windows(
                        "acc.empty.windows",
                        "local-users.json",
                        "\"PasswordRequired\":true,\"Sid\":\"S-1-5-21-1004336348-1177238915-682003330-1001\"",
                        "\"PasswordRequired\":false,\"Sid\":\"S-1-5-21-1004336348-1177238915-682003330-1001\"",
                        "anna may have"),
                windows(
                        "acc.admins.windows",
                        "administrators.json",
                        "330-500",
                        "330-1001",
                        "WIN01\\Administrator is an administrator"),
                windows("acc.pwpolicy.length.windows", "password-policy.json", "14", "7", "the least length is 7"),
                windows(
                        "acc.pwpolicy.lockout.windows",
                        "password-policy.json",
                        "\"Lockout\":5",
                        "\"Lockout\":0",
                        "accounts are never locked"),
                windows(
                        "log.audit.windows",
                        "auditpol.csv",
                        "-505054503030},Success,",
                        "-505054503030},No Auditing,",
                        "access to files is not audited"),
                windows("log.audit.windows", "auditpol.csv", "Success", "Erfolg", "?success of a member"),
                windows(
                        "log.audit.windows",
                        "auditpol.csv",
                        "",
                        "Der Befehl ist fehlgeschlagen.",
                        "?subcategory's GUID"),
                windows("log.eventlog.windows", "event-log.json", "true", "false", "the security log is off"),
                windows("log.retain.windows", "event-log.json", "201326592", "20971520", "the log is overwritten"),
                windows("log.time.windows", "time.json", "\"Status\":4", "\"Status\":1", "the service W32Time"),
                windows("log.time.windows", "time.json", "\"NTP\"", "\"NoSync\"", "the source is NoSync"),
                windows(
                        "host.secureboot.windows",
                        "registry.json",
                        "\"secure-boot\",\"Value\":1",
                        "\"secure-boot\",\"Value\":0",
                        "Secure Boot is off"),
                windows(
                        "host.secureboot.windows",
                        "registry.json",
                        "\"secure-boot\",\"Value\":1",
                        "\"secure-boot\",\"Value\":null",
                        "?fact secure-boot"),
                windows(
                        "host.kernel.windows",
                        "registry.json",
                        "\"lsa-protection\",\"Value\":2",
                        "\"lsa-protection\",\"Value\":0",
                        "LSA protection is 0"),
                windows("host.mac.windows", "device-guard.json", "2", "1", "code integrity of programs is 1"),
                windows(
                        "data.media.windows",
                        "registry.json",
                        "\"usb-storage-start\",\"Value\":4",
                        "\"usb-storage-start\",\"Value\":3",
                        "the driver of USB storage"),
                windows(
                        "data.core.windows",
                        "registry.json",
                        "\"crash-dump\",\"Value\":0",
                        "\"crash-dump\",\"Value\":7",
                        "the system writes a dump"),
                windows(
                        "data.swap.windows",
                        "registry.json",
                        "\"pagefile-encrypted\",\"Value\":1",
                        "\"pagefile-encrypted\",\"Value\":0",
                        "the paging file"),
                windows(
                        "data.cryptopolicy.windows",
                        "registry.json",
                        "\"tls-1.0-client\",\"Value\":0",
                        "\"tls-1.0-client\",\"Value\":1",
                        "TLS 1.0 client is on"),
                windows("sup.patch.windows", "updates.json", "3", "45", "updates were last looked for 45"),
                macos("data.filevault", "filevault.txt", "On.", "Off.", "FileVault is off"),
                macos(
                        "data.filevault",
                        "filevault.txt",
                        "On.",
                        "On.\nEncryption in progress: Percent completed = 47",
                        "FileVault is converting"),
                macos("data.filevault", "filevault.txt", "", "FileVault ist aktiviert.", "?does not say"),
                macos(
                        "host.mac.macos",
                        "csrutil.txt",
                        "enabled.",
                        "disabled.",
                        "System Integrity Protection is disabled"),
                macos(
                        "host.mac.macos",
                        "csrutil.txt",
                        "enabled.",
                        "unknown (Custom Configuration).",
                        "System Integrity Protection is unknown"),
                macos("sup.repotrust.macos", "gatekeeper.txt", "enabled", "disabled", "assessments are disabled"),
                macos("net.egress.macos", "pf-info.txt", "Enabled", "Disabled", "pf is Disabled"),
                macos(
                        "net.egress.macos",
                        "pf-rules.txt",
                        "block drop out all",
                        "pass out all flags S/SA keep state",
                        "no rule of pf blocks IPv4"),
                macos(
                        "net.egress.macos",
                        "pf-rules.txt",
                        "block drop out all",
                        "block drop out inet all",
                        "no rule of pf blocks IPv6"),
                macos(
                        "net.egress.macos",
                        "pf-rules.txt",
                        "to 10.20.0.7 port",
                        "to any port",
                        "no rule of pf blocks IPv4"),
                macos("net.egress.macos", "pf-rules.txt", "on lo0", "on en0", "no rule of pf blocks IPv4"),
                macos(
                        "net.egress.macos",
                        "pf-rules.txt",
                        "",
                        "pfctl: /dev/pf: Permission denied",
                        "?no rules that are known"),
                macos("net.listen.macos", "sockets-tcp.txt", "127.0.0.1.8000", "*.8000", "tcp *:8000 is open"),
                macos(
                        "net.listen.macos",
                        "sockets-udp.txt",
                        "",
                        "netstat: option requires an argument",
                        "?no table of sockets"),
                macos(
                        "net.route.default.macos",
                        "routes-inet.txt",
                        "10    ",
                        "default",
                        "default route through 10.20.0.1 on en0"),
                macos("net.dns.macos", "dns.txt", "10.20.0.53", "1.1.1.1", "name server 1.1.1.1"),
                macos(
                        "net.forward.macos",
                        "sysctl.txt",
                        "ip6.forwarding: 0",
                        "ip6.forwarding: 1",
                        "IPv6 forwarding is on"),
                macos(
                        "acc.uid0.macos",
                        "users.txt",
                        "anna                    501",
                        "anna                    0",
                        "anna has user id 0"),
                macos("acc.admins.macos", "administrators.txt", "root", "root anna", "anna is an administrator"),
                macos("acc.pwpolicy.length.macos", "password-policy.txt", "{14,}", "{8,}", "the least length is 8"),
                macos(
                        "acc.pwpolicy.length.macos",
                        "password-policy.txt",
                        "",
                        "Getting global account policies",
                        "?password-min-length"),
                macos(
                        "acc.pwpolicy.lockout.macos",
                        "password-policy.txt",
                        "<integer>5<",
                        "<integer>11<",
                        "an account is locked after 11"),
                macos(
                        "sup.patch.macos",
                        "software-update.txt",
                        "2026-05-28",
                        "2026-01-02",
                        "updates were last looked for"),
                macos("log.time.macos", "network-time.txt", "On", "Off", "network time is Off"),
                macos(
                        "log.time.macos",
                        "network-time.txt",
                        "",
                        "You need administrator access to run this tool... exiting!",
                        "?administrator access"),
                macos("data.swap.macos", "sysctl.txt", "  (encrypted)", "", "swap is plain"),
                macos("data.core.macos", "sysctl.txt", "coredump: 0", "coredump: 1", "core files may be written"),
                macos("log.audit.macos", "auditd.txt", "\"PID\" = 132;", "", "auditd is not running"),
                macos(
                        "log.audit.macos",
                        "../etc/security/audit_control",
                        "flags:lo,aa,ad,ex",
                        "flags:lo,aa",
                        "the start of programs"),
                macos(
                        "log.retain.macos",
                        "../etc/security/audit_control",
                        "365d",
                        "60d",
                        "audit trails are kept for 60"),
                macos("log.retain.macos", "../etc/security/audit_control", "365d", "365d OR 5G", "?retention-days"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void oneChangeTurnsTheCheckThatLooksAtIt(Change change) throws Exception {
        copy(change.platform());
        Path file = tree.resolve("cairn-captured").resolve(change.file()).normalize();
        String text = Files.readString(file);
        assertTrue(text.contains(change.from()), change.from());
        Files.writeString(file, change.from().isEmpty() ? change.to() : replaced(text, change.from(), change.to()));
        Outcome outcome = outcome(CHECKS.check(new CheckId(change.check())).orElseThrow(), collect(change.platform()));
        if (change.becomes().startsWith("?")) {
            assertInstanceOf(Outcome.Indeterminate.class, outcome);
            assertTrue(outcome.toString().contains(change.becomes().substring(1)), outcome.toString());
        } else {
            Outcome.NotSatisfied not = assertInstanceOf(Outcome.NotSatisfied.class, outcome);
            assertTrue(not.findings().getFirst().text().startsWith(change.becomes()), outcome.toString());
        }
    }

    private static String replaced(String text, String from, String to) {
        return from.equals("Success")
                ? text.replace(from, to)
                : text.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to));
    }

    static Stream<String> checksWithoutAChange() {
        List<String> changed = changes().map(Change::check).toList();
        return CHECKS.checks().stream()
                .filter(check -> check.platform().stream().anyMatch(platform -> platform != Platform.LINUX))
                .map(check -> check.id().value())
                .filter(id -> !changed.contains(id));
    }

    @org.junit.jupiter.api.Test
    void everyCheckIsTried() {
        assertEquals(List.of(), checksWithoutAChange().toList());
    }
}
