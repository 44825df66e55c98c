package org.cairn.reports.sign;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.cairn.ledger.key.DocumentContentSigner;
import org.cairn.ledger.key.DocumentKey;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.reports.pack.PackException;

/// A detached CMS (RFC 5652) with the signed attributes that CAdES baseline B asks for.
final class CmsSigning {
    private CmsSigning() {}

    static Bytes sign(DocumentKey key, Bytes content, Instant at) throws PackException {
        try {
            var signer = new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(
                            new DefaultSignedAttributeTableGenerator(attributes(key.certificate(), at)))
                    .build(new DocumentContentSigner(key), key.certificate());
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signer);
            generator.addCertificates(new JcaCertStore(key.chain()));
            var signed = generator.generate(new CMSProcessableByteArray(content.toByteArray()), false);
            return Bytes.copyOf(signed.getEncoded("DER"));
        } catch (GeneralSecurityException
                | OperatorCreationException
                | CMSException
                | RuntimeOperatorException
                | IOException e) {
            throw new PackException("the list of files could not be signed: " + e.getMessage(), e);
        }
    }

    /// Signing time, and the signing certificate by its digest so that no other can be put in its place (RFC 5035).
    private static AttributeTable attributes(X509Certificate certificate, Instant at) throws GeneralSecurityException {
        byte[] digest = Digest.sha256(Bytes.copyOf(certificate.getEncoded())).toByteArray();
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest)))));
        return new AttributeTable(attributes);
    }
}
