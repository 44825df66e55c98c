package org.cairn.verifier;

/// Object identifiers, as the hexadecimal content octets DER gives them.
final class Oids {
    /// 1.2.840.113549.1.7.1 id-data (RFC 5652 section 4).
    static final String DATA = "2a864886f70d010701";
    /// 1.2.840.113549.1.7.2 id-signedData (RFC 5652 section 5.1).
    static final String SIGNED_DATA = "2a864886f70d010702";
    /// 1.2.840.113549.1.9.3 id-contentType (RFC 5652 section 11.1).
    static final String CONTENT_TYPE = "2a864886f70d010903";
    /// 1.2.840.113549.1.9.4 id-messageDigest (RFC 5652 section 11.2).
    static final String MESSAGE_DIGEST = "2a864886f70d010904";
    /// 1.2.840.113549.1.9.16.2.47 id-aa-signingCertificateV2 (RFC 5035 section 3).
    static final String SIGNING_CERTIFICATE_V2 = "2a864886f70d010910022f";
    /// 1.2.840.113549.1.9.16.2.14 id-aa-timeStampToken (RFC 3161 appendix A).
    static final String TIME_STAMP_TOKEN = "2a864886f70d010910020e";
    /// 1.2.840.113549.1.9.16.1.4 id-ct-TSTInfo (RFC 3161 section 2.4.2).
    static final String TST_INFO = "2a864886f70d0109100104";
    /// 2.16.840.1.101.3.4.2.1 id-sha256 (RFC 5754 section 2.2).
    static final String SHA256 = "608648016503040201";
    /// 1.2.840.10045.4.3.2 ecdsa-with-SHA256 (RFC 5754 section 3.3).
    static final String ECDSA_WITH_SHA256 = "2a8648ce3d040302";

    /// 1.2.840.113549.1.1.11 sha256WithRSAEncryption (RFC 5754 section 3.2).
    static final String RSA_WITH_SHA256 = "2a864886f70d01010b";

    private Oids() {}
}
