package org.cairn.collectors.imports;

import java.util.Optional;

/// What a tool says of one rule. Texts are made clean and are cut here, once.
/// @param tool  who says it, where several speak in one report
/// @param where the first place, e.g. a file and line
/// @param ids   may still grow while the report is read
public record ToolResult(
        String tool,
        String rule,
        String title,
        ResultOutcome outcome,
        Optional<String> severity,
        Optional<String> where,
        RuleIds ids) {
    public ToolResult {
        tool = CleanText.of(tool);
        rule = CleanText.of(rule);
        title = CleanText.of(title);
        where = where.map(CleanText::of).filter(text -> !text.isEmpty());
    }
}
