package org.cairn.reports.pdf;

import java.time.Instant;
import java.util.List;
import org.cairn.frameworks.Language;

/// A short report in words that are chosen already: facts, then tables.
/// @param organisation printed on every page
/// @param identity     seeds the document's ids: the same model renders to the same bytes
/// @param issuer       who signs it
public record PlainModel(
        Language language,
        String title,
        String lead,
        String footer,
        String organisation,
        String identity,
        String issuer,
        Instant issuedAt,
        List<Fact> facts,
        List<Table> tables) {
    public PlainModel {
        facts = List.copyOf(facts);
        tables = List.copyOf(tables);
    }

    public record Fact(String name, String value) {}

    /// @param widths of its columns, in per cent
    public record Table(String title, String lead, List<Integer> widths, List<String> heads, List<List<String>> rows) {
        public Table {
            widths = List.copyOf(widths);
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
            int columns = heads.size();
            if (widths.size() != columns || rows.stream().anyMatch(row -> row.size() != columns)) {
                throw new IllegalArgumentException("a table whose rows do not fit its heads: " + title);
            }
        }
    }
}
