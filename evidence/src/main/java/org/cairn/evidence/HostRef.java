package org.cairn.evidence;

import java.util.Comparator;
import java.util.Optional;

/// Which host a piece of evidence is of: two machines that call themselves the same are two hosts.
/// @param name    that the host gives itself
/// @param machine tells machines of one name apart ([Origin#machine]); empty where it is not known
public record HostRef(String name, Optional<String> machine) implements Comparable<HostRef> {
    /// Stands for the name of a host that gives itself none.
    public static final String NAMELESS = "?";

    private static final Comparator<HostRef> ORDER = Comparator.comparing(HostRef::name)
            .thenComparing(host -> host.machine().orElse(""));
    private static final int SHOWN_DIGITS = 8;

    public HostRef {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a host without a name");
        }
    }

    /// A host of which no more is known than its name.
    public static HostRef named(String name) {
        return new HostRef(name, Optional.empty());
    }

    /// Whether evidence of `other` may be of this host: the machine of either may be unknown.
    public boolean mayBe(HostRef other) {
        return name.equals(other.name)
                && (machine.isEmpty() || other.machine.isEmpty() || machine.equals(other.machine));
    }

    /// For people: the name, and where the machine is known its first 8 digits, as in `web01/1f2e3d4c`.
    public String text() {
        return machine.map(digits -> name + "/" + digits.substring(0, SHOWN_DIGITS))
                .orElse(name);
    }

    @Override
    public int compareTo(HostRef other) {
        return ORDER.compare(this, other);
    }
}
