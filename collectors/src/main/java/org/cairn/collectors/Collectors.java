package org.cairn.collectors;

import java.util.List;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.network.ListeningSocketsCollector;

/// Every collector of this product, listed one by one.
public final class Collectors {
    private Collectors() {}

    public static List<Collector> all() {
        return List.of(new ListeningSocketsCollector());
    }
}
