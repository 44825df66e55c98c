package org.cairn.frameworks.own;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Relation;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.frameworks.own.DraftCheck.Placed;

/// The mappings of a framework: each joins a row that asks something to something known, and no pair comes twice.
final class MappingCheck {
    private final Map<String, Placed> nodes;
    private final Optional<FrameworkId> framework;
    private final KnownSubjects known;
    private final FieldCheck fields;
    private final Faults faults;
    private final Set<List<Object>> seen = new HashSet<>();

    MappingCheck(
            Map<String, Placed> nodes,
            Optional<FrameworkId> framework,
            KnownSubjects known,
            FieldCheck fields,
            Faults faults) {
        this.nodes = nodes;
        this.framework = framework;
        this.known = known;
        this.fields = fields;
        this.faults = faults;
    }

    /// What has a fault is left out.
    List<OwnMapping> check(List<Draft.Mapping> drafts) {
        List<OwnMapping> mappings = new ArrayList<>();
        drafts.forEach(draft -> mapping(draft).ifPresent(mappings::add));
        return mappings;
    }

    private Optional<OwnMapping> mapping(Draft.Mapping draft) {
        Optional<String> node = node(draft);
        Optional<Subject> mapped = mapped(draft);
        Optional<Relation> relation = relation(draft);
        Optional<Integer> strength = fields.strength(draft.place(), draft.strength());
        String rationale = fields.text(draft.place(), "rationale", draft.rationale());
        String author = fields.line(draft.place(), "author", draft.author());
        Optional<LocalDate> date = fields.date(draft.place(), "date", draft.date());
        if (relation.isPresent() && strength.isPresent()) {
            fits(draft, relation.get(), strength.get(), mapped);
        }
        boolean whole = node.isPresent()
                && mapped.isPresent()
                && relation.isPresent()
                && strength.isPresent()
                && date.isPresent();
        if (!whole) {
            return Optional.empty();
        }
        if (!seen.add(List.of(node.get(), mapped.get()))) {
            faults.add(draft.place().of("mapped"), "'" + node.get() + "' is mapped to it twice");
        }
        return Optional.of(new OwnMapping(
                node.get(), mapped.get(), relation.get(), strength.get(), rationale, author, date.get()));
    }

    private Optional<String> node(Draft.Mapping draft) {
        String id = CellText.normal(draft.node());
        Placed placed = nodes.get(id);
        if (placed == null) {
            faults.add(draft.place().of("id"), "no row has the id '" + DraftCheck.shortened(id) + "'");
            return Optional.empty();
        }
        if (!placed.node().assessable()) {
            faults.add(draft.place().of("id"), "'" + id + "' is not assessable and asks nothing to map to");
            return Optional.empty();
        }
        return Optional.of(id);
    }

    private Optional<Subject> mapped(Draft.Mapping draft) {
        String text = CellText.normal(draft.mapped());
        try {
            Subject subject = Subject.parse(text);
            boolean other = !(subject instanceof RequirementId id) || !framework.equals(Optional.of(id.framework()));
            if (other && known.has(subject)) {
                return Optional.of(subject);
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        faults.add(
                draft.place().of("mapped"),
                "'" + DraftCheck.shortened(text) + "' is neither a control, like NET-4, nor a requirement of another"
                        + " framework that asks something, like dora:Art. 9(2)");
        return Optional.empty();
    }

    private Optional<Relation> relation(Draft.Mapping draft) {
        String text = CellText.normal(draft.relation());
        Optional<Relation> relation = Relation.parse(text);
        if (relation.isEmpty()) {
            faults.add(
                    draft.place().of("relation"),
                    "'" + DraftCheck.shortened(text)
                            + "' is no relation: equal, superset-of, subset-of, intersects-with or no-relationship");
        }
        return relation;
    }

    private void fits(Draft.Mapping draft, Relation relation, int strength, Optional<Subject> mapped) {
        if (relation.supports() != (strength > 0)) {
            faults.add(
                    draft.place().of("strength"),
                    strength + " does not fit " + relation.word()
                            + ": 0 stands exactly where there is no relationship");
        }
        if (!relation.supports() && mapped.filter(ControlId.class::isInstance).isEmpty()) {
            faults.add(
                    draft.place().of("relation"),
                    "no-relationship is said of controls alone; leave the row out for a requirement");
        }
    }
}
