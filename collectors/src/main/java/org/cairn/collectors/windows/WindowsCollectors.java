package org.cairn.collectors.windows;

import java.util.List;
import org.cairn.collectors.host.Collector;

/// Every collector for Windows.
public final class WindowsCollectors {
    private WindowsCollectors() {}

    public static List<Collector> all() {
        return List.of(
                NetworkQueries.sockets(),
                NetworkQueries.routes(),
                NetworkQueries.firewall(),
                AccountQueries.accounts(),
                AccountQueries.passwordPolicy(),
                StorageQueries.volumes(),
                SettingQueries.registry(),
                SettingQueries.codeIntegrity(),
                SettingQueries.updates(),
                LogQueries.auditPolicy(),
                LogQueries.eventLog(),
                LogQueries.time());
    }
}
