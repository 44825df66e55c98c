package org.cairn.app.objection;

import java.util.Optional;
import org.cairn.checklist.FrameworkId;

/// What would be handed over.
/// @param framework empty means every row there is
/// @param period    that is audited; empty asks nothing about days
public record ObjectionScope(Optional<FrameworkId> framework, Optional<AuditPeriod> period) {
    public static ObjectionScope everything() {
        return new ObjectionScope(Optional.empty(), Optional.empty());
    }

    public static ObjectionScope of(FrameworkId framework) {
        return new ObjectionScope(Optional.of(framework), Optional.empty());
    }
}
