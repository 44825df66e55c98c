package org.cairn.reports.sign;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import javax.xml.crypto.dsig.TransformException;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import org.apache.jcp.xml.dsig.internal.dom.DOMSignedInfo;
import org.apache.jcp.xml.dsig.internal.dom.DOMSubTreeData;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.crypt.dsig.SignatureInfo;
import org.w3c.dom.Document;

/// Signs with ECDSA; the value is r and s side by side, as XML signatures want it (RFC 9231, section 2.3.6).
final class EcdsaSignatureInfo extends SignatureInfo {
    private final PrivateKey key;

    EcdsaSignatureInfo(PrivateKey key) {
        this.key = key;
    }

    @Override
    public String signDigest(DOMSignContext context, DOMSignedInfo signedInfo) {
        Document document = (Document) context.getParent();
        var element = document.getElementsByTagNameNS(XMLSignature.XMLNS, "SignedInfo")
                .item(0);
        ByteArrayOutputStream canonical = new ByteArrayOutputStream();
        try {
            signedInfo.getCanonicalizationMethod().transform(new DOMSubTreeData(element, true), context, canonical);
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(canonical.toByteArray());
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException | TransformException e) {
            throw new EncryptedDocumentException(e);
        }
    }
}
