package org.cairn.causality.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.causality.policy.RuntimePolicy.Artefacts;
import org.cairn.causality.policy.RuntimePolicy.Membership;
import org.cairn.causality.policy.RuntimePolicy.Models;
import org.cairn.causality.policy.RuntimePolicy.UserChange;

/// A policy as the file that people read. The same policy gives the same text.
public final class PolicyText {
    private final StringBuilder text = new StringBuilder();

    private PolicyText() {}

    /// @param notes lines of comment that stand before it
    public static String of(RuntimePolicy policy, List<String> notes) {
        PolicyText made = new PolicyText();
        notes.forEach(made::comment);
        made.line("format: " + PolicyReader.FORMAT);
        made.line("system: " + quoted(policy.system()));
        made.membership(policy.processes());
        policy.programs().ifPresent(places -> made.list("", "programs", places(places)));
        policy.children().ifPresent(made::children);
        made.data(policy);
        policy.destinations().ifPresent(made::destinations);
        policy.models().ifPresent(made::models);
        policy.artefacts().ifPresent(made::artefacts);
        made.users(policy);
        policy.volume().ifPresent(volume -> {
            made.line("volume:");
            made.line("  period: " + quoted(volume.period().toString()));
            made.line("  files: " + volume.files());
        });
        made.list("", "writable", places(policy.writable()));
        made.watched(policy.watched());
        return made.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void comment(String note) {
        note.lines().forEach(line -> this.line("# " + printable(line)));
    }

    private void list(String indent, String name, Collection<String> values) {
        if (values.isEmpty()) {
            line(indent + name + ": []");
            return;
        }
        line(indent + name + ":");
        values.forEach(value -> line(indent + "  - " + quoted(value)));
    }

    private static List<String> places(List<Place> places) {
        return places.stream().map(Place::text).toList();
    }

    private void membership(Membership processes) {
        line("processes:");
        if (processes.all()) {
            line("  all: true");
        }
        if (!processes.users().isEmpty()) {
            list("  ", "users", processes.users());
        }
        if (!processes.programs().isEmpty()) {
            list("  ", "programs", places(processes.programs()));
        }
        if (!processes.from().isEmpty()) {
            list("  ", "from", places(processes.from()));
        }
    }

    private void children(Map<String, Set<String>> children) {
        if (children.isEmpty()) {
            line("children: {}");
            return;
        }
        line("children:");
        children.forEach((parent, programs) -> list("  ", quoted(parent), programs));
    }

    private void data(RuntimePolicy policy) {
        if (policy.read().isPresent() || policy.write().isPresent()) {
            line("data:");
            policy.read().ifPresent(places -> list("  ", "read", places(places)));
            policy.write().ifPresent(places -> list("  ", "write", places(places)));
        }
    }

    private void destinations(List<DestinationRule> rules) {
        if (rules.isEmpty()) {
            line("destinations: []");
            return;
        }
        line("destinations:");
        for (DestinationRule rule : rules) {
            line("  - address: " + quoted(rule.network()));
            if (!rule.ports().isEmpty()) {
                List<String> ports = new ArrayList<>();
                rule.ports().forEach(range -> ports.add(quoted(range.text())));
                line("    ports: [" + String.join(", ", ports) + "]");
            }
        }
    }

    private void models(Models models) {
        line("models:");
        list("  ", "files", places(models.files()));
        if (models.readers().isEmpty()) {
            line("  readers: []");
            return;
        }
        line("  readers:");
        models.readers().forEach(reader -> {
            line("    - program: " + quoted(reader.program().text()));
            reader.user().ifPresent(user -> line("      user: " + quoted(user)));
        });
    }

    private void artefacts(Artefacts artefacts) {
        line("artefacts:");
        list("  ", "places", places(artefacts.places()));
        if (!artefacts.sha256().isEmpty()) {
            line("  sha256:");
            artefacts.sha256().forEach((path, digest) -> line("    " + quoted(path) + ": " + quoted(digest.hex())));
        }
    }

    private void users(RuntimePolicy policy) {
        if (policy.users().isEmpty() && policy.changes().isEmpty()) {
            return;
        }
        line("users:");
        policy.users().ifPresent(users -> list("  ", "actAs", users));
        policy.changes().ifPresent(changes -> {
            if (changes.isEmpty()) {
                line("  changes: []");
                return;
            }
            line("  changes:");
            for (UserChange change : changes) {
                line("    - {from: " + quoted(change.from()) + ", to: " + quoted(change.to()) + "}");
            }
        });
    }

    private void watched(Map<Watched, Set<String>> watched) {
        if (!watched.isEmpty()) {
            line("watched:");
            watched.forEach((what, keys) -> list("  ", what.id(), keys));
        }
    }

    /// A YAML 1.2 double-quoted scalar (section 7.3.1): names of files are whatever somebody chose.
    static String quoted(String value) {
        StringBuilder out = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> out.append(isPlain(c) ? Character.toString(c) : "\\U%08X".formatted(c));
            }
        });
        return out.append('"').toString();
    }

    private static String printable(String line) {
        StringBuilder out = new StringBuilder();
        line.codePoints().forEach(c -> out.appendCodePoint(isPlain(c) ? c : '?'));
        return out.toString();
    }

    private static boolean isPlain(int c) {
        return c >= 0x20 && c < 0x7f || c >= 0xa1 && c < 0x2000;
    }
}
