package org.cairn.collectors.software;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.declared.DeclaredCollector;
import org.cairn.collectors.declared.HostDeclaration;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.Refusal;

/// Policies written as code: Rego packages in the folders that the operator names, and which of them tests speak of
/// (Open Policy Agent, "Policy Testing": rules whose names begin with `test_`).
public final class PolicyCodeCollector implements DeclaredCollector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "software.policy-code",
            1,
            "Policies as code and their tests",
            List.of(HostDeclaration.PATH, "<software.policies>/**/*.rego"));
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([A-Za-z0-9_.\\[\\]\"-]+)");
    private static final Pattern TEST = Pattern.compile("(?m)^(?:test_\\w+)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import\\s+data\\.([A-Za-z0-9_.]+)");
    private static final Pattern DENY = Pattern.compile("(?m)^default\\s+allow\\s*:?=\\s*false");
    private static final int FILE_LIMIT = 10_000;

    /// One file.
    record Policy(String path, String name, boolean denies, int tests, Set<String> imports) {}

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Needed needed() {
        return new Needed("software.policies", "no folder is named");
    }

    @Override
    public void collect(HostDeclaration declared, Observation seen) throws InterruptedException {
        Members packages = seen.population("policies");
        List<Policy> files = new ArrayList<>();
        for (String root : declared.paths("software.policies")) {
            for (String path : rego(seen.host(), root, packages)) {
                Optional<String> text = seen.text(path);
                Optional<Policy> policy = text.flatMap(content -> parse(path, content));
                policy.ifPresent(files::add);
                if (policy.isEmpty()) {
                    packages.refuse(new Refusal(path, Refusal.Why.MALFORMED, "no package that could be read"));
                }
            }
        }
        tell(files, packages);
    }

    static Optional<Policy> parse(String path, String text) {
        Matcher name = PACKAGE.matcher(text);
        if (!name.find()) {
            return Optional.empty();
        }
        Set<String> imports = new TreeSet<>();
        Matcher imported = IMPORT.matcher(text);
        while (imported.find()) {
            imports.add(imported.group(1));
        }
        int tests = (int) TEST.matcher(text).results().count();
        return Optional.of(new Policy(path, name.group(1), DENY.matcher(text).find(), tests, imports));
    }

    /// A package is tested by tests in itself, in `<package>_test`, or in a package that imports it.
    private static void tell(List<Policy> files, Members packages) {
        for (Policy policy : files) {
            if (policy.tests() == 0) {
                int tests = files.stream()
                        .filter(other -> other.name().equals(policy.name())
                                || other.name().equals(policy.name() + "_test")
                                || other.imports().contains(policy.name()))
                        .mapToInt(Policy::tests)
                        .sum();
                packages.add(
                        "path", policy.path(),
                        "package", policy.name(),
                        "denies-by-default", policy.denies() ? "yes" : "no",
                        "tests", Integer.toString(tests));
            }
        }
    }

    private static List<String> rego(HostReader host, String root, Members packages) throws InterruptedException {
        List<String> files = new ArrayList<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(root));
        int entries = 0;
        while (!waiting.isEmpty() && entries <= FILE_LIMIT) {
            String folder = waiting.poll();
            switch (host.list(folder)) {
                case Read.Refused<List<FileFacts>>(Refusal refusal) -> packages.refuse(refusal);
                case Read.Got<List<FileFacts>>(List<FileFacts> members) -> {
                    entries += members.size();
                    for (FileFacts member : members) {
                        if (member.isDirectory()) {
                            waiting.add(member.path());
                        } else if (member.isFile() && member.name().endsWith(".rego")) {
                            files.add(member.path());
                        }
                    }
                }
            }
        }
        if (entries > FILE_LIMIT) {
            packages.refuse(new Refusal(root, Refusal.Why.TOO_LARGE, "more than " + FILE_LIMIT + " entries"));
        }
        return files;
    }
}
