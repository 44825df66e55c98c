package org.cairn.checklist;

import java.util.List;
import java.util.Optional;

/// What is asked before anything is judged.
/// @param level    whether it is answered once, or for each system
/// @param group    what it is asked together with
/// @param help     what decides it, or why it matters
/// @param citation where the source says so
/// @param answers  what may be answered besides [#UNKNOWN]
/// @param gate     a fact whose `no` answers this one with `no`
/// @param nodes    scope questions of frameworks that ask the same; answered once for both
/// @param role     the word that names it among the roles of a scope, if there is one
public record ScopeQuestion(
        ScopeFact id,
        Level level,
        String group,
        String question,
        String help,
        String citation,
        List<String> answers,
        Optional<ScopeFact> gate,
        List<RequirementId> nodes,
        Optional<String> role) {
    public static final String YES = "yes";
    public static final String NO = "no";

    /// Takes back what was said: nothing follows from it but that somebody has to find out.
    public static final String UNKNOWN = "unknown";

    /// Of whom a fact is one.
    public enum Level {
        ORGANISATION,
        SYSTEM
    }

    public ScopeQuestion {
        answers = List.copyOf(answers);
        nodes = List.copyOf(nodes);
        if (answers.size() < 2 || answers.contains(UNKNOWN)) {
            throw new IllegalArgumentException(id + " needs two answers or more, and '" + UNKNOWN + "' is always one");
        }
        if (!yesOrNo(answers) && (gate.isPresent() || !nodes.isEmpty() || role.isPresent())) {
            throw new IllegalArgumentException(id + ": gate, nodes and role are for questions of yes and no");
        }
    }

    /// The same question in other words, as those of another language.
    public ScopeQuestion worded(String otherGroup, String otherQuestion, String otherHelp) {
        return new ScopeQuestion(id, level, otherGroup, otherQuestion, otherHelp, citation, answers, gate, nodes, role);
    }

    /// Whether it is answered with yes or no.
    public boolean yesOrNo() {
        return yesOrNo(answers);
    }

    private static boolean yesOrNo(List<String> answers) {
        return answers.equals(List.of(YES, NO));
    }

    public boolean accepts(String answer) {
        return answer.equals(UNKNOWN) || answers.contains(answer);
    }
}
