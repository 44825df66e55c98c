package org.cairn.frameworks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;

/// Checks the nodes of one framework: one root, unique ids, and every parent before its children, which leaves no room
/// for a cycle.
final class FrameworkRows {
    private final Sheet sheet;

    FrameworkRows(Sheet sheet) {
        this.sheet = sheet;
    }

    Framework framework(FrameworkId expected) throws MalformedCatalogue {
        FrameworkId id = Refusing.in(sheet.file(), 1, () -> new FrameworkId(sheet.head("id")));
        if (!id.equals(expected)) {
            throw new MalformedCatalogue(sheet.file(), "calls itself " + id + " and is listed as " + expected);
        }
        LocalDate readOn = Refusing.in(sheet.file(), 1, () -> LocalDate.parse(sheet.head("readOn")));
        return new Framework(
                id,
                sheet.head("title"),
                sheet.head("version"),
                readOn,
                sheet.head("source"),
                sheet.head("licence"),
                sheet.content(),
                nodes(id));
    }

    private List<Requirement> nodes(FrameworkId framework) throws MalformedCatalogue {
        List<Requirement> nodes = new ArrayList<>();
        Set<RequirementId> seen = new HashSet<>();
        for (Row row : sheet.rows()) {
            Requirement node = Refusing.in(sheet.file(), row.line(), () -> requirement(row, framework));
            boolean parentSeen = node.parent().map(seen::contains).orElse(nodes.isEmpty());
            if (!parentSeen) {
                throw new MalformedCatalogue(sheet.file(), row.line(), orphan(node));
            }
            if (!seen.add(node.id())) {
                throw new MalformedCatalogue(
                        sheet.file(), row.line(), "node " + node.id().number() + " twice");
            }
            nodes.add(node);
        }
        if (nodes.isEmpty()) {
            throw new MalformedCatalogue(sheet.file(), "has no nodes");
        }
        return nodes;
    }

    private static Requirement requirement(Row row, FrameworkId framework) {
        return new Requirement(
                new RequirementId(framework, row.required("id")),
                row.optional("parent").map(number -> new RequirementId(framework, number)),
                row.required("title"),
                row.list("binds"),
                row.required("kind"),
                row.required("citation"),
                row.list("amendedBy"),
                row.optional("notes").orElse(""));
    }

    private static String orphan(Requirement node) {
        String number = node.id().number();
        return node.parent()
                .map(parent -> "node " + number + " stands before its parent " + parent.number()
                        + ", or there is no such parent")
                .orElse("node " + number + " is a second root");
    }
}
