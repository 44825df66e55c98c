package org.cairn.collectors.windows;

import java.util.List;
import java.util.stream.Collectors;
import org.cairn.collectors.command.CommandCollector;
import org.cairn.collectors.command.MalformedOutput;
import org.cairn.collectors.command.Reading;
import org.cairn.collectors.command.Row;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.Observation;

/// Settings of Windows in its registry, code integrity, and when updates were looked for. A value that is not there is
/// left out: what follows from that depends on the edition.
final class SettingQueries {
    private static final String SERVICES = "HKLM:\\SYSTEM\\CurrentControlSet\\Services\\";
    private static final String CONTROL = "HKLM:\\SYSTEM\\CurrentControlSet\\Control\\";
    private static final String PROTOCOLS = CONTROL + "SecurityProviders\\SCHANNEL\\Protocols\\";

    private record Setting(String fact, String key, String value) {
        String inPowerShell() {
            return "@('" + fact + "','" + key + "','" + value + "')";
        }
    }

    private static final List<Setting> SETTINGS = List.of(
            new Setting("secure-boot", CONTROL + "SecureBoot\\State", "UEFISecureBootEnabled"),
            new Setting("lsa-protection", CONTROL + "Lsa", "RunAsPPL"),
            new Setting("smb-server-signing", SERVICES + "LanmanServer\\Parameters", "RequireSecuritySignature"),
            new Setting("smb-client-signing", SERVICES + "LanmanWorkstation\\Parameters", "RequireSecuritySignature"),
            new Setting("usb-storage-start", SERVICES + "USBSTOR", "Start"),
            new Setting("crash-dump", CONTROL + "CrashControl", "CrashDumpEnabled"),
            new Setting(
                    "error-reporting-off", "HKLM:\\SOFTWARE\\Microsoft\\Windows\\Windows Error Reporting", "Disabled"),
            new Setting("pagefile-encrypted", CONTROL + "FileSystem", "NtfsEncryptPagingFile"),
            new Setting("tls-1.0-server", PROTOCOLS + "TLS 1.0\\Server", "Enabled"),
            new Setting("tls-1.0-client", PROTOCOLS + "TLS 1.0\\Client", "Enabled"),
            new Setting("tls-1.1-server", PROTOCOLS + "TLS 1.1\\Server", "Enabled"),
            new Setting("tls-1.1-client", PROTOCOLS + "TLS 1.1\\Client", "Enabled"));

    private SettingQueries() {}

    static Collector registry() {
        String all = SETTINGS.stream().map(Setting::inPowerShell).collect(Collectors.joining(","));
        return CommandCollector.of(
                "windows.registry",
                "Hardening settings in the registry of Windows",
                new Reading(
                        "registry: SecureBoot, Lsa, LanmanServer, LanmanWorkstation, USBSTOR, CrashControl, Windows Error Reporting, FileSystem, SCHANNEL",
                        PowerShell.list(
                                "registry",
                                "@(" + all + ") | ForEach-Object {[pscustomobject]@{Name=$_[0];"
                                        + "Value=(Get-ItemProperty -Path $_[1] -ErrorAction SilentlyContinue).($_[2])}}"),
                        List.of(),
                        SettingQueries::registry));
    }

    private static void registry(String printed, Observation seen) throws MalformedOutput {
        for (Row row : Row.all(printed)) {
            String name = row.text("Name");
            if (SETTINGS.stream().noneMatch(setting -> setting.fact().equals(name))) {
                throw new MalformedOutput("names the setting " + name + ", which was not asked for");
            }
            row.value("Value").ifPresent(value -> seen.fact(name, value));
        }
    }

    static Collector codeIntegrity() {
        return CommandCollector.of(
                "windows.code-integrity",
                "Code integrity of Windows",
                new Reading(
                        "Get-CimInstance Win32_DeviceGuard",
                        PowerShell.list(
                                "device-guard",
                                "Get-CimInstance -Namespace 'root\\Microsoft\\Windows\\DeviceGuard' -ClassName Win32_DeviceGuard"
                                        + " | Select-Object UsermodeCodeIntegrityPolicyEnforcementStatus"),
                        List.of(),
                        (printed, seen) -> Row.only(printed)
                                .value("UsermodeCodeIntegrityPolicyEnforcementStatus")
                                .ifPresent(value -> seen.fact("code-integrity", value))));
    }

    static Collector updates() {
        return CommandCollector.of(
                "windows.updates",
                "When Windows last looked for updates",
                new Reading(
                        "COM: Microsoft.Update.AutoUpdate",
                        PowerShell.list(
                                "updates",
                                "(New-Object -ComObject Microsoft.Update.AutoUpdate).Results | Select-Object "
                                        + "@{n='SearchDays';e={[math]::Floor(((Get-Date).ToUniversalTime()-$_.LastSearchSuccessDate).TotalDays)}}"),
                        List.of(),
                        (printed, seen) -> Row.only(printed)
                                .value("SearchDays")
                                .ifPresent(value ->
                                        seen.fact("update-search-age-days", value.replaceFirst("\\.0+$", "")))));
    }
}
