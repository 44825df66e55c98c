package org.cairn.frameworks.own;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cairn.frameworks.own.Column.RowKind;

/// A framework as the rows of a table, head first.
public final class TableRows {
    private TableRows() {}

    /// What the template shows. It can be imported as it stands.
    public static List<List<String>> template() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(head());
        rows.add(row(Map.of(
                Column.ROW, RowKind.FRAMEWORK.word(),
                Column.ID, "our-rules",
                Column.REF, "2026-11",
                Column.TITLE, "The name of your framework",
                Column.TEXT, "Where it comes from, and on what terms you may keep it")));
        rows.add(requirement("1", "", "Chapter 1", "A heading", "", "no"));
        rows.add(requirement(
                "1.1", "1", "Chapter 1, no. 1", "What is asked, in one line", "The words that are to be shown", "yes"));
        rows.add(row(Map.of(
                Column.ROW, RowKind.MAPPING.word(),
                Column.ID, "1.1",
                Column.MAPPED, "NET-4",
                Column.RELATION, "intersects-with",
                Column.STRENGTH, "3",
                Column.RATIONALE, "NET-4 is … 1.1: what both ask, and what stays open",
                Column.AUTHOR, "Whose opinion it is",
                Column.DATE, "2026-11-21")));
        return rows;
    }

    public static List<List<String>> of(OwnFramework framework) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(head());
        rows.add(row(Map.of(
                Column.ROW, RowKind.FRAMEWORK.word(),
                Column.ID, framework.id().value(),
                Column.REF, framework.version(),
                Column.TITLE, framework.name(),
                Column.TEXT, framework.source())));
        for (OwnNode node : framework.nodes()) {
            rows.add(requirement(
                    node.id(),
                    node.parent().orElse(""),
                    node.ref(),
                    node.title(),
                    node.text(),
                    node.assessable() ? "yes" : "no"));
        }
        for (OwnMapping mapping : framework.mappings()) {
            rows.add(row(Map.of(
                    Column.ROW, RowKind.MAPPING.word(),
                    Column.ID, mapping.node(),
                    Column.MAPPED, mapping.mapped().text(),
                    Column.RELATION, mapping.relation().word(),
                    Column.STRENGTH, Integer.toString(mapping.strength()),
                    Column.RATIONALE, mapping.rationale(),
                    Column.AUTHOR, mapping.author(),
                    Column.DATE, mapping.date().toString())));
        }
        return rows;
    }

    private static List<String> head() {
        return Arrays.stream(Column.values()).map(Column::word).toList();
    }

    private static List<String> requirement(
            String id, String parent, String ref, String title, String text, String assessable) {
        return row(Map.of(
                Column.ROW, RowKind.REQUIREMENT.word(),
                Column.ID, id,
                Column.PARENT, parent,
                Column.REF, ref,
                Column.TITLE, title,
                Column.TEXT, text,
                Column.ASSESSABLE, assessable));
    }

    private static List<String> row(Map<Column, String> cells) {
        Map<Column, String> all = new EnumMap<>(cells);
        return Arrays.stream(Column.values())
                .map(column -> all.getOrDefault(column, ""))
                .toList();
    }
}
