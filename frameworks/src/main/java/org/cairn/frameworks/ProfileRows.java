package org.cairn.frameworks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.SystemId;
import org.cairn.frameworks.ScopeProfile.Proposed;

/// Checks the profiles of scope: frameworks and questions that are there, answers that they take, each fact once.
final class ProfileRows {
    private static final String LIST = "scope-profiles.json";

    private final Catalogue catalogue;
    private final Sheets sheets;

    ProfileRows(Catalogue catalogue, Sheets sheets) {
        this.catalogue = catalogue;
        this.sheets = sheets;
    }

    List<ScopeProfile> profiles() throws MalformedCatalogue, IOException {
        List<ScopeProfile> profiles = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<Sheet> found = sheets.optional(LIST, Sheet.SCOPE_PROFILES);
        if (found.isEmpty()) {
            return profiles;
        }
        Sheet sheet = found.get();
        for (Row row : sheet.rows()) {
            String id = Refusing.in(LIST, row.line(), () -> new SystemId(row.required("id")).value());
            if (!seen.add(id)) {
                throw new MalformedCatalogue(LIST, row.line(), "profile " + id + " twice");
            }
            List<Proposed> facts = facts(id);
            profiles.add(Refusing.in(LIST, row.line(), () -> profile(row, facts)));
        }
        return profiles;
    }

    private ScopeProfile profile(Row row, List<Proposed> facts) {
        List<FrameworkId> frameworks =
                row.list("frameworks").stream().map(FrameworkId::new).toList();
        for (FrameworkId framework : frameworks) {
            if (catalogue.framework(framework).isEmpty()) {
                throw new IllegalArgumentException("no framework " + framework);
            }
        }
        return new ScopeProfile(
                row.required("id"),
                row.required("title"),
                row.required("description"),
                row.required("version"),
                new SystemId(row.required("system")),
                row.required("systemName"),
                frameworks,
                facts);
    }

    private List<Proposed> facts(String profile) throws MalformedCatalogue, IOException {
        Sheet sheet = sheets.required("scope-profiles/" + profile + ".json", Sheet.SCOPE_PROFILE);
        if (!sheet.head("profile").equals(profile)) {
            throw new MalformedCatalogue(sheet.file(), "is of " + sheet.head("profile"));
        }
        List<Proposed> facts = new ArrayList<>();
        Set<ScopeFact> seen = new HashSet<>();
        for (Row row : sheet.rows()) {
            Proposed proposed = Refusing.in(sheet.file(), row.line(), () -> proposed(row));
            if (!seen.add(proposed.fact())) {
                throw new MalformedCatalogue(sheet.file(), row.line(), proposed.fact() + " twice");
            }
            facts.add(proposed);
        }
        return facts;
    }

    private Proposed proposed(Row row) {
        ScopeFact fact = new ScopeFact(row.required("fact"));
        String answer = row.required("answer");
        ScopeQuestion question = catalogue
                .scope()
                .question(fact)
                .orElseThrow(() -> new IllegalArgumentException("no question '" + fact + "'"));
        if (!question.answers().contains(answer)) {
            throw new IllegalArgumentException(fact + " is never answered '" + answer + "'");
        }
        return new Proposed(fact, answer, row.required("reason"));
    }
}
