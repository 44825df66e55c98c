package org.cairn.ledger.key;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.cairn.proof.Bytes;

/// Lets BouncyCastle sign with a document key, wherever its private half lies.
public final class DocumentContentSigner implements ContentSigner {
    private final DocumentKey key;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    public DocumentContentSigner(DocumentKey key) {
        this.key = key;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new DefaultSignatureAlgorithmIdentifierFinder()
                .find(
                        switch (key.type()) {
                            case P_256 -> "SHA256withECDSA";
                            case RSA_3072 -> "SHA256withRSA";
                        });
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        try {
            return key.sign(Bytes.copyOf(content.toByteArray())).toByteArray();
        } catch (KeyException e) {
            throw new RuntimeOperatorException(String.valueOf(e.getMessage()), e);
        }
    }
}
