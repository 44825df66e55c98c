package org.cairn.checklist.check;

import java.util.ArrayList;
import java.util.List;
import org.cairn.checklist.Gap;

/// A truth value of Kleene's strong three-valued logic, with its reasons.
sealed interface Truth {
    record True() implements Truth {}

    /// @param findings why, in words; at least one
    record False(List<String> findings) implements Truth {
        public False {
            findings = List.copyOf(findings);
        }
    }

    /// @param gaps what would have to be known; at least one
    record Unknown(List<Gap> gaps) implements Truth {
        public Unknown {
            gaps = List.copyOf(gaps);
        }
    }

    static Truth missing(String what) {
        return new Unknown(List.of(new Gap.Missing(what)));
    }

    /// False if any is false, else unknown if any is unknown, else true.
    static Truth all(List<Truth> values) {
        Reasons reasons = Reasons.of(values);
        if (!reasons.findings.isEmpty()) {
            return new False(reasons.findings);
        }
        return reasons.gaps.isEmpty() ? new True() : new Unknown(reasons.gaps);
    }

    /// True if any is true, else unknown if any is unknown, else false.
    static Truth any(List<Truth> values) {
        if (values.contains(new True())) {
            return new True();
        }
        Reasons reasons = Reasons.of(values);
        return reasons.gaps.isEmpty() ? new False(reasons.findings) : new Unknown(reasons.gaps);
    }

    static Truth not(Truth value, String finding) {
        return switch (value) {
            case True _ -> new False(List.of(finding));
            case False _ -> new True();
            case Unknown unknown -> unknown;
        };
    }

    /// Collects the reasons of several values.
    record Reasons(List<String> findings, List<Gap> gaps) {
        static Reasons of(List<Truth> values) {
            List<String> findings = new ArrayList<>();
            List<Gap> gaps = new ArrayList<>();
            for (Truth value : values) {
                switch (value) {
                    case True _ -> {}
                    case False no ->
                        no.findings().stream()
                                .filter(f -> !findings.contains(f))
                                .forEach(findings::add);
                    case Unknown unknown ->
                        unknown.gaps().stream()
                                .filter(gap -> !gaps.contains(gap))
                                .forEach(gaps::add);
                }
            }
            return new Reasons(List.copyOf(findings), List.copyOf(gaps));
        }
    }
}
