package org.cairn.reports.sign;

import eu.europa.esig.dss.cms.CMS;
import eu.europa.esig.dss.cms.object.CMSObjectUtils;
import eu.europa.esig.dss.model.DSSException;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;

/// Reads a CMS that is followed by zeros, as every signature in a PDF is (ISO 32000-1, 12.8.1: the space is reserved
/// before its size is known). BouncyCastle from 1.85 on refuses trailing bytes, and DSS 6.4 then reports no signature
/// at
/// all. Found by the service loader; where the library's own class is found first, signing still works and reading
/// does not.
public final class PaddedCms extends CMSObjectUtils {
    @Override
    public CMS parseToCMS(byte[] padded) {
        try (ASN1InputStream in = new ASN1InputStream(padded)) {
            ASN1Primitive content = in.readObject();
            for (int rest = in.read(); rest >= 0; rest = in.read()) {
                if (rest != 0) {
                    throw new DSSException("bytes other than zero follow the CMS");
                }
            }
            return super.parseToCMS(content.getEncoded());
        } catch (IOException e) {
            throw new DSSException("not a CMS: " + e.getMessage(), e);
        }
    }
}
