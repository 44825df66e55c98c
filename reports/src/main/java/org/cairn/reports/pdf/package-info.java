/// The report as PDF: a document tree built by a typed writer, laid out by a renderer that can reach neither network
/// nor files.
@NullMarked
package org.cairn.reports.pdf;

import org.jspecify.annotations.NullMarked;
