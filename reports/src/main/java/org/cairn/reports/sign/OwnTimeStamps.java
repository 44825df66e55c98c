package org.cairn.reports.sign;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.cairn.ledger.key.DocumentKey;
import org.cairn.ledger.key.KeyException;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.PackException;

/// Time stamps by a key of the workspace itself, for an air gap without an authority. They prove order, and the time
/// only as far as the clock of this machine and its owner are believed.
public record OwnTimeStamps(DocumentKey key, InstantSource clock) implements TimeStampService {
    /// RFC 3161 section 2.4.2 wants a policy; this is ETSI EN 319 421's for best practices, which names no service.
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("0.4.0.2023.1.1");

    private static final int SERIAL_BITS = 96;

    /// The signature hashes as the request did, so that a renewal by a stronger hash rests on the stronger one alone.
    private static String algorithm(TimeStampRequest asked) throws TSPException {
        return HashAlgorithm.of(asked.getMessageImprintAlgOID())
                .map(one -> one.word().replace("-", ""))
                .orElseThrow(() -> new TSPException("the request hashes with " + asked.getMessageImprintAlgOID()));
    }

    @Override
    public Bytes answer(Bytes request) throws PackException {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            TimeStampRequest asked = new TimeStampRequest(request.toByteArray());
            var tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .build(algorithm(asked) + "withECDSA", key.privateKey(), key.certificate()),
                    digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    POLICY);
            tokens.addCertificates(new JcaCertStore(key.chain()));
            var accepted =
                    Set.of(TSPAlgorithms.SHA256.getId(), TSPAlgorithms.SHA384.getId(), TSPAlgorithms.SHA512.getId());
            return Bytes.copyOf(new TimeStampResponseGenerator(tokens, accepted)
                    .generate(asked, new BigInteger(SERIAL_BITS, new SecureRandom()), Date.from(clock.instant()))
                    .getEncoded());
        } catch (KeyException | GeneralSecurityException | OperatorCreationException | TSPException | IOException e) {
            throw new PackException("the workspace's own key gave no time stamp: " + e.getMessage(), e);
        }
    }
}
