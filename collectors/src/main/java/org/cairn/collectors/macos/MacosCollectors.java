package org.cairn.collectors.macos;

import java.util.List;
import org.cairn.collectors.host.Collector;

/// Every collector for macOS.
public final class MacosCollectors {
    private MacosCollectors() {}

    public static List<Collector> all() {
        return List.of(
                NetworkCommands.sockets(),
                NetworkCommands.routes(),
                NetworkCommands.nameServers(),
                NetworkCommands.packetFilter(),
                AccountCommands.accounts(),
                AccountCommands.passwordPolicy(),
                SystemStateCommands.fileVault(),
                SystemStateCommands.integrity(),
                SystemStateCommands.kernel(),
                SystemStateCommands.updates(),
                SystemStateCommands.time(),
                new AuditControlCollector());
    }
}
