package org.cairn.collectors.orchestration;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.collectors.declared.HostDeclaration;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.yaml.MalformedYaml;
import org.cairn.evidence.yaml.Yaml;
import org.cairn.proof.Json;

/// Compose files and Kubernetes manifests that lie on the host: what containers ask for, what roles allow, and whether
/// namespaces deny what goes out. What a cluster really runs is not seen.
public final class ManifestsCollector implements Collector {
    private static final List<String> USUAL = List.of(
            "/etc/kubernetes/manifests", "/var/lib/rancher/k3s/server/manifests", "/srv/compose", "/opt/compose");
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "orchestration.manifests", 1, "Compose files and Kubernetes manifests", reads())
            .withRoot("sudo cat /etc/kubernetes/manifests/*.yaml", "manifests closed to others");
    private static final int DEPTH_LIMIT = 6;
    private static final int FILE_LIMIT = 5_000;
    /// Only the digest is kept: manifests hold secrets under any name.
    private static final int SIZE_LIMIT = 4 * 1024 * 1024;

    private static List<String> reads() {
        List<String> reads = new ArrayList<>(USUAL);
        reads.add(HostDeclaration.PATH);
        return reads;
    }

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        HostDeclaration declared = HostDeclaration.ifThere(seen);
        List<String> roots = new ArrayList<>(USUAL);
        roots.addAll(declared.paths("software.manifests"));
        List<String> files = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        boolean there = false;
        for (String root : roots) {
            there |= find(host, root, 0, files, refusals);
        }
        if (!there && refusals.isEmpty()) {
            return seen.refuse(new Refusal(String.join(" ", roots), Refusal.Why.ABSENT, "none of the folders is there"))
                    .result();
        }
        Manifests manifests = new Manifests(seen);
        for (String file : files) {
            read(seen, file, manifests, refusals);
        }
        manifests.finish();
        for (Members population : manifests.populations()) {
            refusals.forEach(population::refuse);
        }
        refusals.forEach(seen::refuse);
        return seen.result();
    }

    /// @return whether `folder` is there
    private static boolean find(HostReader host, String folder, int depth, List<String> files, List<Refusal> refusals)
            throws InterruptedException {
        switch (host.list(folder)) {
            case Read.Refused<List<FileFacts>>(Refusal refusal) -> {
                if (refusal.why() != Refusal.Why.ABSENT) {
                    refusals.add(refusal);
                }
                return false;
            }
            case Read.Got<List<FileFacts>>(List<FileFacts> members) -> {
                for (FileFacts member : members) {
                    if (member.isFile() && member.name().matches("(?i).*\\.ya?ml") && files.size() < FILE_LIMIT) {
                        files.add(member.path());
                    } else if (member.isDirectory() && depth < DEPTH_LIMIT && files.size() < FILE_LIMIT) {
                        find(host, member.path(), depth + 1, files, refusals);
                    } else if (member.isDirectory() || files.size() >= FILE_LIMIT) {
                        refusals.add(new Refusal(
                                folder, Refusal.Why.TOO_LARGE, "deeper than " + DEPTH_LIMIT + " or too many files"));
                        return true;
                    }
                }
                return true;
            }
        }
    }

    private static void read(Observation seen, String path, Manifests manifests, List<Refusal> refusals)
            throws InterruptedException {
        Optional<String> text = seen.hashed(path, SIZE_LIMIT);
        if (text.isEmpty()) {
            refusals.add(new Refusal(path, Refusal.Why.DENIED, "could not be read"));
            return;
        }
        try {
            for (Json document : Yaml.documents(text.get())) {
                manifests.add(path, document); // other YAML asks for nothing
            }
        } catch (MalformedYaml e) {
            refusals.add(new Refusal(path, Refusal.Why.MALFORMED, String.valueOf(e.getMessage())));
        }
    }
}
