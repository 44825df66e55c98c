package org.cairn.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is known of where evidence comes from, beyond the name that the host gives itself.
/// @param machine 32 hexadecimal digits that tell machines of one name apart, where the host has a machine-id(5); not
///                that id itself, which is to be kept confidential
/// @param capture how it was read, where not from the running host
public record Origin(Optional<String> machine, Optional<Capture> capture) {
    /// The running host, of which no more is known than its name.
    public static final Origin UNKNOWN = new Origin(Optional.empty(), Optional.empty());

    private static final Pattern MACHINE = Pattern.compile("[0-9a-f]{32}");

    public Origin {
        if (machine.isPresent() && !MACHINE.matcher(machine.get()).matches()) {
            throw new IllegalArgumentException("not 32 hexadecimal digits: " + machine.get());
        }
    }

    /// A copy of the host's files that was read somewhere else.
    /// @param root   the folder that stood for the host's `/`
    /// @param readOn the machine that read it
    /// @param readAt when, by that machine's clock (UTC)
    /// @param whole  the host's folders that were copied whole: what is not in them was not there
    public record Capture(String root, String readOn, Instant readAt, List<String> whole) {
        public Capture {
            whole = List.copyOf(whole);
            if (root.isBlank() || readOn.isBlank()) {
                throw new IllegalArgumentException("a capture names its folder and the machine that read it");
            }
        }
    }
}
