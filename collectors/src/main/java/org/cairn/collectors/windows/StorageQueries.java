package org.cairn.collectors.windows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.command.CommandCollector;
import org.cairn.collectors.command.MalformedOutput;
import org.cairn.collectors.command.Reading;
import org.cairn.collectors.command.Row;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;

/// Which volumes BitLocker encrypts (Win32_EncryptableVolume: GetConversionStatus, GetProtectionStatus,
/// GetEncryptionMethod).
final class StorageQueries {
    private static final String FULLY_ENCRYPTED = "1";
    private static final String PROTECTED = "1";
    private static final String UNKNOWN = "2";
    private static final Map<String, String> METHODS = Map.of(
            "0", "none",
            "1", "AES 128 with diffuser",
            "2", "AES 256 with diffuser",
            "3", "AES 128",
            "4", "AES 256",
            "5", "hardware",
            "6", "XTS-AES 128",
            "7", "XTS-AES 256");

    private StorageQueries() {}

    static Collector volumes() {
        return CommandCollector.of(
                        "windows.volumes",
                        "Volumes of Windows and their encryption",
                        new Reading(
                                "Get-BitLockerVolume",
                                PowerShell.list(
                                        "bitlocker-volumes",
                                        "Get-BitLockerVolume | Select-Object MountPoint,"
                                                + "@{n='Volume';e={[int]$_.VolumeStatus}},"
                                                + "@{n='Protection';e={[int]$_.ProtectionStatus}},"
                                                + "@{n='Method';e={[int]$_.EncryptionMethod}}"),
                                List.of("volumes"),
                                StorageQueries::volumes))
                .withRoot("cairn collect (as administrator)", "the state of every volume");
    }

    /// Of a locked volume the protection is unknown: `encrypted` is left out.
    private static void volumes(String printed, Observation seen) throws MalformedOutput {
        List<Row> rows = Row.all(printed);
        for (Row row : rows) {
            row.text("MountPoint");
            row.text("Volume");
            row.text("Protection");
        }
        Members volumes = seen.population("volumes");
        for (Row row : rows) {
            Map<String, String> values = new TreeMap<>();
            values.put("point", row.text("MountPoint"));
            encrypted(row.text("Volume"), row.text("Protection"))
                    .ifPresent(yes -> values.put("encrypted", yes ? "yes" : "no"));
            row.value("Method")
                    .filter(METHODS::containsKey)
                    .ifPresent(method -> values.put("method", METHODS.getOrDefault(method, method)));
            volumes.add(values);
        }
    }

    private static Optional<Boolean> encrypted(String volume, String protection) {
        return protection.equals(UNKNOWN)
                ? Optional.empty()
                : Optional.of(volume.equals(FULLY_ENCRYPTED) && protection.equals(PROTECTED));
    }
}
