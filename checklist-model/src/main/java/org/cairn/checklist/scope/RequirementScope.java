package org.cairn.checklist.scope;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.checklist.SystemId;

/// Whether a requirement applies to the organisation: it does as soon as it applies to one of its systems.
/// @param bySystem each system's own view; empty where no system was defined
public record RequirementScope(Applicability overall, SortedMap<SystemId, Applicability> bySystem) {
    public RequirementScope {
        bySystem = Collections.unmodifiableSortedMap(new TreeMap<>(bySystem));
    }
}
