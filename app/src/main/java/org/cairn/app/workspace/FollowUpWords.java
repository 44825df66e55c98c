package org.cairn.app.workspace;

import java.time.LocalDate;
import java.util.List;
import org.cairn.app.audit.AuditWords;
import org.cairn.checklist.event.AuditMark;
import org.cairn.frameworks.Language;

/// The words of the follow-up list.
public record FollowUpWords(Language language) {
    private String say(String english, String german) {
        return switch (language) {
            case EN -> english;
            case DE -> german;
        };
    }

    public List<String> heads() {
        return switch (language) {
            case EN -> List.of("entry", "item", "mark", "due", "state", "auditor", "remark");
            case DE -> List.of("Eintrag", "Posten", "Urteil", "fällig", "Stand", "Prüfer", "Anmerkung");
        };
    }

    public String mark(AuditMark mark) {
        return AuditWords.mark(mark, language);
    }

    public String erased() {
        return say("(the remark was erased)", "(die Anmerkung wurde gelöscht)");
    }

    public String counts(List<FollowUp> lines, LocalDate today) {
        long open = lines.stream()
                .filter(line -> line.state() instanceof FollowUp.Open)
                .count();
        long overdue = lines.stream().filter(line -> line.overdue(today)).count();
        long answered = lines.stream()
                .filter(line -> line.state() instanceof FollowUp.Answered)
                .count();
        long accepted = lines.size() - open - answered;
        return say(
                open + " open, " + overdue + " of them overdue; " + answered + " answered, " + accepted + " accepted",
                open + " offen, davon " + overdue + " überfällig; " + answered + " beantwortet, " + accepted
                        + " anerkannt");
    }

    /// Mark, day, what became of it and who asked, for a line of its own.
    public String stands(FollowUp line, LocalDate today) {
        return mark(line.mark())
                + line.due().map(day -> say(", due ", ", fällig ") + day).orElse("") + "; " + state(line, today)
                + line.auditorName().map(name -> "; " + name).orElse("");
    }

    public String state(FollowUp line, LocalDate today) {
        return switch (line.state()) {
            case FollowUp.Open _ ->
                (line.overdue(today) ? say("overdue", "überfällig") : say("open", "offen"))
                        + (line.reopened() ? say(", raised again", ", erneut erhoben") : "");
            case FollowUp.Answered answered ->
                say(
                        "answered by entry " + answered.by() + ", says " + answered.who() + " in entry "
                                + answered.entry(),
                        "beantwortet durch Eintrag " + answered.by() + ", sagt " + answered.who() + " in Eintrag "
                                + answered.entry());
            case FollowUp.Accepted accepted ->
                say(
                        "accepted by the auditor, entry " + accepted.entry(),
                        "vom Prüfer anerkannt, Eintrag " + accepted.entry());
        };
    }
}
