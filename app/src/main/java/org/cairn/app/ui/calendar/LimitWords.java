package org.cairn.app.ui.calendar;

import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.deadline.Amount;
import org.cairn.checklist.deadline.Limit;
import org.cairn.checklist.deadline.StartEvent;

/// Limits and what they are counted from, in the window's language.
record LimitWords(Texts texts) {
    String of(Limit limit) {
        String from = of(limit.from());
        return switch (limit) {
            case Limit.Within within ->
                texts.text(
                                within.base() == Limit.Base.EVENT ? "limit.within" : "limit.end-of-year",
                                of(within.amount()),
                                from)
                        + within.unlessLater()
                                .map(event -> texts.text("limit.unless-later", of(event)))
                                .orElse("");
            case Limit.OwnPeriod _ -> texts.text("limit.own-period", from);
            case Limit.WithoutUndueDelay _ -> texts.text("limit.without-undue-delay", from);
        };
    }

    private String of(Amount amount) {
        return texts.text("amount." + Texts.keyOf(amount.unit()), amount.number());
    }

    /// By its own name where a newer library brings one that this window does not know.
    String of(StartEvent event) {
        String key = "event." + event.name();
        return texts.has(key) ? texts.text(key) : event.name();
    }
}
