package org.cairn.app.ui.checklist;

import java.util.Locale;
import java.util.Set;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.Mark;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.posture.ControlPosture;

/// Which controls the tree shows. Stays while other screens are visited.
public sealed interface Narrowing {
    boolean shows(ControlPosture posture);

    record Everything() implements Narrowing {
        @Override
        public boolean shows(ControlPosture posture) {
            return true;
        }
    }

    record Unanswered() implements Narrowing {
        @Override
        public boolean shows(ControlPosture posture) {
            return posture.status().isEmpty();
        }
    }

    record Standing(Mark mark) implements Narrowing {
        @Override
        public boolean shows(ControlPosture posture) {
            return Mark.of(posture.standing()) == mark;
        }
    }

    /// The controls behind one bar of another screen.
    /// @param what names them, for the person
    record Chosen(String what, Set<ControlId> controls) implements Narrowing {
        public Chosen {
            controls = Set.copyOf(controls);
        }

        @Override
        public boolean shows(ControlPosture posture) {
            return controls.contains(posture.control().id());
        }
    }

    /// Whether id, title or category hold what was typed.
    static boolean matches(ControlPosture posture, String typed, Titles titles) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || (posture.control().id() + " " + titles.of(posture.control()) + " " + titles.area(posture.control()))
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
    }
}
