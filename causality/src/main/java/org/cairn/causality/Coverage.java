package org.cairn.causality;

import java.util.List;
import java.util.Optional;

/// Which time a log speaks about. "Nothing was recorded" is only then "nothing happened" when no gap lies within.
/// @param first    the first record's moment; empty for a log without records
/// @param gaps     the first gaps, in order, at most as many as the reader keeps
/// @param gapCount all gaps
/// @param changes  points at which what is watched was changed: rules added or removed, auditing set
public record Coverage(
        Optional<Moment> first, Optional<Moment> last, List<Gap> gaps, long gapCount, List<Change> changes) {
    public Coverage {
        gaps = List.copyOf(gaps);
        changes = List.copyOf(changes);
    }

    /// A span without (some) records.
    /// @param from  the last moment known before; empty: since ever
    /// @param until the first moment known after; empty: to the end
    /// @param detail one line for a person, with what was missed
    public record Gap(Kind kind, String host, Optional<Moment> from, Optional<Moment> until, String detail) {}

    public enum Kind {
        /// The audit daemon did not run.
        DAEMON_STOPPED,
        /// Serial numbers are missing: records were lost, or filtered out before this file was written.
        SERIALS_MISSING,
        /// The kernel counted records it threw away.
        RECORDS_LOST,
        /// An event lacks records that it announced.
        EVENT_INCOMPLETE,
        /// The file does not end with the end of a line, so its last record may have been cut.
        LAST_LINE_OPEN,
        /// System calls of an architecture that is not read.
        ARCHITECTURE_UNREAD,
        /// Lines that are no records: what they were to say is not known.
        LINES_REFUSED,
        /// The source tells only what one of its rules matched; of all else it is silent.
        ALERTS_ONLY,
        /// The source looked now and then; what began and ended in between it did not see.
        SAMPLED
    }

    /// @param what the record's own words, e.g. `op=remove_rule key="sa_priv" list=4 res=1`
    public record Change(String host, Moment at, String what, RawRecordRef record) {}
}
