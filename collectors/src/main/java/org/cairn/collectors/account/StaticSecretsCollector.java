package org.cairn.collectors.account;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.collectors.service.UnitFile;
import org.cairn.collectors.service.Units;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;

/// Keys and tokens that lie in service units and their files of variables as they are. Recorded are the file and the
/// variable's name; the value never is, nor its digest.
public final class StaticSecretsCollector implements Collector {
    private static final List<String> FOLDERS = List.of("/etc/default", "/etc/sysconfig");
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "account.static-secrets",
                    1,
                    "Keys and tokens in units and files of variables",
                    List.of("/{usr/lib,run,etc}/systemd/system/*.service", "/etc/default/*", "/etc/sysconfig/*"))
            .withRoot("cairn collect (as root)", "files of variables closed to others");
    private static final Pattern NAME = Pattern.compile(
            "(?i)(.*_)?(token|secret|secret_?key|api_?key|access_?key|private_?key|master_?key|password|passwd|passphrase|credentials?)");
    /// A path, a variable, a reference to a store of secrets, or nothing, is no secret.
    private static final Pattern REFERENCE = Pattern.compile(
            "|/.*|file:.*|\\$.*|%[a-z].*|os\\.environ.*|vault:.*|(?i)(none|null|true|false|changeme-not-set)");
    private static final int LIMIT = 256 * 1024;

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Members searched = seen.population("searched");
        Members secrets = seen.population("static-secrets");
        Units units = Units.read(seen);
        units.refusals().forEach(searched::refuse);
        List<String> files = new ArrayList<>();
        for (String name : units.names()) {
            UnitFile unit = units.unit(name).orElseThrow();
            record(units.path(name), unit.environment(), searched, secrets);
            files.addAll(unit.environmentFiles());
        }
        for (String folder : FOLDERS) {
            if (host.list(folder) instanceof Read.Got<List<FileFacts>>(List<FileFacts> members)) {
                members.stream().filter(FileFacts::isFile).map(FileFacts::path).forEach(files::add);
            }
        }
        for (String file : files.stream().distinct().toList()) {
            if (!UnitFile.isPlain(file)) {
                secrets.refuse(new Refusal(file, Refusal.Why.MALFORMED, "a pattern or specifier is not resolved"));
                continue;
            }
            switch (host.read(file, LIMIT)) {
                case Read.Got<Bytes>(Bytes bytes) ->
                    record(file, UnitFile.variables(bytes.asUtf8()), searched, secrets);
                case Read.Refused<Bytes>(Refusal refusal) -> {
                    if (refusal.why() != Refusal.Why.ABSENT) {
                        searched.refuse(refusal);
                        secrets.refuse(refusal);
                    }
                }
            }
        }
        return seen.result();
    }

    private static void record(String file, Map<String, String> variables, Members searched, Members secrets) {
        searched.add("file", file, "variables", Integer.toString(variables.size()));
        variables.forEach((name, value) -> {
            String bare = value.strip().replaceAll("^[\"']|[\"']$", "");
            boolean secret = NAME.matcher(name.replace("export ", "").strip()).matches()
                    && !REFERENCE.matcher(bare).matches();
            if (secret) {
                secrets.add("file", file, "variable", name);
            }
        });
    }
}
