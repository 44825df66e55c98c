package org.cairn.frameworks;

import java.util.List;
import org.cairn.checklist.ControlId;

/// A threat that every AI stack which an organisation runs itself starts from. An estimate before any measure, for a
/// risk register to begin with.
/// @param id       e.g. `THR-1`
/// @param controls that treat it
/// @param words    in English
public record Threat(String id, Likelihood likelihood, Impact impact, List<ControlId> controls, Words words) {
    /// @param treatment what to do first, and what remains
    /// @param signs     one to six things by which it shows
    public record Words(String title, String description, String treatment, List<String> signs) {
        public Words {
            signs = Texts.oneToSix("signs", signs);
        }
    }

    public Threat {
        controls = List.copyOf(controls);
    }
}
