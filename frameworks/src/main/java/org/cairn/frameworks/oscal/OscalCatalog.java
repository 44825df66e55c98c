package org.cairn.frameworks.oscal;

import java.util.List;

/// A catalogue, as far as an own framework carries it.
/// @param frameworkId as our own export names it; empty in anybody else's
record OscalCatalog(
        String uuid,
        String title,
        String version,
        String remarks,
        String frameworkId,
        List<OscalItem.Param> params,
        List<OscalItem> groups,
        List<OscalItem> controls) {
    OscalCatalog {
        params = List.copyOf(params);
        groups = List.copyOf(groups);
        controls = List.copyOf(controls);
    }
}
