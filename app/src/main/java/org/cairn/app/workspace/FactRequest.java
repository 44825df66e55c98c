package org.cairn.app.workspace;

import java.time.Instant;
import java.util.Optional;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.SystemId;

/// A fact of the scope, as a person states it.
/// @param answer    one of the question's, or `unknown`
/// @param system    whose fact it is; empty for a fact of the organisation
/// @param reason    why; stored encrypted
/// @param validFrom since when it is so; empty means now
public record FactRequest(
        ScopeFact fact, String answer, Optional<SystemId> system, String reason, Optional<Instant> validFrom) {}
