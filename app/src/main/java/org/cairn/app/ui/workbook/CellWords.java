package org.cairn.app.ui.workbook;

import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workbook.AnswerColumn;
import org.cairn.app.workbook.CellDiff;
import org.cairn.app.workbook.CellFault;
import org.cairn.checklist.AnswerStatus;

/// The workbook's words for what stands in its cells.
record CellWords(Texts texts, Texts kit) {
    String column(CellDiff cell) {
        return texts.text("name." + cell.column().code());
    }

    String of(CellDiff cell, String said) {
        if (said.isEmpty()) {
            return texts.text("empty");
        }
        return cell.column() == AnswerColumn.ANSWER
                ? Mark.ofAnswer(AnswerStatus.valueOf(said)).word(kit)
                : said;
    }

    String line(CellDiff cell, String said) {
        return of(cell, said).replaceAll("\\s+", " ");
    }

    String fate(WorkbookViewModel.Fate fate) {
        return texts.text("fate." + Texts.keyOf(fate));
    }

    String of(CellFault fault) {
        return texts.text(
                "fault",
                fault.sheet(),
                fault.cell(),
                fault.value().isEmpty() ? "" : " “" + fault.value() + "”",
                texts.told("said.", fault.reason()),
                texts.told("said.", fault.mend()));
    }
}
