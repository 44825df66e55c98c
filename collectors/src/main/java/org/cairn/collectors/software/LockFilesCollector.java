package org.cairn.collectors.software;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.collectors.declared.DeclaredCollector;
import org.cairn.collectors.declared.HostDeclaration;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.Refusal;

/// Files that fix dependencies in the folders of projects that the operator names, and projects that have none.
public final class LockFilesCollector implements DeclaredCollector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "software.lock-files",
                    1,
                    "Files that fix dependencies",
                    List.of(
                            HostDeclaration.PATH,
                            "<software.projects>: requirements*.txt, uv.lock, poetry.lock, pylock.toml, package-lock.json, pom.xml"))
            .withRoot("cairn collect (as root)", "projects closed to others");
    /// What package managers unpack.
    private static final Set<String> UNPACKED =
            Set.of("node_modules", "site-packages", ".git", ".venv", "venv", "target", "__pycache__");
    private static final int ENTRY_LIMIT = 100_000;
    private static final int FILE_LIMIT = 64 * 1024 * 1024;

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Needed needed() {
        return new Needed("software.projects", "no project is named");
    }

    @Override
    public void collect(HostDeclaration declared, Observation seen) throws InterruptedException {
        Members files = seen.population("lock-files");
        Members projects = seen.population("projects");
        for (String root : declared.paths("software.projects")) {
            walk(seen, root, files, projects);
        }
    }

    private static void walk(Observation seen, String root, Members files, Members projects)
            throws InterruptedException {
        Deque<String> waiting = new ArrayDeque<>(List.of(root));
        int entries = 0;
        while (!waiting.isEmpty()) {
            String folder = waiting.poll();
            switch (seen.host().list(folder)) {
                case Read.Refused<List<FileFacts>>(Refusal refusal) -> {
                    files.refuse(refusal);
                    projects.refuse(refusal);
                }
                case Read.Got<List<FileFacts>>(List<FileFacts> members) -> {
                    entries += members.size();
                    folder(seen, folder, members, files, projects);
                    members.stream()
                            .filter(member -> member.isDirectory() && !UNPACKED.contains(member.name()))
                            .map(FileFacts::path)
                            .forEach(waiting::add);
                }
            }
            if (entries > ENTRY_LIMIT) {
                Refusal refusal = new Refusal(root, Refusal.Why.TOO_LARGE, "more than " + ENTRY_LIMIT + " entries");
                files.refuse(refusal);
                projects.refuse(refusal);
                return;
            }
        }
    }

    private static void folder(
            Observation seen, String folder, List<FileFacts> members, Members files, Members projects)
            throws InterruptedException {
        boolean python = false;
        boolean node = false;
        boolean pythonLocked = false;
        boolean nodeLocked = false;
        for (FileFacts member : members) {
            if (!member.isFile()) {
                continue;
            }
            python |= member.name().equals("pyproject.toml") || member.name().equals("setup.py");
            node |= member.name().equals("package.json");
            Optional<String> kind = LockFile.kindOf(member.name());
            if (kind.isPresent()) {
                nodeLocked |= kind.get().equals("npm");
                pythonLocked |= !Set.of("npm", "maven").contains(kind.get());
                read(seen, member.path(), kind.get(), files);
            }
            boolean other = Set.of("yarn.lock", "pnpm-lock.yaml", "Pipfile.lock", "pdm.lock")
                    .contains(member.name());
            if (other) {
                files.refuse(new Refusal(member.path(), Refusal.Why.MALFORMED, "a kind that is not read"));
                nodeLocked |= !member.name().startsWith("P") && !member.name().startsWith("pdm");
                pythonLocked |= member.name().startsWith("P") || member.name().startsWith("pdm");
            }
        }
        if (python) {
            projects.add("folder", folder, "kind", "Python", "locked", pythonLocked ? "yes" : "no");
        }
        if (node) {
            projects.add("folder", folder, "kind", "Node", "locked", nodeLocked ? "yes" : "no");
        }
    }

    private static void read(Observation seen, String path, String kind, Members files) throws InterruptedException {
        Optional<LockFile> file = seen.hashed(path, FILE_LIMIT).flatMap(text -> LockFile.parse(kind, text));
        file.ifPresent(found -> files.add(found.item(path)));
        if (file.isEmpty()) {
            files.refuse(new Refusal(path, Refusal.Why.MALFORMED, "not understood as a file of " + kind));
        }
    }
}
