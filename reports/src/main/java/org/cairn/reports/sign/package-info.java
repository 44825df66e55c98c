/// Signatures of documents: PAdES in the report, XAdES in the workbook, detached CMS over the list of files; ECDSA over
/// P-256 or RSA, since readers of documents reject Ed25519.
@NullMarked
package org.cairn.reports.sign;

import org.jspecify.annotations.NullMarked;
