package org.cairn.reports.pack;

/// What an audit pack is for; the command line's `--kind`.
public enum PackKind {
    /// ISO/IEC 27001:2022 clause 6.1.3 d).
    STATEMENT_OF_APPLICABILITY("soa"),
    /// Regulation (EU) 2022/2554, Art. 28(3).
    DORA_REGISTER("dora-register"),
    /// Regulation (EU) 2016/679, Art. 30.
    RECORDS_OF_PROCESSING("ropa"),
    /// 45 CFR 164.308(a)(1)(ii)(A).
    HIPAA_RISK_ANALYSIS("hipaa-risk"),
    /// Regulation (EU) 2024/1689, Art. 11 and Annex IV.
    ANNEX_IV("annex-iv"),
    /// Everything that is recorded about one framework.
    FULL("full");

    private final String code;

    PackKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
