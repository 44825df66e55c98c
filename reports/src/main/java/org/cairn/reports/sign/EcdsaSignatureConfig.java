package org.cairn.reports.sign;

import org.apache.poi.poifs.crypt.dsig.SignatureConfig;

/// POI knows RSA alone.
final class EcdsaSignatureConfig extends SignatureConfig {
    /// RFC 9231, section 2.3.6.
    @Override
    public String getSignatureMethodUri() {
        return "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    }
}
