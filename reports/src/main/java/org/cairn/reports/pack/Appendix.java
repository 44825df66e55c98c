package org.cairn.reports.pack;

import java.util.List;
import org.cairn.checklist.ControlId;

/// What helps to read a report, and rests on no entry: who usually answers for what, and which threats an AI stack that
/// an organisation runs itself starts from.
public record Appendix(List<Part> parts, List<Danger> dangers) {
    public static final Appendix NONE = new Appendix(List.of(), List.of());

    /// @param organisation what stays with whoever runs it
    /// @param supplier     what a supplier has to bring
    public record Part(String area, String organisation, String supplier, List<ControlId> controls) {
        public Part {
            controls = List.copyOf(controls);
        }
    }

    /// @param estimate likelihood and impact before any measure, in words
    public record Danger(String title, String estimate, String treatment, List<ControlId> controls) {
        public Danger {
            controls = List.copyOf(controls);
        }
    }

    public Appendix {
        parts = List.copyOf(parts);
        dangers = List.copyOf(dangers);
    }

    public boolean empty() {
        return parts.isEmpty() && dangers.isEmpty();
    }
}
