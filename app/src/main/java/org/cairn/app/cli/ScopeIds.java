package org.cairn.app.cli;

import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.SystemId;

/// Ids of scope as typed.
final class ScopeIds {
    private ScopeIds() {}

    static ScopeFact fact(String text) throws Refused {
        try {
            return new ScopeFact(text);
        } catch (IllegalArgumentException _) {
            throw new Refused("'" + text + "' is no fact of scope; `cairn scope questions` shows them");
        }
    }

    static SystemId system(String text) throws Refused {
        try {
            return new SystemId(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }
}
