package org.cairn.frameworks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.Control;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Relation;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Unrelated;

/// Checks the rows of the crosswalk: each joins a known control to a known, assessable requirement and no pair comes
/// twice; or, with `no-relationship` and no requirement, says of a whole framework that the control relates to nothing
/// in it.
final class CrosswalkRows {
    private final Sheet sheet;
    private final Set<ControlId> controls;
    private final Map<FrameworkId, Map<RequirementId, Requirement>> frameworks = new HashMap<>();

    CrosswalkRows(Sheet sheet, List<Control> controls, List<Framework> frameworks) {
        this.sheet = sheet;
        this.controls = new HashSet<>(controls.stream().map(Control::id).toList());
        for (Framework framework : frameworks) {
            Map<RequirementId, Requirement> nodes = new HashMap<>();
            framework.requirements().forEach(node -> nodes.put(node.id(), node));
            this.frameworks.put(framework.id(), nodes);
        }
    }

    List<Mapping> mappings() throws MalformedCatalogue {
        Set<List<Object>> seen = new HashSet<>();
        List<Mapping> mappings = new ArrayList<>();
        for (Row row : sheet.rows()) {
            Optional<RequirementId> requirement = Refusing.in(sheet.file(), row.line(), () -> requirementId(row));
            if (requirement.isPresent()) {
                Mapping mapping = mapping(row, requirement.get());
                if (!seen.add(List.of(mapping.control(), mapping.requirement()))) {
                    throw refusal(row, mapping.control() + " is mapped to " + mapping.requirement() + " twice");
                }
                mappings.add(mapping);
            }
        }
        return mappings;
    }

    List<Unrelated> unrelated() throws MalformedCatalogue {
        Set<List<Object>> seen = new HashSet<>();
        List<Unrelated> unrelated = new ArrayList<>();
        for (Row row : sheet.rows()) {
            if (row.optional("requirement").isEmpty()) {
                Relation relation = Refusing.in(sheet.file(), row.line(), () -> relation(row));
                if (relation != Relation.NO_RELATIONSHIP) {
                    throw refusal(row, "a relation other than no-relationship needs a requirement");
                }
                Unrelated each = unrelated(row);
                if (!seen.add(List.of(each.control(), each.framework()))) {
                    throw refusal(row, each.control() + " is unrelated to " + each.framework() + " twice");
                }
                unrelated.add(each);
            }
        }
        return unrelated;
    }

    private Mapping mapping(Row row, RequirementId id) throws MalformedCatalogue {
        ControlId control = knownControl(row);
        Requirement requirement =
                frameworks.getOrDefault(knownFramework(row), Map.of()).get(id);
        if (requirement == null) {
            throw refusal(row, "no requirement " + id);
        }
        if (!requirement.assessable()) {
            throw refusal(row, id + " is a " + requirement.kind() + " and states no demand to map to");
        }
        Relation relation = Refusing.in(sheet.file(), row.line(), () -> relation(row));
        return Refusing.in(
                sheet.file(),
                row.line(),
                () -> new Mapping(
                        control, id, relation, row.requiredNumber("strength"), rationale(row), author(row), date(row)));
    }

    private Unrelated unrelated(Row row) throws MalformedCatalogue {
        ControlId control = knownControl(row);
        FrameworkId framework = knownFramework(row);
        if (Refusing.in(sheet.file(), row.line(), () -> row.requiredNumber("strength")) != 0) {
            throw refusal(row, "strength without a relationship");
        }
        return Refusing.in(
                sheet.file(),
                row.line(),
                () -> new Unrelated(control, framework, rationale(row), author(row), date(row)));
    }

    private ControlId knownControl(Row row) throws MalformedCatalogue {
        ControlId id = Refusing.in(sheet.file(), row.line(), () -> new ControlId(row.required("control")));
        if (!controls.contains(id)) {
            throw refusal(row, "no control " + id);
        }
        return id;
    }

    private FrameworkId knownFramework(Row row) throws MalformedCatalogue {
        FrameworkId id = Refusing.in(sheet.file(), row.line(), () -> frameworkId(row));
        if (!frameworks.containsKey(id)) {
            throw refusal(row, "no framework " + id);
        }
        return id;
    }

    private MalformedCatalogue refusal(Row row, String problem) {
        return new MalformedCatalogue(sheet.file(), row.line(), problem);
    }

    private static String rationale(Row row) {
        return row.required("rationale");
    }

    private static String author(Row row) {
        return row.required("author");
    }

    private static LocalDate date(Row row) {
        return LocalDate.parse(row.required("date"));
    }

    private static FrameworkId frameworkId(Row row) {
        return new FrameworkId(row.required("framework"));
    }

    private static Optional<RequirementId> requirementId(Row row) {
        return row.optional("requirement").map(number -> new RequirementId(frameworkId(row), number));
    }

    /// `SUBSET_OF` is written `subset-of`.
    static Relation relation(Row row) {
        String text = row.required("relation");
        return Relation.parse(text).orElseThrow(() -> new IllegalArgumentException("unknown relation '" + text + "'"));
    }
}
