package org.cairn.frameworks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cairn.checklist.ApplicationDate;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;

/// Checks the application dates of one framework: known nodes, and one statement a node and day.
final class DateRows {
    private record Statement(RequirementId node, LocalDate statedOn) {}

    private final Sheet sheet;

    DateRows(Sheet sheet) {
        this.sheet = sheet;
    }

    List<ApplicationDate> dates(Framework framework) throws MalformedCatalogue {
        if (!sheet.head("framework").equals(framework.id().value())) {
            throw new MalformedCatalogue(
                    sheet.file(), "is about " + sheet.head("framework") + " and lies with " + framework.id());
        }
        Set<RequirementId> nodes = new HashSet<>(
                framework.requirements().stream().map(Requirement::id).toList());
        Set<Statement> seen = new HashSet<>();
        List<ApplicationDate> dates = new ArrayList<>();
        for (Row row : sheet.rows()) {
            ApplicationDate date = Refusing.in(sheet.file(), row.line(), () -> date(row, framework.id()));
            if (!nodes.contains(date.node())) {
                throw new MalformedCatalogue(sheet.file(), row.line(), "no node " + date.node());
            }
            if (!seen.add(new Statement(date.node(), date.statedOn()))) {
                throw new MalformedCatalogue(
                        sheet.file(), row.line(), "two dates for " + date.node() + " stated on " + date.statedOn());
            }
            dates.add(date);
        }
        return dates;
    }

    private static ApplicationDate date(Row row, FrameworkId framework) {
        return new ApplicationDate(
                new RequirementId(framework, row.required("node")),
                LocalDate.parse(row.required("appliesFrom")),
                row.optional("until").map(LocalDate::parse),
                LocalDate.parse(row.required("statedOn")),
                row.required("basis"));
    }
}
