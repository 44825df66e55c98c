package org.cairn.checklist.event;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;

/// What people say about deviations of a system from its baseline. A deviation stays recorded, whatever they say.
public sealed interface DeviationEvent extends Event {
    /// Whose evidence holds the deviations that can be accepted.
    CollectorId COLLECTOR = new CollectorId("runtime.deviations");

    /// Two people accepted one deviation for a time. It covers what is the same in kind and words, on the host of the
    /// evidence, and nothing else.
    /// @param system    id of the system
    /// @param deviation its kind, as in the evidence, e.g. `new-destination`
    /// @param evidence  that holds the deviation
    /// @param what      who did what, in the words of the evidence
    /// @param reason    why, in words
    /// @param until     the last day that is covered (UTC)
    /// @param override  why for more than a year; without it, nothing is covered after a year
    record DeviationAccepted(
            AcceptanceId id,
            String system,
            String deviation,
            As as,
            EvidenceId evidence,
            PayloadRef what,
            PayloadRef reason,
            LocalDate until,
            Optional<PayloadRef> override)
            implements DeviationEvent {
        /// Without a reason of its own: who approved a baseline is asked again within the year as well.
        public static final Period LONGEST = Period.ofYears(1);

        private static final Pattern SYSTEM = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
        private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,63}");

        /// As what it is accepted.
        public enum As {
            /// It is held to be none. While that is so, nothing is told of it either way.
            FALSE_POSITIVE,
            /// It is one, and is borne.
            TOLERATED
        }

        public DeviationAccepted {
            if (!SYSTEM.matcher(system).matches()) {
                throw new IllegalArgumentException("not the id of a system (a-z, 0-9, dot, dash): " + system);
            }
            if (!KIND.matcher(deviation).matches()) {
                throw new IllegalArgumentException("not a kind of deviation (a-z, 0-9, dash): " + deviation);
            }
        }

        /// The last day it covers, however far ahead `until` is.
        public static LocalDate lastDay(Recorded<DeviationAccepted> accepted) {
            LocalDate longest =
                    LocalDate.ofInstant(accepted.validFrom(), ZoneOffset.UTC).plus(LONGEST);
            LocalDate until = accepted.event().until();
            return accepted.event().override().isPresent() || !until.isAfter(longest) ? until : longest;
        }
    }

    /// An acceptance ends before its day.
    record DeviationAcceptanceEnded(AcceptanceId id, PayloadRef reason) implements DeviationEvent {}
}
