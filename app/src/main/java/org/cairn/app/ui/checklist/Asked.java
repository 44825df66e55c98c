package org.cairn.app.ui.checklist;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.checklist.posture.RiskCover;

/// What the middle pane asks an answer to.
sealed interface Asked {
    Subject subject();

    Optional<Recorded<ControlAnswered>> answer();

    /// The accepted risk that covers what is found.
    Optional<RiskCover> cover();

    /// Answers in conflict; empty where there is none.
    List<Recorded<ControlAnswered>> competing();

    record OfControl(ControlPosture posture) implements Asked {
        @Override
        public Subject subject() {
            return posture.control().id();
        }

        @Override
        public Optional<Recorded<ControlAnswered>> answer() {
            return posture.answer();
        }

        @Override
        public Optional<RiskCover> cover() {
            return posture.cover();
        }

        @Override
        public List<Recorded<ControlAnswered>> competing() {
            return posture.competing();
        }
    }

    /// One that no control reaches.
    record OfRequirement(RequirementPosture posture) implements Asked {
        @Override
        public Subject subject() {
            return posture.requirement().id();
        }

        @Override
        public Optional<Recorded<ControlAnswered>> answer() {
            return posture.answer();
        }

        @Override
        public Optional<RiskCover> cover() {
            return posture.cover();
        }

        @Override
        public List<Recorded<ControlAnswered>> competing() {
            return posture.competing();
        }
    }
}
