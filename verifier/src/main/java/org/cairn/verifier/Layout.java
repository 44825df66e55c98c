package org.cairn.verifier;

/// Names of a pack's fixed files (`docs/pack-format.md`).
final class Layout {
    static final String SUMS = "SHA256SUMS";
    static final String SUMS_CMS = "SHA256SUMS.p7s";
    /// A time stamp over [#SUMS_CMS]; only together with [#STAMP_ROOT].
    static final String SUMS_STAMP = "SHA256SUMS.p7s.tsr";
    static final String SUMS_ED25519 = "SHA256SUMS.ed25519";
    static final String SUMS_ML_DSA_44 = "SHA256SUMS.mldsa44";
    static final String README = "README.txt";
    static final String MANIFEST = "manifest.json";
    static final String REPORT = "report.pdf";
    static final String WORKBOOK = "workbook.xlsx";
    /// The statement of applicability; only where the pack is about ISO/IEC 27001.
    static final String STATEMENT = "soa.pdf";
    static final String CHECKPOINT = "ledger/checkpoint";
    static final String POLICY = "ledger/policy";
    static final String KEYS = "ledger/keys";
    /// States that witnesses cosigned.
    static final String WITNESSED = "ledger/witnessed/";
    static final String ENTRIES = "ledger/entries/";
    static final String ENTRY_SUFFIX = ".json";
    static final String PROOFS = "ledger/proofs/";
    static final String PROOF_SUFFIX = ".tlog-proof";
    static final String ROOT = "certificates/root.pem";
    static final String CHAIN = "certificates/chain.pem";
    static final String CRL = "certificates/crl.pem";
    static final String STAMP_ROOT = "certificates/tsa-root.pem";
    static final String LOG_ED25519 = "keys/log-ed25519.pem";
    static final String LOG_ML_DSA_44 = "keys/log-mldsa44.pem";

    private Layout() {}

    /// The files that SHA256SUMS cannot list.
    static boolean isSums(String name) {
        return switch (name) {
            case SUMS, SUMS_CMS, SUMS_STAMP, SUMS_ED25519, SUMS_ML_DSA_44 -> true;
            default -> false;
        };
    }

    static String entry(long index) {
        return ENTRIES + index + ENTRY_SUFFIX;
    }

    static String witnessed(long size) {
        return WITNESSED + size + ".note";
    }

    static String witnessedProof(long size) {
        return WITNESSED + size + ".proof";
    }

    static String proof(long index) {
        return PROOFS + index + PROOF_SUFFIX;
    }
}
