package org.cairn.reports.pdf;

import java.util.List;
import org.cairn.reports.pack.Cover;
import org.cairn.reports.pack.PackException;
import org.cairn.reports.pack.Wording;

/// The first page: what this is, as of when, signed by whom, and what to compare it with.
/// @param kicker what kind of document it is
/// @param more   what this document says of itself beside what every one does
record CoverPage(Writing writing, String kicker, List<Fact> more) {
    /// @param labelKey of the words for what it is
    record Fact(String labelKey, String value) {}

    /// Where the signature field goes.
    static final String SIGNATURE_ANCHOR = "signature-field";

    private static final double QR_SIZE = 132;

    /// Characters of a name; the page of scope has all of them.
    private static final int SHORT = 90;

    void write(Html body) throws PackException {
        Cover cover = writing.model().cover();
        Html page = body.add(Tag.DIV, Look.COVER);
        page.say(Tag.P, Look.KICKER, writing.text("cover.kicker", kicker));
        page.say(Tag.H1, Look.TITLE, Wording.shortened(cover.framework().title(), SHORT));
        page.say(Tag.P, Look.SUBTITLE, Wording.shortened(cover.organisation(), SHORT));
        facts(page.add(Tag.TABLE, Look.COVER_FACTS), cover);
        anchor(page.add(Tag.TABLE, Look.COVER_ANCHOR).add(Tag.TR), cover);
        signature(page.add(Tag.DIV, Look.SIGNATURE), cover.issuer());
        page.say(Tag.P, Look.FINE_PRINT, writing.text("cover.fine-print"));
    }

    private void facts(Html facts, Cover cover) {
        writing.fact(facts, "cover.pack", cover.packId());
        more.forEach(fact -> writing.fact(facts, fact.labelKey(), fact.value()));
        writing.fact(facts, "cover.origin", cover.origin());
        writing.fact(
                facts,
                "cover.edition",
                writing.text(
                        "cover.edition.value",
                        cover.framework().version(),
                        cover.framework().readOn()));
        writing.fact(facts, "cover.period", writing.text("cover.period.value", cover.periodFrom(), cover.periodTo()));
        writing.fact(facts, "cover.valid-at", writing.words().time(cover.validAt()));
        writing.fact(facts, "cover.known-at", writing.words().time(cover.knownAt()));
        writing.fact(facts, "cover.issued-at", writing.text("cover.local-clock", cover.issuedAt()));
    }

    private void anchor(Html row, Cover cover) throws PackException {
        Html words = row.add(Tag.TD);
        words.say(Tag.P, Look.LABEL, writing.text("cover.root-certificate"));
        words.say(Tag.P, Look.HASH, Wording.grouped(cover.issuer().rootCertificate()));
        words.say(
                Tag.P,
                Look.LABEL,
                writing.text(
                        "cover.ledger-root",
                        writing.count(writing.model().ledger().size())));
        words.say(Tag.P, Look.HASH, Wording.grouped(writing.model().ledger().root()));
        words.say(Tag.P, Look.NOTE, writing.text("cover.compare"));
        String note = QrCode.printedNote(writing.model().ledger().checkpoint());
        row.add(Tag.TD, Look.QR).drawing(QrCode.draw(note, QR_SIZE), writing.text("cover.qr", note));
    }

    private void signature(Html box, Cover.Issuer issuer) {
        box.add(Tag.DIV, Look.SIGNATURE_FIELD).id(SIGNATURE_ANCHOR).text("\u00a0");
        box.say(Tag.P, Look.LABEL, writing.text("cover.signed-by"));
        box.say(Tag.P, Look.NAME, Wording.shortened(issuer.name(), SHORT));
        box.say(Tag.P, Look.NOTE, writing.text("cover.signing-certificate", Wording.grouped(issuer.certificate())));
        box.say(Tag.P, Look.NOTE, writing.timeStamps(issuer));
    }
}
