package org.cairn.collectors.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;

/// The service units of a host, of the folders that systemd.unit(5) names, with their drop-ins; the nearer folder wins.
public final class Units {
    private static final List<String> FOLDERS =
            List.of("/usr/lib/systemd/system", "/run/systemd/system", "/etc/systemd/system");
    private static final int LIMIT = 256 * 1024;

    private final Map<String, List<String>> texts = new TreeMap<>();
    private final Map<String, String> paths = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private Units() {}

    public static Units read(Observation seen) throws InterruptedException {
        Units units = new Units();
        for (String folder : FOLDERS) {
            units.units(seen, folder);
        }
        for (String folder : FOLDERS) {
            units.dropIns(seen, folder);
        }
        return units;
    }

    private void units(Observation seen, String folder) throws InterruptedException {
        for (FileFacts member : members(seen, folder)) {
            if (!member.isDirectory() && member.name().endsWith(".service") && !isMasked(seen, member)) {
                Optional<String> text = text(seen, member.path());
                if (text.isPresent()) {
                    texts.put(member.name(), new ArrayList<>(List.of(text.get())));
                    paths.put(member.name(), member.path());
                }
            }
        }
    }

    /// systemctl(1), `mask`: a link to `/dev/null`.
    private static boolean isMasked(Observation seen, FileFacts member) throws InterruptedException {
        return seen.host().linkTarget(member.path()) instanceof Read.Got<String>(String target)
                && target.equals("/dev/null");
    }

    private void dropIns(Observation seen, String folder) throws InterruptedException {
        for (FileFacts member : members(seen, folder)) {
            if (member.isDirectory() && member.name().endsWith(".service.d")) {
                String unit = member.name().substring(0, member.name().length() - 2);
                for (FileFacts dropIn : members(seen, member.path())) {
                    Optional<String> text =
                            dropIn.name().endsWith(".conf") ? text(seen, dropIn.path()) : Optional.empty();
                    if (text.isPresent() && texts.containsKey(unit)) {
                        texts.get(unit).add(text.get());
                    }
                }
            }
        }
    }

    private List<FileFacts> members(Observation seen, String folder) throws InterruptedException {
        return switch (seen.host().list(folder)) {
            case Read.Got<List<FileFacts>>(List<FileFacts> members) -> members;
            case Read.Refused<List<FileFacts>>(Refusal refusal) -> refused(refusal, List.of());
        };
    }

    private Optional<String> text(Observation seen, String path) throws InterruptedException {
        return switch (seen.host().read(path, LIMIT)) {
            case Read.Got<Bytes>(Bytes bytes) -> Optional.of(bytes.asUtf8());
            case Read.Refused<Bytes>(Refusal refusal) -> refused(refusal, Optional.empty());
        };
    }

    private <T> T refused(Refusal refusal, T nothing) {
        if (refusal.why() != Refusal.Why.ABSENT) {
            refusals.add(refusal);
        }
        return nothing;
    }

    public List<String> names() {
        return List.copyOf(texts.keySet());
    }

    /// What kept a unit from being seen.
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    public String path(String unit) {
        return paths.getOrDefault(unit, unit);
    }

    public Optional<UnitFile> unit(String name) {
        return Optional.ofNullable(texts.get(name)).map(UnitFile::parse);
    }

    /// Its variables with those of its files; empty if one of these could not be read.
    public Optional<Map<String, String>> environment(Observation seen, UnitFile unit) throws InterruptedException {
        Map<String, String> all = new HashMap<>(unit.environment());
        for (String file : unit.environmentFiles()) {
            if (!UnitFile.isPlain(file)) {
                return Optional.empty();
            }
            switch (seen.host().read(file, LIMIT)) {
                case Read.Got<Bytes>(Bytes bytes) -> all.putAll(UnitFile.variables(bytes.asUtf8()));
                case Read.Refused<Bytes>(Refusal refusal) -> {
                    if (refusal.why() != Refusal.Why.ABSENT) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of(all);
    }
}
