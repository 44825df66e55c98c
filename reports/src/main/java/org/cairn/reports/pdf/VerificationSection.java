package org.cairn.reports.pdf;

import java.util.stream.IntStream;
import org.cairn.proof.Digest;
import org.cairn.reports.pack.Cover;
import org.cairn.reports.pack.PackContent;
import org.cairn.reports.pack.Wording;

/// How a stranger checks the pack with tools that are not ours.
record VerificationSection(Writing writing) implements Section {
    private static final int STEPS = 5;

    @Override
    public String anchor() {
        return "verification";
    }

    @Override
    public Sheet sheet() {
        return writing.sheetUnlessShort(Sheet.PORTRAIT);
    }

    @Override
    public void write(Html into) {
        if (writing.isShort()) {
            into.say(Tag.P, Look.LEAD, writing.text("verification.short"));
            fingerprints(into);
            return;
        }
        into.say(Tag.P, Look.LEAD, writing.text("verification.lead"));
        long issuedAt = writing.model().cover().issuedAt().getEpochSecond();
        IntStream.rangeClosed(1, STEPS).forEach(step -> {
            Html entry = into.add(Tag.DIV, Look.ENTRY);
            entry.say(Tag.H3, writing.text("verification.step." + step));
            entry.add(Tag.DIV, Look.COMMAND).lines(writing.text("verification.command." + step, issuedAt));
            entry.say(Tag.P, Look.SUB, writing.text("verification.expect." + step));
        });
        fingerprints(into);
        into.say(Tag.H3, writing.text("verification.state"));
        into.say(Tag.P, writing.shownState() + ".");
        into.say(Tag.P, writing.text("verification.state.checked"));
        writing.paragraphs(into, "verification.note");
        attached(into);
    }

    private void fingerprints(Html into) {
        into.say(Tag.H3, writing.text("verification.fingerprints"));
        Cover.Issuer issuer = writing.model().cover().issuer();
        Html facts = into.add(Tag.TABLE, Look.FACTS);
        writing.fact(facts, "cover.root-certificate", issuer.rootCertificate());
        writing.fact(facts, "verification.certificate", issuer.certificate());
        writing.fact(facts, "verification.key", issuer.key().spkiDigest());
        writing.fact(facts, "cover.issuer", issuer.name());
        writing.fact(facts, "verification.time-stamp", writing.timeStamps(issuer));
    }

    private void attached(Html into) {
        if (writing.attached().isEmpty()) {
            return;
        }
        into.say(Tag.H3, writing.text("verification.attached"));
        into.say(Tag.P, writing.text("verification.attached.what"));
        for (PackContent.Document document : writing.attached()) {
            Html line = into.add(Tag.P);
            line.say(Tag.SPAN, Look.MONO, document.path());
            line.text(" ").say(Tag.SPAN, Look.HASH, Wording.grouped(Digest.sha256(document.content())));
        }
    }
}
