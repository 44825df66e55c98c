package org.cairn.reports.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;

/// A statement of applicability (ISO/IEC 27001:2022, 6.1.3 d): every control of Annex A with its decision, and clauses
/// 4
/// to 10, which nobody can leave out, with their state.
/// @param controls the rows of Annex A with their headings, in reading order
/// @param clauses  likewise
/// @param approval of the statement as a whole: the accepted answer to 6.1.3 d
public record Statement(List<StatementRow> controls, List<StatementRow> clauses, Optional<Approval> approval) {
    public static final FrameworkId FRAMEWORK = new FrameworkId("iso27001");

    private static final RequirementId ITSELF = new RequirementId(FRAMEWORK, "C.6.1.3(d)");
    private static final String ANNEX_A = "A.";

    public Statement {
        controls = List.copyOf(controls);
        clauses = List.copyOf(clauses);
    }

    /// Empty where the pack is about another framework.
    /// @param approvals of answers, by the entry of the answer
    public static Optional<Statement> of(PackModel pack, List<AcceptedRisk> risks, Map<Long, Approval> approvals) {
        if (!pack.cover().framework().id().equals(FRAMEWORK)) {
            return Optional.empty();
        }
        Map<Boolean, List<StatementRow>> rows = pack.requirements().stream()
                .map(row -> row(row, pack.register(), risks, approvals))
                .collect(
                        Collectors.partitioningBy(row -> row.row().id().number().startsWith(ANNEX_A)));
        List<StatementRow> clauses = rows.getOrDefault(false, List.of());
        return Optional.of(new Statement(
                rows.getOrDefault(true, List.of()).stream()
                        .filter(row -> !row.row().id().number().equals(ANNEX_A))
                        .toList(),
                clauses,
                clauses.stream()
                        .filter(row -> row.row().id().equals(ITSELF))
                        .flatMap(row -> row.approval().stream())
                        .findFirst()));
    }

    private static StatementRow row(
            RequirementRow row, List<RegisterRow> register, List<AcceptedRisk> risks, Map<Long, Approval> approvals) {
        Set<Subject> subjects = row.supports().stream()
                .<Subject>map(RequirementRow.Support::control)
                .collect(Collectors.toSet());
        subjects.add(row.id());
        return new StatementRow(
                row,
                register.stream()
                        .filter(RegisterRow::open)
                        .filter(risk -> risk.subjects().stream().anyMatch(subjects::contains))
                        .toList(),
                risks.stream()
                        .filter(risk -> risk.subjects().stream().anyMatch(subjects::contains))
                        .toList(),
                row.ownAnswer().flatMap(answer -> Optional.ofNullable(approvals.get(answer.entry()))));
    }

    /// Those that ask for a decision.
    public List<StatementRow> decidable() {
        return controls.stream().filter(row -> row.row().state().isPresent()).toList();
    }

    public long count(StatementRow.Decision decision) {
        return decidable().stream().filter(row -> row.decision() == decision).count();
    }

    /// Numbers of the controls that do not say it.
    public List<String> missing(StatementRow.Missing what) {
        return decidable().stream()
                .filter(row -> row.misses(what))
                .map(row -> row.row().id().number())
                .toList();
    }
}
