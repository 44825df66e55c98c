package org.cairn.frameworks;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.checklist.ApplicationDate;
import org.cairn.checklist.Control;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Relation;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.jspecify.annotations.Nullable;

/// The rows of the catalogue files as written; a field that is left out is null here and nowhere else.
final class Rows {
    private Rows() {}

    record NodeRow(
            @Nullable String id,
            @Nullable String parent,
            @Nullable String title,
            @Nullable List<String> binds,
            @Nullable String kind,
            @Nullable String citation,
            @Nullable String notes) {
        Requirement requirement(FrameworkId framework) {
            return new Requirement(
                    new RequirementId(framework, required("id", id)),
                    Optional.ofNullable(parent).map(number -> new RequirementId(framework, number)),
                    required("title", title),
                    binds == null ? List.of() : binds,
                    required("kind", kind),
                    required("citation", citation),
                    notes == null ? "" : notes);
        }
    }

    record ControlRow(
            @Nullable String id,
            @Nullable String category,
            @Nullable String title) {
        Control control() {
            return new Control(
                    new ControlId(required("id", id)), required("category", category), required("title", title));
        }
    }

    record MappingRow(
            @Nullable String control,
            @Nullable String framework,
            @Nullable String requirement,
            @Nullable String relation,
            @Nullable String rationale) {
        ControlId controlId() {
            return new ControlId(required("control", control));
        }

        FrameworkId frameworkId() {
            return new FrameworkId(required("framework", framework));
        }

        Optional<RequirementId> requirementId() {
            return Optional.ofNullable(requirement).map(number -> new RequirementId(frameworkId(), number));
        }

        Relation relationTo() {
            String text = required("relation", relation);
            for (Relation each : Relation.values()) {
                if (text.equals(spelling(each))) {
                    return each;
                }
            }
            throw new IllegalArgumentException("unknown relation '" + text + "'");
        }

        String reason() {
            return required("rationale", rationale);
        }
    }

    record DateRow(
            @Nullable String node,
            @Nullable String appliesFrom,
            @Nullable String statedOn,
            @Nullable String basis) {
        ApplicationDate date(FrameworkId framework) {
            return new ApplicationDate(
                    new RequirementId(framework, required("node", node)),
                    LocalDate.parse(required("appliesFrom", appliesFrom)),
                    LocalDate.parse(required("statedOn", statedOn)),
                    required("basis", basis));
        }
    }

    /// `SUBSET_OF` is written `subset-of`.
    private static String spelling(Relation relation) {
        return relation.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return value;
    }
}
