package org.cairn.frameworks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.frameworks.crosswalk.RequirementLink;

/// Checks the links between requirements: both are known and assessable, they stand in two frameworks, and no pair
/// comes
/// twice, in whichever direction.
final class LinkRows {
    private final Sheet sheet;
    private final Map<RequirementId, Requirement> requirements;

    LinkRows(Sheet sheet, List<Framework> frameworks) {
        this.sheet = sheet;
        this.requirements = frameworks.stream()
                .flatMap(framework -> framework.requirements().stream())
                .collect(Collectors.toMap(Requirement::id, Function.identity()));
    }

    List<RequirementLink> links() throws MalformedCatalogue {
        List<RequirementLink> links = new ArrayList<>();
        Set<Set<RequirementId>> seen = new HashSet<>();
        for (Row row : sheet.rows()) {
            RequirementLink link = Refusing.in(sheet.file(), row.line(), () -> link(row));
            if (!seen.add(Set.of(link.from(), link.to()))) {
                throw new MalformedCatalogue(
                        sheet.file(), row.line(), link.from() + " is linked with " + link.to() + " twice");
            }
            links.add(link);
        }
        return links;
    }

    private RequirementLink link(Row row) {
        return new RequirementLink(
                end(row, "from"),
                end(row, "to"),
                CrosswalkRows.relation(row),
                row.requiredNumber("strength"),
                row.required("rationale"),
                row.required("author"),
                LocalDate.parse(row.required("date")));
    }

    private RequirementId end(Row row, String name) {
        RequirementId id = new RequirementId(
                new FrameworkId(row.required(name + ".framework")), row.required(name + ".requirement"));
        Requirement requirement = requirements.get(id);
        if (requirement == null) {
            throw new IllegalArgumentException("no requirement " + id);
        }
        if (!requirement.assessable()) {
            throw new IllegalArgumentException(id + " is a " + requirement.kind() + " and states no demand to link");
        }
        return id;
    }
}
