package org.cairn.collectors;

import java.util.List;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.network.FirewallFilesCollector;
import org.cairn.collectors.network.IptablesCollector;
import org.cairn.collectors.network.ListeningSocketsCollector;
import org.cairn.collectors.network.NameResolutionCollector;
import org.cairn.collectors.network.NftablesCollector;
import org.cairn.collectors.network.RadiosCollector;
import org.cairn.collectors.network.RoutesCollector;

/// Every collector of this product, listed one by one.
public final class Collectors {
    private Collectors() {}

    public static List<Collector> all() {
        return List.of(
                new ListeningSocketsCollector(),
                new RoutesCollector(),
                new NameResolutionCollector(),
                new NftablesCollector(),
                new IptablesCollector(),
                new FirewallFilesCollector(),
                new RadiosCollector());
    }
}
