package org.cairn.frameworks;

import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.checklist.Control;
import org.cairn.checklist.ControlId;

/// Checks what is said about controls, responsibilities and threats: every control that is named exists, and no id
/// comes
/// twice.
final class ControlRows {
    private final Map<ControlId, Control> controls;

    ControlRows(List<Control> controls) {
        this.controls = controls.stream().collect(Collectors.toMap(Control::id, Function.identity()));
    }

    List<ControlGuidance> guidance(Sheet sheet) throws MalformedCatalogue {
        List<ControlGuidance> all = new ArrayList<>();
        Set<ControlId> seen = new HashSet<>();
        for (Row row : sheet.rows()) {
            ControlId id = known(sheet, row, seen);
            all.add(Refusing.in(
                    sheet.file(),
                    row.line(),
                    () -> new ControlGuidance(
                            id,
                            Period.parse(row.required("validFor")),
                            word(Effort.class, row.required("effort")),
                            word(Severity.class, row.required("severity")),
                            words(row, title(id)))));
        }
        return all;
    }

    private String title(ControlId id) {
        Control control = controls.get(id);
        if (control == null) {
            throw new IllegalArgumentException("no control " + id);
        }
        return control.title();
    }

    Map<ControlId, ControlWords> translated(Sheet sheet) throws MalformedCatalogue {
        Map<ControlId, ControlWords> all = new HashMap<>();
        Set<ControlId> seen = new HashSet<>();
        for (Row row : sheet.rows()) {
            ControlId id = known(sheet, row, seen);
            all.put(id, Refusing.in(sheet.file(), row.line(), () -> words(row, row.required("title"))));
        }
        return all;
    }

    List<Responsibility> responsibilities(Sheet sheet) throws MalformedCatalogue {
        List<Responsibility> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Row row : sheet.rows()) {
            String id = once(sheet, row, seen);
            all.add(Refusing.in(
                    sheet.file(), row.line(), () -> new Responsibility(id, named(row), responsibility(row))));
        }
        return all;
    }

    List<Threat> threats(Sheet sheet) throws MalformedCatalogue {
        List<Threat> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Row row : sheet.rows()) {
            String id = once(sheet, row, seen);
            all.add(Refusing.in(
                    sheet.file(),
                    row.line(),
                    () -> new Threat(
                            id,
                            word(Likelihood.class, row.required("likelihood")),
                            word(Impact.class, row.required("impact")),
                            named(row),
                            threat(row))));
        }
        return all;
    }

    private List<ControlId> named(Row row) {
        List<ControlId> named =
                row.list("controls").stream().map(ControlId::new).toList();
        named.forEach(this::title);
        if (named.isEmpty() || Set.copyOf(named).size() < named.size()) {
            throw new IllegalArgumentException("'controls' needs at least one, none of them twice");
        }
        return named;
    }

    private ControlId known(Sheet sheet, Row row, Set<ControlId> seen) throws MalformedCatalogue {
        ControlId id = Refusing.in(sheet.file(), row.line(), () -> new ControlId(row.required("control")));
        Refusing.in(sheet.file(), row.line(), () -> title(id));
        if (!seen.add(id)) {
            throw new MalformedCatalogue(sheet.file(), row.line(), id + " twice");
        }
        return id;
    }

    static String once(Sheet sheet, Row row, Set<String> seen) throws MalformedCatalogue {
        String id = Refusing.in(sheet.file(), row.line(), () -> row.required("id"));
        if (!seen.add(id)) {
            throw new MalformedCatalogue(sheet.file(), row.line(), id + " twice");
        }
        return id;
    }

    private static ControlWords words(Row row, String title) {
        return new ControlWords(
                title,
                row.required("intent"),
                row.required("question"),
                row.list("verify"),
                row.list("evidence"),
                row.required("owner"));
    }

    static Responsibility.Words responsibility(Row row) {
        return new Responsibility.Words(
                row.required("area"), row.required("organisation"), row.required("supplier"), row.list("evidence"));
    }

    static Threat.Words threat(Row row) {
        return new Threat.Words(
                row.required("title"), row.required("description"), row.required("treatment"), row.list("signs"));
    }

    /// `CRITICAL` is written `critical`.
    private static <E extends Enum<E>> E word(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown word '" + text + "'"));
    }
}
