package org.cairn.reports.sign;

import org.apache.poi.poifs.crypt.dsig.SignatureConfig;
import org.cairn.ledger.key.DocumentKeyType;

/// POI knows RSA alone.
final class DocumentSignatureConfig extends SignatureConfig {
    private final DocumentKeyType type;

    DocumentSignatureConfig(DocumentKeyType type) {
        this.type = type;
    }

    /// RFC 9231, sections 2.3.6 and 2.3.2.
    @Override
    public String getSignatureMethodUri() {
        return switch (type) {
            case P_256 -> "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
            case RSA_3072 -> "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
        };
    }
}
