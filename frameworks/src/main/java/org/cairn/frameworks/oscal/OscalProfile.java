package org.cairn.frameworks.oscal;

import java.util.List;
import java.util.Optional;

/// A profile: which controls of which catalogues, and what it sets.
/// @param imports in order
/// @param set     parameters it sets
/// @param altered pointers to what changes a control's words, which is not carried out here
record OscalProfile(
        String uuid,
        String title,
        String version,
        List<Import> imports,
        List<OscalItem.Param> set,
        List<String> altered) {
    OscalProfile {
        imports = List.copyOf(imports);
        set = List.copyOf(set);
        altered = List.copyOf(altered);
    }

    /// @param include empty takes all
    record Import(String pointer, String href, Optional<List<Selection>> include, List<Selection> exclude) {
        Import {
            include = include.map(List::copyOf);
            exclude = List.copyOf(exclude);
        }
    }

    /// Controls by id, or by a pattern in which `*` stands for any characters and `?` for one.
    /// @param children whether the controls below are meant too
    record Selection(String pointer, List<String> ids, List<String> patterns, boolean children) {
        Selection {
            ids = List.copyOf(ids);
            patterns = List.copyOf(patterns);
        }
    }
}
