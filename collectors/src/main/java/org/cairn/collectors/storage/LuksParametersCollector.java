package org.cairn.collectors.storage;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.Command;
import org.cairn.collectors.host.Commands;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.Source;
import org.cairn.evidence.yaml.Tree;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// Cipher, key size and key derivation of open LUKS volumes (LUKS2 On-Disk Format Specification 1.1.2, chapter 3). Of
/// the
/// header only its digest is kept: it holds salts and wrapped keys.
public final class LuksParametersCollector implements Collector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "storage.luks-parameters",
                    1,
                    "Parameters of encrypted volumes",
                    List.of("/sys/block/dm-*/{dm/uuid,slaves}", "cryptsetup luksDump --dump-json-metadata <device>"))
            .withRoot("sudo cryptsetup luksDump <device>", "the headers of encrypted volumes");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Optional<List<FileFacts>> devices = seen.directory("/sys/block");
        if (devices.isPresent()) {
            Members volumes = seen.population("luks-volumes");
            for (FileFacts device : devices.get()) {
                if (device.name().startsWith("dm-")) {
                    volume(seen, device, volumes);
                }
            }
        }
        return seen.result();
    }

    /// A device-mapper UUID is `CRYPT-<type>-…` (cryptsetup(8)).
    private static void volume(Observation seen, FileFacts device, Members volumes) throws InterruptedException {
        String id = seen.text(device.path() + "/dm/uuid").orElse("").strip();
        if (id.startsWith("CRYPT-LUKS1-")) {
            volumes.add("device", device.name(), "version", "1", "kdf", "pbkdf2");
        } else if (id.startsWith("CRYPT-LUKS2-")) {
            List<String> lower = names(seen.host(), device.path() + "/slaves");
            if (lower.size() == 1) {
                volumes.add(header(seen, lower.getFirst(), volumes));
            } else {
                volumes.refuse(new Refusal(device.path(), Refusal.Why.MALFORMED, "its lower device is not told"));
            }
        } else if (id.startsWith("CRYPT-")) {
            volumes.add("device", device.name(), "version", "not LUKS");
        }
    }

    private static List<String> names(HostReader host, String folder) throws InterruptedException {
        return host.list(folder) instanceof Read.Got<List<FileFacts>>(List<FileFacts> members)
                ? members.stream()
                        .filter(m -> !m.name().startsWith("."))
                        .map(FileFacts::name)
                        .toList()
                : List.of();
    }

    private static Map<String, String> header(Observation seen, String device, Members volumes)
            throws InterruptedException {
        Map<String, String> values = new TreeMap<>(Map.of("device", device, "version", "2"));
        Command command = Command.of("cryptsetup", "luksDump", "--dump-json-metadata", "/dev/" + device);
        switch (seen.host().run(command)) {
            case Commands.Answer.Refused(Refusal refusal) -> volumes.refuse(refusal);
            case Commands.Answer.Printed(Bytes printed) -> {
                seen.source(new Source(
                        command.text(), Source.How.COMMAND, seen.startedAt(), Digest.sha256(printed), printed.size()));
                try {
                    parameters(Json.parseObject(printed), values);
                } catch (MalformedJson e) {
                    volumes.refuse(new Refusal(command.text(), Refusal.Why.MALFORMED, String.valueOf(e.getMessage())));
                }
            }
        }
        return values;
    }

    /// The weakest of several: every cipher and derivation in one line, the smallest key.
    static void parameters(Json header, Map<String, String> values) {
        TreeSet<String> ciphers = new TreeSet<>();
        TreeSet<String> derivations = new TreeSet<>();
        List<Long> bits = new ArrayList<>();
        members(header, "segments")
                .forEach(segment -> Tree.text(segment, "encryption").ifPresent(ciphers::add));
        for (Json slot : members(header, "keyslots")) {
            Tree.text(slot, "kdf", "type").ifPresent(derivations::add);
            Tree.text(slot, "key_size")
                    .filter(size -> size.matches("\\d{1,6}"))
                    .ifPresent(size -> bits.add(Long.parseLong(size) * Byte.SIZE));
        }
        if (!ciphers.isEmpty()) {
            values.put("cipher", String.join(" ", ciphers));
        }
        if (!derivations.isEmpty()) {
            values.put("kdf", String.join(" ", derivations));
        }
        bits.stream().min(Long::compare).ifPresent(least -> values.put("key-bits", least.toString()));
    }

    private static List<Json> members(Json header, String name) {
        return Tree.at(header, name).orElse(new Json.JsonNull()) instanceof JsonObject object
                ? List.copyOf(object.members().values())
                : List.of();
    }
}
