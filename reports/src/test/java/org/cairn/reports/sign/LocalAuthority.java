package org.cairn.reports.sign;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.cairn.ledger.key.DocumentKey;
import org.cairn.ledger.key.KeyException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.reports.pack.PackException;

/// A time-stamp authority in this process.
public record LocalAuthority(DocumentKey key, Instant at) implements TimeStampAuthority {
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.59999.1");

    @Override
    public Bytes token(Digest digest) throws PackException {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var generator = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .build("SHA256withECDSA", key.privateKey(), key.certificate()),
                    digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    POLICY);
            generator.addCertificates(new JcaCertStore(key.chain()));
            TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
            requests.setCertReq(true);
            TimeStampRequest request = requests.generate(TSPAlgorithms.SHA256, digest.toByteArray(), BigInteger.ONE);
            var response = new TimeStampResponseGenerator(generator, Set.of(TSPAlgorithms.SHA256.getId()))
                    .generate(request, BigInteger.TWO, Date.from(at));
            return Bytes.copyOf(response.getTimeStampToken().getEncoded());
        } catch (KeyException
                | GeneralSecurityException
                | OperatorCreationException
                | TSPException
                | java.io.IOException e) {
            throw new PackException("no time stamp: " + e.getMessage(), e);
        }
    }
}
