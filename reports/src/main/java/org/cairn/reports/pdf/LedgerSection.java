package org.cairn.reports.pdf;

import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.reports.pack.LedgerPage;
import org.cairn.reports.pack.PackException;
import org.cairn.reports.pack.Wording;

/// What the ledger vouches for, by which keys, and how far that goes.
record LedgerSection(Writing writing) implements Section {
    private static final double QR_SIZE = 150;

    @Override
    public String anchor() {
        return "ledger";
    }

    @Override
    public Sheet sheet() {
        return writing.sheetUnlessShort(Sheet.PORTRAIT);
    }

    @Override
    public void write(Html into) throws PackException {
        LedgerPage ledger = writing.model().ledger();
        into.say(Tag.P, Look.LEAD, writing.text("ledger.lead"));
        String printed = QrCode.printedNote(ledger.checkpoint());
        Html row = into.add(Tag.TABLE, Look.COVER_ANCHOR).add(Tag.TR);
        Html note = row.add(Tag.TD);
        note.add(Tag.DIV, Look.COMMAND).lines(printed.stripTrailing());
        note.say(
                Tag.P,
                Look.SUB,
                writing.text("ledger.printed", Wording.grouped(Digest.sha256(Bytes.utf8(ledger.checkpoint())))));
        row.add(Tag.TD, Look.QR).drawing(QrCode.draw(printed, QR_SIZE), writing.text("cover.qr", printed));
        Html facts = into.add(Tag.TABLE, Look.FACTS);
        writing.fact(facts, "ledger.origin", ledger.origin());
        writing.fact(facts, "ledger.size", writing.count(ledger.size()));
        writing.fact(facts, "ledger.root", ledger.root());
        if (writing.isShort()) {
            witnesses(into, ledger.witnesses());
            recoveries(into, ledger.entries());
            return;
        }
        ledger.logKeys()
                .forEach(key -> writing.fact(facts, "ledger.key")
                        .say(Tag.DIV, writing.text("ledger.key.value", key.algorithm(), key.name()))
                        .say(Tag.DIV, Look.MONO, shortened(key.encoded())));
        witnesses(into, ledger.witnesses());
        recoveries(into, ledger.entries());
        entries(into, ledger.entries());
    }

    /// An ML-DSA-44 key has 1,312 bytes; the pack's policy file holds it whole.
    private String shortened(String key) {
        int limit = 160;
        return key.length() <= limit
                ? key
                : writing.text(
                        "ledger.key.long", key.substring(0, limit), Wording.grouped(Digest.sha256(Bytes.utf8(key))));
    }

    private void witnesses(Html into, List<LedgerPage.Witness> witnesses) {
        into.say(Tag.H3, writing.text("ledger.witnesses"));
        if (witnesses.isEmpty()) {
            into.say(Tag.P, Look.CALLOUT, writing.text("ledger.witnesses.none"));
        } else {
            Html list = into.add(Tag.UL, Look.REASONS);
            witnesses.forEach(witness -> list.say(
                    Tag.LI,
                    writing.text("ledger.witness", witness.name(), writing.count(witness.size()), witness.at())));
        }
        into.say(Tag.P, writing.text("ledger.limit"));
    }

    /// Said apart from the table, which may be cut: nobody else signed these.
    private void recoveries(Html into, List<LedgerPage.EntryLine> entries) {
        entries.stream()
                .filter(entry -> entry.kind().equals("AdministratorReestablished"))
                .forEach(entry -> into.say(
                        Tag.P,
                        Look.CALLOUT,
                        writing.text("ledger.reestablished", entry.subject(), Long.toString(entry.entry()))));
    }

    private void entries(Html into, List<LedgerPage.EntryLine> entries) {
        into.say(Tag.H3, writing.text("ledger.entries"));
        if (entries.isEmpty()) {
            into.say(Tag.P, Look.EMPTY, writing.text("ledger.entries.none"));
            return;
        }
        Html rows = into.table(
                Look.DENSE,
                List.of(
                        Column.number(7, writing.text("column.entry")),
                        Column.text(18, writing.text("column.kind")),
                        Column.text(13, writing.text("column.subject")),
                        Column.text(15, writing.text("column.recorded")),
                        Column.text(13, writing.text("column.signed-by")),
                        Column.text(34, writing.text("column.leaf-hash"))));
        entries.stream().limit(RequirementSection.ROW_LIMIT).forEach(entry -> {
            Html row = rows.add(Tag.TR);
            row.say(Tag.TD, Look.RIGHT, Long.toString(entry.entry()));
            row.say(Tag.TD, entry.kind());
            row.say(Tag.TD, entry.subject());
            writing.time(row.add(Tag.TD), entry.recordedAt());
            row.add(Tag.TD).say(Tag.SPAN, Look.MONO, entry.actor().hex().substring(0, 12));
            row.add(Tag.TD).say(Tag.SPAN, Look.HASH, Wording.grouped(entry.leafHash()));
        });
        if (entries.size() > RequirementSection.ROW_LIMIT) {
            into.say(
                    Tag.P,
                    Look.CALLOUT,
                    writing.text(
                            "rows.cut", writing.count(RequirementSection.ROW_LIMIT), writing.count(entries.size())));
        }
    }
}
