package org.cairn.frameworks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.checklist.Framework;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;

/// Checks the guidance and the objections of one framework: known nodes, each once; guidance stands with what can be
/// assessed.
final class GuidanceRows {
    private final Framework framework;
    private final Map<RequirementId, Requirement> nodes;

    GuidanceRows(Framework framework) {
        this.framework = framework;
        this.nodes = framework.requirements().stream().collect(Collectors.toMap(Requirement::id, Function.identity()));
    }

    List<Guidance> guidance(Sheet sheet) throws MalformedCatalogue {
        requireOwn(sheet);
        Set<RequirementId> seen = new HashSet<>();
        List<Guidance> guidance = new ArrayList<>();
        for (Row row : sheet.rows()) {
            Guidance each = Refusing.in(
                    sheet.file(),
                    row.line(),
                    () -> new Guidance(node(row), row.required("plain"), row.list("evidence"), row.required("owner")));
            Requirement requirement = known(sheet, row, each.requirement(), seen);
            if (!requirement.assessable()) {
                throw new MalformedCatalogue(
                        sheet.file(), row.line(), "guidance on " + each.requirement() + ", which is never assessed");
            }
            guidance.add(each);
        }
        return guidance;
    }

    List<Objections> objections(Sheet sheet) throws MalformedCatalogue {
        requireOwn(sheet);
        Set<RequirementId> seen = new HashSet<>();
        List<Objections> objections = new ArrayList<>();
        for (Row row : sheet.rows()) {
            Objections each =
                    Refusing.in(sheet.file(), row.line(), () -> new Objections(node(row), row.list("objections")));
            known(sheet, row, each.node(), seen);
            objections.add(each);
        }
        return objections;
    }

    void requireOwn(Sheet sheet) throws MalformedCatalogue {
        if (!sheet.head("framework").equals(framework.id().value())) {
            throw new MalformedCatalogue(
                    sheet.file(), "is about " + sheet.head("framework") + " and lies with " + framework.id());
        }
    }

    Requirement known(Sheet sheet, Row row, RequirementId id, Set<RequirementId> seen) throws MalformedCatalogue {
        Requirement requirement = nodes.get(id);
        if (requirement == null) {
            throw new MalformedCatalogue(sheet.file(), row.line(), "no node " + id);
        }
        if (!seen.add(id)) {
            throw new MalformedCatalogue(sheet.file(), row.line(), id + " twice");
        }
        return requirement;
    }

    RequirementId node(Row row) {
        return new RequirementId(framework.id(), row.required("node"));
    }
}
