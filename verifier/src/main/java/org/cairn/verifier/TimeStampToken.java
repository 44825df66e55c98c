package org.cairn.verifier;

import java.util.List;
import org.cairn.proof.Bytes;

/// What a time-stamp token is about (RFC 3161 section 2.4.2).
final class TimeStampToken {
    private TimeStampToken() {}

    /// The SHA-256 digest that was stamped.
    /// @param response a TimeStampResp: status 0 (granted), then the token
    static Bytes imprintOfResponse(Bytes response) throws MalformedDer {
        List<Der> parts = Der.parse(response).children(Der.SEQUENCE);
        require(parts.size() == 2);
        List<Der> status = parts.getFirst().children(Der.SEQUENCE);
        require(!status.isEmpty() && status.getFirst().integer().signum() == 0);
        return imprint(parts.get(1).encoded());
    }

    /// The SHA-256 digest that was stamped.
    static Bytes imprint(Bytes token) throws MalformedDer {
        List<Der> info = Der.parse(token).children(Der.SEQUENCE);
        require(info.size() == 2 && info.getFirst().isOid(Oids.SIGNED_DATA));
        List<Der> data = info.get(1).only(Der.CONTEXT_0).children(Der.SEQUENCE);
        require(data.size() >= 4);
        List<Der> content = data.get(2).children(Der.SEQUENCE);
        require(content.size() == 2 && content.getFirst().isOid(Oids.TST_INFO));
        Bytes encoded = content.get(1).only(Der.CONTEXT_0).octets();
        List<Der> stamp = Der.parse(encoded).children(Der.SEQUENCE);
        require(stamp.size() >= 5);
        List<Der> imprint = stamp.get(2).children(Der.SEQUENCE);
        require(imprint.size() == 2);
        List<Der> algorithm = imprint.getFirst().children(Der.SEQUENCE);
        require(!algorithm.isEmpty() && algorithm.getFirst().isOid(Oids.SHA256));
        return imprint.get(1).octets();
    }

    private static void require(boolean condition) throws MalformedDer {
        if (!condition) {
            throw new MalformedDer("its time stamp is not an RFC 3161 token over a SHA-256 digest");
        }
    }
}
