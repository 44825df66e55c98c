package org.cairn.app.ui.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.FactRequest;
import org.cairn.app.workspace.Scopes;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeQuestion.Level;
import org.cairn.checklist.ScopeRules;
import org.cairn.checklist.SystemId;
import org.cairn.frameworks.ScopeProfile;

/// What is about to be recorded of the scope, each decision as an entry of its own.
/// @param from  the profile that was gone through
/// @param about the system that is spoken of
/// @param name  what it is called, should it be new
record Recording(
        ScopeRules rules,
        Optional<ScopeProfile> from,
        Optional<SystemId> about,
        String name,
        List<ScopeProfile.Proposed> said) {
    Recording {
        said = List.copyOf(said);
    }

    /// In the background.
    /// @return the entries
    List<Long> into(Scopes scopes) throws WorkspaceException {
        if (from.isPresent()) {
            ScopeProfile profile = from.get();
            String called = name.isBlank() ? profile.systemName() : name;
            return scopes.apply(profile, about.orElse(profile.system()), called, said, Optional.empty());
        }
        List<Long> entries = new ArrayList<>();
        boolean ofSystem = said.stream().anyMatch(each -> about(each.fact()).isPresent());
        if (ofSystem && about.isPresent() && !scopes.now().systems().containsKey(about.get())) {
            entries.add(scopes.define(about.get(), name, Optional.empty()));
        }
        for (ScopeProfile.Proposed each : said) {
            entries.add(scopes.state(
                    new FactRequest(each.fact(), each.answer(), about(each.fact()), each.reason(), Optional.empty())));
        }
        return entries;
    }

    private Optional<SystemId> about(ScopeFact fact) {
        return rules.question(fact)
                        .filter(question -> question.level() == Level.SYSTEM)
                        .isPresent()
                ? about
                : Optional.empty();
    }
}
