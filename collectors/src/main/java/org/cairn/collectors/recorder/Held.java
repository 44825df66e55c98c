package org.cairn.collectors.recorder;

import java.util.Optional;
import org.cairn.collectors.host.FileIdentity;

/// What a descriptor of a process stands for.
sealed interface Held {
    /// The link's text, by which a later look knows that nothing changed.
    String link();

    /// @param path            without the kernel's ` (deleted)`
    /// @param access          `read`, `write` or `read-write`; empty where the kernel did not show it
    /// @param closesOnExecute whether it closes when another program starts (O_CLOEXEC, open(2))
    record OpenFile(
            String link, String path, Optional<FileIdentity> identity, Optional<String> access, boolean closesOnExecute)
            implements Held {}

    /// @param inode by which `/proc/net` knows it
    record OpenSocket(String link, long inode) implements Held {}
}
