package org.cairn.app.ui.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cairn.app.ui.kit.Texts;
import org.cairn.proof.witness.Vouching;
import org.cairn.proof.witness.WitnessStatement;

/// What witnesses vouch for, in the language of the window: as [WitnessStatement] says it on the command line.
record WitnessWords(Texts texts) {
    /// Who vouches and since when, then what that rests on and what nobody has seen.
    List<String> of(WitnessStatement said, Instant asOf) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(said, asOf));
        said.vouching().forEach(word -> lines.add(word(word, asOf)));
        if (said.threshold() > 0) {
            lines.add(said.quorumSize()
                    .map(size -> texts.text(
                            "witness.quorum", said.threshold(), size, said.now().size()))
                    .orElseGet(() -> texts.text("witness.quorum-missed", said.threshold())));
        }
        long seen = said.vouching().stream()
                .mapToLong(word -> word.at().size())
                .max()
                .orElse(0);
        long all = said.now().size();
        if (seen < all) {
            lines.add(texts.text("witness.unseen", seen, all - 1, all - seen));
        }
        return lines;
    }

    private String headline(WitnessStatement said, Instant asOf) {
        String last = said.lastAnchor()
                .map(at -> texts.text("witness.anchor", age(at, asOf)))
                .orElseGet(() -> texts.text("witness.never"));
        return said.witnesses() == 0
                ? texts.text("witness.unnamed", last)
                : texts.text("witness.count", said.vouching().size(), said.witnesses(), last);
    }

    private String word(Vouching word, Instant asOf) {
        return texts.text(
                "witness.word",
                word.witness(),
                word.at().size(),
                word.claimedAt().toString(),
                age(word.claimedAt(), asOf));
    }

    private String age(Instant at, Instant asOf) {
        Duration age = Duration.between(at, asOf);
        if (age.isNegative()) {
            return texts.text("age.future", at.toString());
        }
        if (age.toDays() > 0) {
            return texts.text("age.days", age.toDays());
        }
        return age.toHours() > 0 ? texts.text("age.hours", age.toHours()) : texts.text("age.minutes", age.toMinutes());
    }
}
