package org.cairn.collectors.host;

import java.util.List;
import java.util.Optional;
import org.cairn.evidence.Refusal;

/// Tells whether `/proc` hides other users' processes (proc(5), mount option `hidepid`): process 1 always runs, so
/// that a list without it is not whole.
public final class HiddenProcesses {
    private HiddenProcesses() {}

    /// @param proc the members of `/proc`
    /// @return the refusal to record, or empty if the list is whole
    public static Optional<Refusal> in(List<FileFacts> proc) {
        return proc.stream().anyMatch(member -> member.name().equals("1"))
                ? Optional.empty()
                : Optional.of(
                        new Refusal("/proc", Refusal.Why.DENIED, "processes of other users are hidden (hidepid)"));
    }
}
