package org.cairn.reports.sign;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.XMLSignatureException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.crypt.dsig.SignatureConfig;
import org.apache.poi.poifs.crypt.dsig.SignatureInfo;
import org.apache.poi.poifs.crypt.dsig.facets.SignatureFacet;
import org.apache.poi.poifs.crypt.dsig.facets.XAdESXLSignatureFacet;
import org.cairn.ledger.key.DocumentKey;
import org.cairn.ledger.key.KeyException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.reports.pack.PackException;

/// XAdES in a workbook (ECMA-376 part 2, clause 13).
record WorkbookSigning(DocumentKey key, Optional<TimeStampAuthority> authority) {
    Bytes sign(Bytes workbook, Instant at) throws PackException {
        try (PackedWorkbook packed = new PackedWorkbook(workbook);
                OPCPackage parts = packed.parts();
                OPCPackage frame = packed.frame()) {
            SignatureInfo signature = new DocumentSignatureInfo(key, frame);
            signature.setSignatureConfig(config(at));
            signature.setOpcPackage(parts);
            signature.confirmSignature();
            return packed.with(frame);
        } catch (InvalidFormatException
                | XMLSignatureException
                | MarshalException
                | EncryptedDocumentException
                | KeyException
                | IOException e) {
            throw new PackException("workbook.xlsx could not be signed: " + e.getMessage(), e);
        }
    }

    private SignatureConfig config(Instant at) throws KeyException {
        SignatureConfig config = new DocumentSignatureConfig(key.type());
        config.setKey(key.privateKey());
        config.setSigningCertificateChain(key.chain());
        config.setDigestAlgo(HashAlgorithm.sha256);
        config.setExecutionTime(Date.from(at));
        authority.ifPresent(stamps -> stamped(config, stamps));
        return config;
    }

    /// XAdES-T: the library's facet stamps the signature, and adds nothing more where it is given no revocations.
    private static void stamped(SignatureConfig config, TimeStampAuthority stamps) {
        List<SignatureFacet> facets = new ArrayList<>(config.getSignatureFacets());
        facets.add(new XAdESXLSignatureFacet());
        config.setSignatureFacets(facets);
        config.setTspService((_, signature, _) ->
                stamps.token(Digest.sha256(Bytes.copyOf(signature))).toByteArray());
    }
}
