package org.cairn.reports.sign;

import org.cairn.proof.Bytes;
import org.cairn.reports.pack.PackException;

/// Answers requests for time stamps (RFC 3161).
public interface TimeStampService {
    /// @param request a TimeStampReq in DER (section 2.4.1)
    /// @return a TimeStampResp in DER (section 2.4.2), believed by nobody yet
    Bytes answer(Bytes request) throws PackException;
}
