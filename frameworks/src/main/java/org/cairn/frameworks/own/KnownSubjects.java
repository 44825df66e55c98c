package org.cairn.frameworks.own;

import org.cairn.checklist.Catalogue;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;

/// What a row can be mapped to.
@FunctionalInterface
public interface KnownSubjects {
    /// Whether it is a control, or a requirement that asks something.
    boolean has(Subject subject);

    static KnownSubjects of(Catalogue catalogue) {
        return subject -> switch (subject) {
            case ControlId id -> catalogue.control(id).isPresent();
            case RequirementId id ->
                catalogue.requirement(id).filter(Requirement::assessable).isPresent();
        };
    }
}
