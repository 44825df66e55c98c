package org.cairn.verifier;

import java.util.OptionalLong;
import java.util.SortedMap;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.authority.Authority;
import org.cairn.proof.authority.SignatureVerification;

/// The rules that the store applies, applied again to the entries of the pack: roles, revocations, and two different
/// people where two are needed. So an owner who wrote past the store is found. What the pack does not carry it cannot
/// show: an entry between those of the pack, such as a revocation left out, is not seen here.
final class AuthorityCheck {
    private final PackFiles files;
    private final Findings findings;
    private final SortedMap<Long, LedgerEntry> entries;
    private final SignatureVerification signatures;

    AuthorityCheck(
            PackFiles files,
            Findings findings,
            SortedMap<Long, LedgerEntry> entries,
            SignatureVerification signatures) {
        this.files = files;
        this.findings = findings;
        this.entries = entries;
        this.signatures = signatures;
    }

    void check() throws RefusedInput {
        Authority authority = Authority.atStart(signatures);
        for (LedgerEntry entry : entries.values()) {
            OptionalLong answer = reviewedAnswer(entry);
            if (answer.isPresent() && !entries.containsKey(answer.getAsLong())) {
                files.expect(Layout.entry(answer.getAsLong())); // a review shows nothing without what it reviews
            } else {
                authority
                        .refusal(entry.index(), entry.encoded())
                        .ifPresent(problem -> findings.defect(entry.file(), entry.index(), problem));
                authority.record(entry.index(), entry.encoded());
            }
        }
    }

    private static OptionalLong reviewedAnswer(LedgerEntry entry) {
        if (!entry.kind().equals("AnswerReviewed")) {
            return OptionalLong.empty();
        }
        try {
            long answer = entry.event().object("answer").integer("entry");
            return answer < 0 || answer >= entry.index() ? OptionalLong.empty() : OptionalLong.of(answer);
        } catch (MalformedJson _) {
            return OptionalLong.empty(); // the rules say what is wrong with it
        }
    }
}
