package org.cairn.app.workspace;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Subject;

/// Something that waits for a person.
/// @param id       by which it is chosen: its row as text, or the first digits of a proposal
/// @param subjects the rows it is about; the first is where to look
/// @param status   what was answered, where it is an answer
/// @param event    the kind of event that waits, e.g. `AnswerSubmitted`
/// @param summary  what it says, in one line
/// @param by       who wrote or proposed it
/// @param since    from when it waits
/// @param said     the answer's note, or the reason of a proposal; empty where there is none or it was erased
/// @param asked    what a reviewer asked to be changed
/// @param evidence how many pieces the answer rests on
/// @param hurdles  why the one at work cannot do it now; empty where nothing is in the way
public record QueueLine(
        Waits waits,
        String id,
        List<Subject> subjects,
        Optional<AnswerStatus> status,
        String event,
        String summary,
        String by,
        Instant since,
        Optional<String> said,
        Optional<String> asked,
        int evidence,
        Set<Hurdle> hurdles) {
    /// For what.
    public enum Waits {
        /// An answer was submitted: a reviewer accepts it or asks for changes.
        REVIEW,
        /// One person signed: another one has to, before it is recorded.
        SIGNATURE,
        /// An answer of the one at work that nobody has handed in yet, or that came back.
        SUBMISSION;

        /// `REVIEW` as `review`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public QueueLine {
        subjects = List.copyOf(subjects);
        hurdles = hurdles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(hurdles));
    }

    public boolean free() {
        return hurdles.isEmpty();
    }
}
