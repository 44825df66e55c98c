package org.cairn.frameworks.own;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// Single fields: their form, their length, and what they may hold.
final class FieldCheck {
    private final Faults faults;

    FieldCheck(Faults faults) {
        this.faults = faults;
    }

    String id(Place place, String given) {
        return line(place, "id", given, CellText.ID);
    }

    String line(Place place, String field, String given) {
        return line(place, field, given, CellText.LINE);
    }

    private String line(Place place, String field, String given, int limit) {
        String text = CellText.normal(given);
        if (text.isEmpty()) {
            faults.add(place.of(field), "is empty");
        }
        return line(place, field, text, CellText.lineProblem(text, limit));
    }

    String optionalLine(Place place, String field, String given) {
        String text = CellText.normal(given);
        return line(place, field, text, CellText.lineProblem(text, CellText.LINE));
    }

    String text(Place place, String field, String given) {
        String text = CellText.normal(given);
        return line(place, field, text, CellText.problem(text, CellText.LONGEST));
    }

    private String line(Place place, String field, String text, Optional<String> problem) {
        problem.ifPresent(found -> faults.add(place.of(field), found));
        return text;
    }

    boolean yes(Place place, String field, String given) {
        return switch (CellText.normal(given).toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> {
                faults.add(place.of(field), "'" + DraftCheck.shortened(given) + "' is neither yes nor no");
                yield false;
            }
        };
    }

    Optional<LocalDate> date(Place place, String field, String given) {
        try {
            return Optional.of(LocalDate.parse(CellText.normal(given)));
        } catch (DateTimeException _) {
            faults.add(place.of(field), "'" + DraftCheck.shortened(given) + "' is no date; write it like 2026-11-21");
            return Optional.empty();
        }
    }

    Optional<Integer> strength(Place place, String given) {
        try {
            int strength = Integer.parseInt(CellText.normal(given));
            if (strength >= 0 && strength <= 10) {
                return Optional.of(strength);
            }
        } catch (NumberFormatException _) {
            // said below
        }
        faults.add(
                place.of("strength"),
                "'" + DraftCheck.shortened(given) + "' is no strength: a whole number from 0 to 10");
        return Optional.empty();
    }
}
