package org.cairn.reports.sign;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.reports.pack.PackException;

/// Asks a service and believes only what holds: granted, over what was asked, with the request's nonce, signed by a
/// certificate for time stamps that leads to the root that was named.
/// @param root    trusted because whoever configured the authority named it
/// @param revoked what the authority revoked, where that is asked
public record TimeStamping(TimeStampService service, X509Certificate root, RevocationLists revoked)
        implements TimeStampAuthority {
    private static final int NONCE_BITS = 64;

    public TimeStamping(TimeStampService service, X509Certificate root) {
        this(service, root, RevocationLists.none());
    }

    @Override
    public Bytes token(Digest digest) throws PackException {
        try {
            return Bytes.copyOf(respond(HashAlgorithm.SHA_256, digest.toByteArray())
                    .getTimeStampToken()
                    .getEncoded());
        } catch (IOException e) {
            throw new PackException("no time stamp: " + e.getMessage(), e);
        }
    }

    /// A whole TimeStampResp in DER around a token, as `openssl ts -verify -in` reads it.
    public static Bytes response(Bytes token) throws PackException {
        try {
            return Bytes.copyOf(new TimeStampResp(
                            new PKIStatusInfo(PKIStatus.granted), ContentInfo.getInstance(token.toByteArray()))
                    .getEncoded("DER"));
        } catch (IOException | IllegalArgumentException e) {
            throw new PackException("no time stamp: " + e.getMessage(), e);
        }
    }

    TimeStampResponse respond(HashAlgorithm algorithm, byte[] imprint) throws PackException {
        var requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        try {
            TimeStampRequest request =
                    requests.generate(algorithm.encoded(), imprint, new BigInteger(NONCE_BITS, new SecureRandom()));
            var response = new TimeStampResponse(
                    service.answer(Bytes.copyOf(request.getEncoded())).toByteArray());
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw new PackException("no time stamp: the authority refused, status " + response.getStatus()
                        + (response.getStatusString() == null ? "" : ": " + response.getStatusString()));
            }
            Instant given = StampCheck.givenAt(response.getTimeStampToken());
            Optional<String> refusal = StampCheck.refusal(response.getTimeStampToken(), root, given, revoked);
            if (refusal.isPresent()) {
                throw new PackException("no time stamp: the authority's answer is refused: " + refusal.get());
            }
            return response;
        } catch (TSPException | IOException e) {
            throw new PackException("no time stamp: the authority's answer is refused: " + e.getMessage(), e);
        }
    }
}
