package org.cairn.collectors.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.Refusal;

/// All regular files below some folders, without following links, with a bound on how many entries are looked at.
/// @param rootsThere which of the folders exist
/// @param refusals   what kept files from being found
record Walk(List<FileFacts> files, List<String> rootsThere, List<Refusal> refusals) {
    private static final int ENTRY_LIMIT = 400_000;

    Walk {
        files = List.copyOf(files);
        rootsThere = List.copyOf(rootsThere);
        refusals = List.copyOf(refusals);
    }

    static Walk below(HostReader host, List<String> roots, Predicate<FileFacts> wanted) throws InterruptedException {
        List<FileFacts> files = new ArrayList<>();
        List<String> there = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        int seen = 0;
        for (String root : roots) {
            Deque<String> waiting = new ArrayDeque<>(List.of(root));
            while (!waiting.isEmpty() && seen <= ENTRY_LIMIT) {
                String folder = waiting.poll();
                switch (host.list(folder)) {
                    case Read.Refused<List<FileFacts>>(Refusal refusal) -> {
                        if (refusal.why() != Refusal.Why.ABSENT) {
                            refusals.add(refusal);
                        }
                    }
                    case Read.Got<List<FileFacts>>(List<FileFacts> members) -> {
                        if (folder.equals(root)) {
                            there.add(root);
                        }
                        seen += members.size();
                        members.stream()
                                .filter(FileFacts::isDirectory)
                                .map(FileFacts::path)
                                .forEach(waiting::add);
                        members.stream()
                                .filter(FileFacts::isFile)
                                .filter(wanted)
                                .forEach(files::add);
                    }
                }
            }
        }
        if (seen > ENTRY_LIMIT) {
            refusals.add(new Refusal(
                    String.join(" ", roots), Refusal.Why.TOO_LARGE, "more than " + ENTRY_LIMIT + " entries"));
        }
        return new Walk(files, there, refusals);
    }
}
