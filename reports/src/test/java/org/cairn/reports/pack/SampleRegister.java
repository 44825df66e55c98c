package org.cairn.reports.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.event.RegisterEvent.Rating;
import org.cairn.checklist.event.RegisterEvent.Treatment;
import org.cairn.evidence.EvidenceId;
import org.cairn.reports.pack.RegisterRow.Acceptance;
import org.cairn.reports.pack.RegisterRow.Assessment;
import org.cairn.reports.pack.RegisterRow.Borne;

/// A register of three risks: one that is borne and whose review is over, one whose texts were erased, a closed one.
final class SampleRegister {
    private SampleRegister() {}

    static List<RegisterRow> of(ControlId control, EvidenceId evidence, String text) {
        return List.of(
                new RegisterRow(
                        "0a1b2c3d4e5f6071",
                        "Weights leave over an open route" + text,
                        List.of(control),
                        List.of(evidence),
                        new Rating(4, 5),
                        Treatment.RETAIN,
                        new Rating(2, 5),
                        "Head of Infrastructure",
                        LocalDate.of(2026, 10, 31),
                        "One host is not migrated; its route is watched." + text,
                        new Assessment(33, "Anna Köhler", 2),
                        Borne.ACCEPTED,
                        Optional.of(new Acceptance(34, LocalDate.of(2027, 3, 31))),
                        Optional.empty()),
                new RegisterRow(
                        "1b2c3d4e5f607182",
                        "",
                        List.of(),
                        List.of(),
                        new Rating(3, 3),
                        Treatment.SHARE,
                        new Rating(1, 3),
                        "",
                        LocalDate.of(2027, 2, 1),
                        "",
                        new Assessment(35, "Anna Köhler", 1),
                        Borne.NOT_ASKED,
                        Optional.empty(),
                        Optional.empty()),
                new RegisterRow(
                        "2c3d4e5f60718293",
                        "The old mirror answers strangers",
                        List.of(control),
                        List.of(),
                        new Rating(5, 2),
                        Treatment.AVOID,
                        new Rating(1, 1),
                        "Bruno",
                        LocalDate.of(2026, 9, 30),
                        "The mirror is switched off.",
                        new Assessment(36, "Bruno Maier", 1),
                        Borne.NOT_ASKED,
                        Optional.empty(),
                        Optional.of(37L)));
    }
}
