package org.cairn.collectors.account;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// Who may become whom by sudo, with all included files.
public final class SudoCollector implements Collector {
    private static final String MAIN = "/etc/sudoers";
    private static final int FILE_LIMIT = 200;
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "account.sudo", 1, "Sudo rules with their includes", List.of(MAIN, "/etc/sudoers.d"))
            .withRoot("sudo cat /etc/sudoers /etc/sudoers.d/*", "the rules: the files are closed to others");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        if (host.facts(MAIN) instanceof Read.Refused<FileFacts>(Refusal refusal)) {
            return seen.refuse(refusal).result();
        }
        Members rules = seen.population("sudo-rules");
        Set<String> read = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(MAIN));
        while (!waiting.isEmpty() && read.size() < FILE_LIMIT) {
            String path = waiting.poll();
            if (path.endsWith("/")) {
                folder(seen, path, waiting, rules);
            } else if (read.add(path)) {
                file(seen, path, waiting, rules);
            }
        }
        if (!waiting.isEmpty()) {
            rules.refuse(new Refusal(MAIN, Refusal.Why.TOO_LARGE, "more than " + FILE_LIMIT + " included files"));
        }
        return seen.result();
    }

    private static void file(Observation seen, String path, Deque<String> waiting, Members rules)
            throws InterruptedException {
        Optional<String> text = seen.text(path);
        if (text.isEmpty()) {
            rules.refuse(new Refusal(path, Refusal.Why.DENIED, "an included file could not be read"));
            return;
        }
        Sudoers parsed = Sudoers.parse(text.get(), path);
        parsed.rules().forEach(rules::add);
        parsed.includes().forEach(include -> waiting.add(include.startsWith("/") ? include : "/etc/" + include));
        if (parsed.unknownLines() > 0) {
            rules.refuse(
                    new Refusal(path, Refusal.Why.MALFORMED, parsed.unknownLines() + " lines were not understood"));
        }
    }

    /// sudoers(5): names that contain a dot or end with `~` are skipped.
    private static void folder(Observation seen, String path, Deque<String> waiting, Members rules)
            throws InterruptedException {
        Optional<List<FileFacts>> members = seen.directory(path.substring(0, path.length() - 1));
        members.ifPresent(list -> list.stream()
                .filter(member -> !member.isDirectory()
                        && !member.name().contains(".")
                        && !member.name().endsWith("~"))
                .forEach(member -> waiting.add(member.path())));
        if (members.isEmpty() && seen.hindrances().stream().anyMatch(r -> path.startsWith(r.source()))) {
            rules.refuse(new Refusal(path, Refusal.Why.DENIED, "the included folder could not be listed"));
        }
    }
}
