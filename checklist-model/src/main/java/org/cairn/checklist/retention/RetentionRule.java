package org.cairn.checklist.retention;

import java.time.Period;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.event.ErasureEvent.Bound;
import org.cairn.evidence.CollectorId;

/// One period of retention and what it is about.
/// @param id        of the legal fact, or of the organisation's own rule
/// @param framework applies where it is adopted; empty for the organisation's own rule
/// @param roles     applies to an organisation in one of these roles; empty: in any
/// @param kinds     of records it applies to
/// @param collector only records of this collector; empty: of any
/// @param start     what the period runs from
/// @param citation  where it stands
/// @param standing  whether it counts, or is only shown
public record RetentionRule(
        String id,
        Optional<FrameworkId> framework,
        String title,
        Bound bound,
        Period period,
        Start start,
        Set<RecordKind> kinds,
        Optional<CollectorId> collector,
        Set<String> roles,
        String citation,
        Standing standing) {
    public RetentionRule {
        kinds = Set.copyOf(kinds);
        roles = Set.copyOf(roles);
    }

    public enum Start {
        /// From the record's creation.
        CREATION,
        /// From its creation or the day it was last in effect, whichever is later.
        LAST_IN_EFFECT,
        /// From the placing on the market, which is not known here: counted from creation, the earliest it
        /// can end.
        PLACED_ON_MARKET
    }

    public enum Standing {
        /// Read in the legal text, or set by the organisation.
        COUNTS,
        /// Not read in a primary source: shown, and no reason to keep or to erase.
        UNCONFIRMED
    }
}
