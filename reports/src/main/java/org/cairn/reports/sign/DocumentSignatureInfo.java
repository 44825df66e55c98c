package org.cairn.reports.sign;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.TransformException;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import org.apache.jcp.xml.dsig.internal.dom.DOMSignedInfo;
import org.apache.jcp.xml.dsig.internal.dom.DOMSubTreeData;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.dsig.SignatureInfo;
import org.cairn.ledger.key.DocumentKey;
import org.cairn.ledger.key.KeyException;
import org.cairn.proof.Bytes;
import org.w3c.dom.Document;

/// Signs with a document key, wherever its private half lies: POI would take the bytes of the key out.
final class DocumentSignatureInfo extends SignatureInfo {
    private final DocumentKey key;
    private final OPCPackage frame;

    /// @param frame where the signature goes, beside the parts it is about
    DocumentSignatureInfo(DocumentKey key, OPCPackage frame) {
        this.key = key;
        this.frame = frame;
    }

    @Override
    protected void writeDocument(Document document) throws MarshalException {
        setOpcPackage(frame);
        super.writeDocument(document);
    }

    /// The library signs once on the way; a key in a token has one provider that can.
    @Override
    public DOMSignContext createXMLSignContext(Document document) {
        DOMSignContext context = super.createXMLSignContext(document);
        key.provider()
                .ifPresent(
                        provider -> context.setProperty("org.jcp.xml.dsig.internal.dom.SignatureProvider", provider));
        return context;
    }

    @Override
    public String signDigest(DOMSignContext context, DOMSignedInfo signedInfo) {
        Document document = (Document) context.getParent();
        var element = document.getElementsByTagNameNS(XMLSignature.XMLNS, "SignedInfo")
                .item(0);
        ByteArrayOutputStream canonical = new ByteArrayOutputStream();
        try {
            signedInfo.getCanonicalizationMethod().transform(new DOMSubTreeData(element, true), context, canonical);
            Bytes signature = key.signForXml(Bytes.copyOf(canonical.toByteArray()));
            return Base64.getEncoder().encodeToString(signature.toByteArray());
        } catch (KeyException | TransformException e) {
            throw new EncryptedDocumentException(e);
        }
    }
}
