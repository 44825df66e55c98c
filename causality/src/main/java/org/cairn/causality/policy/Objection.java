package org.cairn.causality.policy;

import java.util.List;

/// @param deviation  what is told
/// @param allowances all of what would have allowed it
record Objection(Deviation deviation, List<Allowance> allowances) {
    Objection {
        allowances = List.copyOf(allowances);
    }
}
