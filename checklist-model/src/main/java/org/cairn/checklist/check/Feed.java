package org.cairn.checklist.check;

import org.cairn.checklist.ControlId;

/// What a check contributes to one control.
/// @param remainder for [Coverage#PARTIAL], what is left for a person to show: a satisfied check alone leaves the
///                  control indeterminate. For [Coverage#FULL], why nothing is left
public record Feed(ControlId control, Coverage coverage, String remainder) {
    public Feed {
        if (remainder.isBlank()) {
            throw new IllegalArgumentException(control + ": " + coverage + " coverage needs its remainder or reason");
        }
    }
}
